import HarmClassifier

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
  var header: [UInt8] { output == .csv ? Array(CSVRow.header.utf8) : [] }

  func append(_ verdict: Verdict, _ head: RecordHead, source: String, to bytes: inout [UInt8]) {
    switch output {
    case .ndjson:
      if cleanLine.append(verdict, id: head.id, to: &bytes) { return }
      verdict.appendJSON(id: head.id, versions: versions, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    case .csv: CSVRow.append(verdict, id: head.id, to: &bytes)
    case .flat: FlatRow.append(verdict, head, source: source, versions: versions, to: &bytes)
    case .summary, .html: break
    }
  }
}
