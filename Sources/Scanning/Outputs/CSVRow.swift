import HarmClassifier

/// A verdict as a row of CSV (RFC 4180): the worst category, its stance, and what speaks for it.
enum CSVRow {
  static let header = "id,verdict,score,category,stance,evidence,indicators\r\n"

  static func append(_ verdict: Verdict, id: String, to bytes: inout [UInt8]) {
    let top = verdict.categories.first
    let evidence = verdict.evidence.filter { $0.category == top?.id && $0.weight != 0 }
    let fields = [
      id, verdict.decision.rawValue, ((verdict.score * 1e6).rounded() / 1e6).description, top?.id ?? "",
      top?.stance.rawValue ?? "", evidence.map { "\($0.family.rawValue):\($0.term)" }.joined(separator: "; "),
      verdict.indicators.map { "\($0.kind.rawValue):\($0.value)" }.joined(separator: "; "),
    ]
    bytes += fields.map(quoted).joined(separator: ",").utf8
    bytes += "\r\n".utf8
  }

  /// Quotes what CSV or a spreadsheet would read otherwise: a field that begins like a formula gets an apostrophe.
  private static func quoted(_ field: String) -> String {
    let safe = field.first.map { "=+-@".contains($0) } ?? false ? "'" + field : field
    guard safe.utf8.contains(where: { ",\"\r\n;".utf8.contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
