import HarmClassifier
import PostExports

/// A verdict as a row of CSV (RFC 4180): the worst category, its stance, and what speaks for it.
enum CSVRow {
  static let header = "id,verdict,score,category,stance,evidence,indicators\r\n"
  /// What follows the id of a post in which nothing was found.
  private static let clean: StaticString = ",clean,0.0,,,,\r\n"

  static func append(
    _ verdict: borrowing Verdict,
    _ place: PostBatch.Place,
    _ post: Span<UInt8>,
    to bytes: inout [UInt8]
  ) {
    if let id = place.id {
      appendField(post.string(id), to: &bytes)
    } else {
      bytes.append(decimal: place.number)
    }
    if verdict.categories.isEmpty, verdict.indicators.isEmpty, verdict.decision == .clean, verdict.score == 0 {
      return clean.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }
    let top = verdict.categories.first
    let evidence = verdict.evidence.filter { $0.category == top?.id && $0.weight != 0 }
    let fields = [
      verdict.decision.rawValue, ((verdict.score * 1e6).rounded() / 1e6).description, top?.id ?? "",
      top?.stance.rawValue ?? "", evidence.map { "\($0.family.rawValue):\($0.term)" }.joined(separator: "; "),
      verdict.indicators.map { "\($0.kind.rawValue):\($0.value)" }.joined(separator: "; "),
    ]
    for field in fields {
      bytes.append(UInt8(ascii: ","))
      appendField(field, to: &bytes)
    }
    bytes += "\r\n".utf8
  }

  /// Quotes what CSV or a spreadsheet would read otherwise: a field that begins like a formula gets an apostrophe.
  private static func appendField(_ field: String, to bytes: inout [UInt8]) {
    let isFormula = field.utf8.first.map { "=+-@".utf8.contains($0) } ?? false
    let isQuoted = field.utf8.contains { ",\"\r\n;".utf8.contains($0) }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }
}
