import Foundation

/// All indicators as CSV (RFC 4180), with why some are held back.
enum IndicatorTable {
  static func text(_ records: [IndicatorRecord]) -> String {
    let header = "type,value,posts,score,categories,first_seen,last_seen,held_back\r\n"
    return header + records.map(row).joined()
  }

  private static func row(_ record: IndicatorRecord) -> String {
    let fields = [
      record.kind.rawValue, record.value, "\(record.posts)", "\((record.score * 1e6).rounded() / 1e6)",
      record.categories.sorted().joined(separator: "; "), record.firstSeen?.isoMilliseconds ?? "",
      record.lastSeen?.isoMilliseconds ?? "", record.heldBack?.rawValue ?? "",
    ]
    return fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// Quotes what CSV or a spreadsheet would read otherwise: a field that begins like a formula gets an apostrophe.
  private static func quoted(_ field: String) -> String {
    let safe = field.first.map { "=+-@\t".contains($0) } ?? false ? "'" + field : field
    guard safe.utf8.contains(where: { ",\"\r\n;".utf8.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
