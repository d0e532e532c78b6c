/// One JSON object a line. Blank lines are no records.
struct NDJSONLines: RecordParser {
  let terminator = Byte.newline
  private let tooLong: String
  private let posts: JSONPosts
  private var platform: PlatformPosts?
  private var lines: LineSplitter

  init(_ settings: ParserSettings, platform: PlatformPosts? = nil) {
    self.platform = platform
    tooLong = settings.tooLong
    posts = JSONPosts(settings.fields)
    lines = LineSplitter(maxBytes: settings.maxRecordBytes)
  }

  mutating func parse(_ window: inout [UInt8], from start: Int, isLast: Bool, into records: inout BatchRecords) -> Int {
    var at = start
    while !records.isFull {
      switch lines.next(window.span, from: at, isLast: isLast) {
      case .line(let range, let next):
        addLine(&window, range, &records)
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

  private mutating func addLine(_ window: inout [UInt8], _ range: Range<Int>, _ records: inout BatchRecords) {
    var cursor = JSONCursor(at: range.lowerBound, end: range.upperBound)
    cursor.skipSpace(window.span)
    if cursor.at == cursor.end { return }
    do throws(JSONFault) {
      if platform != nil {
        let value = try cursor.value(window.span, depth: 0)
        guard value.isObject(window.span) else { throw .notObject }
        try cursor.expectEnd(window.span)
        platform?.add(value, window.span, line: lines.line, to: &records)
        return
      }
      let object = try posts.scan(window.span, &cursor)
      try cursor.expectEnd(window.span)
      posts.add(object, &window, line: lines.line, to: &records)
    } catch {
      records.addBad(line: lines.line, error.reason(recordStart: range.lowerBound))
    }
  }
}
