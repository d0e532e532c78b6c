/// What the first lines of mailboxes and messages look like.
enum MailHead {
  private static let fromMark = BytePattern("From ")

  /// `From sender Thu Jan  1 00:00:00 1970`: the line before each message of a mailbox. Mailboxes put a `>` before
  /// lines of text that begin so.
  static func isSeparator(_ bytes: Span<UInt8>, from: Int, to: Int) -> Bool {
    guard fromMark.lies(at: from, in: bytes, to: to) else { return false }
    let line = String(decoding: (from..<min(to, from + 200)).map { bytes[$0] }, as: UTF8.self)
    return line.firstMatch(of: /^From .*\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d\d?:\d\d/) != nil
  }

  static func isMailbox(_ bytes: Span<UInt8>, from: Int, to: Int) -> Bool {
    guard fromMark.lies(at: from, in: bytes, to: to) else { return false }
    return isSeparator(bytes, from: from, to: ByteScan.first(Byte.newline, bytes, from: from, to: to))
  }

  private static let usual: Set<String> = [
    "from", "to", "date", "subject", "received", "return-path", "message-id", "mime-version", "delivered-to",
    "content-type", "reply-to", "x-mailer", "dkim-signature", "x-received", "authentication-results",
  ]

  /// Whether the first lines are at least three headers of which most are those of mail; nil where they may yet be.
  static func isMessage(_ bytes: Span<UInt8>, from: Int, to: Int) -> Bool? {
    var (at, headers, known) = (from, 0, 0)
    while headers < 8, at < to {
      let lineEnd = ByteScan.first(Byte.newline, bytes, from: at, to: to)
      if lineEnd < to, bytes.withoutReturn(start: at, end: lineEnd) == at { break }
      if bytes[at] != Byte.space && bytes[at] != Byte.tab {
        guard let name = MailHeaders.name(bytes, from: at, to: lineEnd) else {
          return lineEnd == to && known > 0 ? nil : false
        }
        headers += 1
        if usual.contains(name) { known += 1 } else if headers == 1 { return false }
      }
      at = min(lineEnd + 1, to)
    }
    if headers >= 3 { return known * 2 > headers }
    return at == to && known > 0 ? nil : false
  }
}
