/// One post a line. An empty line is an empty post, so that ids stay line numbers and output lines match input lines.
struct TextLines: RecordParser {
  let terminator = Byte.newline
  private let tooLong: String
  private var lines: LineSplitter

  init(_ settings: ParserSettings) {
    tooLong = settings.tooLong
    lines = LineSplitter(maxBytes: settings.maxRecordBytes)
  }

  mutating func parse(_ window: inout [UInt8], from start: Int, isLast: Bool, into records: inout BatchRecords) -> Int {
    let bytes = window.span
    var at = start
    while !records.isFull {
      switch lines.next(bytes, from: at, isLast: isLast) {
      case .line(let text, let next):
        records.add(text: text, line: lines.line)
        at = next
      case .tooLong(let next):
        records.addBad(line: lines.line, tooLong)
        at = next
      case .incomplete(let next):
        return next
      }
    }
    return at
  }
}
