import HarmClassifier
import PostExports

/// Writes one verdict after another in a scan's output format.
struct VerdictWriter: Sendable {
  let output: ScanOptions.Output
  let versions: Verdict.Versions
  private let cleanLine: CleanLine

  init(output: ScanOptions.Output, versions: Verdict.Versions) {
    (self.output, self.versions) = (output, versions)
    cleanLine = CleanLine(versions)
  }

  /// What stands before the first verdict.
  static func header(of output: ScanOptions.Output) -> [UInt8] { output == .csv ? Array(CSVRow.header.utf8) : [] }

  /// Appends the verdict of the post that lies at `place` in `bytes`.
  func append(
    _ verdict: borrowing Verdict,
    _ place: PostBatch.Place,
    _ bytes: Span<UInt8>,
    source: String,
    to lines: inout [UInt8]
  ) {
    switch output {
    case .ndjson:
      if cleanLine.append(verdict, place, bytes, to: &lines) { return }
      verdict.appendJSON(id: place.idText(bytes), versions: versions, to: &lines)
      lines.append(UInt8(ascii: "\n"))
    case .csv: CSVRow.append(verdict, place, bytes, to: &lines)
    case .flat: FlatRow.append(verdict, place, bytes, source: source, versions: versions, to: &lines)
    case .summary, .html: break
    }
  }
}
