/// The messages of a mailbox, or one message: the subject and what the message says, as one post.
struct MailMessages: RecordParser {
  let terminator = Byte.newline
  private let settings: ParserSettings
  private let isMailbox: Bool
  private var line = 1
  /// The rest of a message that was too long is passed over.
  private var isSkipping = false

  init(_ settings: ParserSettings, isMailbox: Bool) {
    (self.settings, self.isMailbox) = (settings, isMailbox)
  }

  mutating func parse(_ window: inout [UInt8], from start: Int, isLast: Bool, into records: inout BatchRecords) -> Int {
    let bytes = window.span
    var at = start
    while !records.isFull, at < bytes.count {
      let (end, isWhole) = extent(bytes, from: at, isLast: isLast)
      let isTooLong = end - at > settings.maxRecordBytes
      if !isWhole && !isTooLong && !isSkipping { return at }
      if isSkipping {
        isSkipping = !isWhole
      } else if isTooLong {
        records.addBad(line: line, settings.tooLong)
        isSkipping = !isWhole
      } else {
        add(bytes, at, end, &records)
      }
      line += ByteScan.newlines(bytes, from: at, to: end)
      at = end
      if !isWhole { return at }
    }
    return at
  }

  /// How far the message at `from` surely goes, and whether it ends there. Bytes that may begin a separator stay.
  private func extent(_ bytes: Span<UInt8>, from: Int, isLast: Bool) -> (end: Int, isWhole: Bool) {
    var lineStart = from
    while true {
      let newline = ByteScan.first(Byte.newline, bytes, from: lineStart, to: bytes.count)
      if newline == bytes.count {
        return isLast ? (newline, true) : (lineStart > from ? lineStart : newline, false)
      }
      lineStart = newline + 1
      let end = ByteScan.first(Byte.newline, bytes, from: lineStart, to: bytes.count)
      if isMailbox, end < bytes.count || isLast, MailHead.isSeparator(bytes, from: lineStart, to: end) {
        return (lineStart, true)
      }
    }
  }

  private func add(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ records: inout BatchRecords) {
    do throws(MailFault) {
      var headStart = start
      if isMailbox {
        let newline = ByteScan.first(Byte.newline, bytes, from: start, to: end)
        if MailHead.isSeparator(bytes, from: start, to: newline) { headStart = min(newline + 1, end) }
      }
      while headStart < end, JSONCursor.isSpace(bytes[headStart]) { headStart += 1 }
      if headStart == end { return }
      let headers = try MailHeaders(bytes, from: headStart, to: end)
      if !headers.isClosed { throw .cutHeaders }
      let body = try MailText.text(bytes, headers, end) ?? []
      let subject = headers.text("subject") ?? []
      let parts = [HTMLText.trimmed(subject), isMailbox ? Self.withoutQuotedFrom(body) : body].filter { !$0.isEmpty }
      if parts.isEmpty {
        // A damaged header makes a message look like one without text.
        if Self.isASCII(bytes, headStart, headers.bodyStart) { return }
        throw .damagedHeaders
      }
      let id = headers["message-id"].map { $0.filter { !"<>".utf8.contains($0) } }
      let text = Array(parts.joined(separator: [Byte.newline]))
      records.addMade(text: text, id: id, time: headers["date"], line: line)
    } catch {
      records.addBad(line: line, error.reason)
    }
  }

  private static func isASCII(_ bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Bool {
    (from..<to).allSatisfy { Byte.space..<0x7F ~= bytes[$0] || JSONCursor.isSpace(bytes[$0]) }
  }

  /// Takes the `>` off lines that the mailbox put it before.
  private static func withoutQuotedFrom(_ text: [UInt8]) -> [UInt8] {
    guard BytePattern(">From ").first(in: text.span, from: 0, to: text.count) != nil else { return text }
    let lines = text.split(separator: Byte.newline, omittingEmptySubsequences: false).map { line in
      line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8) && line.first == UInt8(ascii: ">")
        ? line.dropFirst() : line
    }
    return Array(lines.joined(separator: [Byte.newline]))
  }
}
