/// The messages of a WhatsApp chat export, each of one or more lines. Lines without a sender (who joined, who left) are
/// no posts. Times are given as `YYYY-MM-DDTHH:MM` of the exporting phone.
struct ChatMessages: RecordParser {
  let terminator = Byte.newline
  private let settings: ParserSettings
  private var line = 1
  /// Whether a date showed that months come first.
  private var isMonthFirst: Bool?
  /// A message that was too long is skipped to the next head.
  private var isSkipping = false
  /// What comes is the rest of a line of such a message.
  private var isInsideLine = false

  /// No head is longer.
  private static let headBytes = 128

  init(_ settings: ParserSettings) { self.settings = settings }

  mutating func parse(_ window: inout [UInt8], from start: Int, isLast: Bool, into records: inout BatchRecords) -> Int {
    let bytes = window.span
    var at = start
    while !records.isFull, at < bytes.count {
      if isInsideLine {
        let newline = ByteScan.first(Byte.newline, bytes, from: at, to: bytes.count)
        if newline == bytes.count { return newline }
        at = newline + 1
        line += 1
        isInsideLine = false
        continue
      }
      let (end, isWhole) = extent(bytes, from: at, isLast: isLast)
      let isTooLong = end - at > settings.maxRecordBytes
      if !isWhole && !isTooLong { return at }
      take(bytes, at, end, isTooLong: isTooLong, &records)
      isInsideLine = !isWhole && bytes[end - 1] != Byte.newline
      line += ByteScan.newlines(bytes, from: at, to: end)
      at = end
    }
    return at
  }

  /// How far the message at `from` surely goes, and whether it ends there.
  private func extent(_ bytes: Span<UInt8>, from: Int, isLast: Bool) -> (end: Int, isWhole: Bool) {
    var lineStart = from
    while true {
      let newline = ByteScan.first(Byte.newline, bytes, from: lineStart, to: bytes.count)
      if newline == bytes.count { return (newline, isLast) }
      lineStart = newline + 1
      let reach = min(bytes.count, lineStart + Self.headBytes)
      let end = ByteScan.first(Byte.newline, bytes, from: lineStart, to: reach)
      if end == reach && reach < lineStart + Self.headBytes && !isLast { return (lineStart, false) }
      if ChatHead(bytes, from: lineStart, to: end) != nil { return (lineStart, true) }
    }
  }

  private mutating func take(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    isTooLong: Bool,
    _ records: inout BatchRecords
  ) {
    let lineEnd = ByteScan.first(Byte.newline, bytes, from: start, to: min(end, start + Self.headBytes))
    let head = ChatHead(bytes, from: start, to: lineEnd)
    if head != nil { isSkipping = false }
    if isSkipping { return }
    if isTooLong {
      records.addBad(line: line, settings.tooLong)
      isSkipping = true
    } else if let head {
      add(head, bytes, end, &records)
    } else if !Self.isBlank(bytes, start, end) {
      records.addBad(line: line, "text before the first dated message")
    }
  }

  private static func isBlank(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    (from..<to).allSatisfy { JSONCursor.isSpace(bytes[$0]) }
  }

  private mutating func add(_ head: ChatHead, _ bytes: Span<UInt8>, _ end: Int, _ records: inout BatchRecords) {
    let lineEnd = ByteScan.first(Byte.newline, bytes, from: head.end, to: end)
    var colon = ByteScan.first(Byte.colon, bytes, from: head.end, to: lineEnd)
    while colon + 1 < lineEnd, bytes[colon + 1] != Byte.space {
      colon = ByteScan.first(Byte.colon, bytes, from: colon + 1, to: lineEnd)
    }
    guard colon + 1 < lineEnd else { return }
    var textEnd = end
    while textEnd > colon + 1, JSONCursor.isSpace(bytes[textEnd - 1]) { textEnd -= 1 }
    let textStart = min(colon + 2, textEnd)
    guard textStart < textEnd else { return }
    let text = (textStart..<textEnd).map { bytes[$0] }
    records.addMade(text: text, id: nil, time: Array(time(head).utf8), line: line)
  }

  private mutating func time(_ head: ChatHead) -> String {
    var (first, second, third) = head.date
    if first < 32 {
      if first > 12 { isMonthFirst = false } else if second > 12 { isMonthFirst = true }
      let (day, month) = isMonthFirst ?? head.isTwelveHour ? (second, first) : (first, second)
      (first, second, third) = (third < 100 ? 2000 + third : third, month, day)
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(first)-\(two(second))-\(two(third))T\(two(head.hour)):\(two(head.minute))"
  }
}
