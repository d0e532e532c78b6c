/// How addresses are read: a host's names stand between slashes, so that they are told from words of the same letters, and
/// of the rest counts only whether it asks to join by somebody's code. Which shared service carries a link says nothing,
/// and in labelled data it is often the collector's own trace.
extension NGramText {
  static let longestScheme = 5

  /// `http://`, `https://`.
  static func isScheme(_ word: Range<Int>, of text: Span<UInt8>) -> Bool {
    let end = word.upperBound
    guard 4...longestScheme ~= word.count, end + 2 < text.count, text[end] == UInt8(ascii: ":") else { return false }
    return text[end + 1] == UInt8(ascii: "/") && text[end + 2] == UInt8(ascii: "/")
      && text[word.lowerBound] == UInt8(ascii: "h") && text[word.lowerBound + 1] == UInt8(ascii: "t")
      && text[word.lowerBound + 2] == UInt8(ascii: "t") && text[word.lowerBound + 3] == UInt8(ascii: "p")
  }

  /// Reads the address whose host begins at `start`, and gives its end.
  mutating func readAddress(from start: Int, of text: Span<UInt8>) -> Int {
    let end = text.firstIndex(from: start, to: text.count) { $0 <= 0x20 }
    let host = start..<text.firstIndex(from: start, to: end) { Self.hostEnds.contains($0) }
    guard !Self.sharedHosts.contains(where: { text.holds($0, at: host) }) else { return end }
    appendSlash(at: start - 1)
    text.forEachRun(in: host) { label in
      guard !text.holds(Self.web, at: label) else { return }
      append(label, [], isHost: true, of: text)
      appendSlash(at: label.upperBound)
    }
    if Self.invites(host.upperBound..<end, of: text) { invitations += 1 }
    return end
  }

  private mutating func appendSlash(at place: Int) {
    come(from: place)
    bytes.append(UInt8(ascii: "/"))
  }

  /// Whether the path or the query of an address speaks of joining, or carries the code of who invites.
  private static func invites(_ rest: Range<Int>, of text: Span<UInt8>) -> Bool {
    var invites = false
    text.forEachRun(in: rest) { word in
      let isKey = word.upperBound < rest.upperBound && text[word.upperBound] == UInt8(ascii: "=")
      invites = invites || (isKey ? codes : joins).contains { text.holds($0, at: word) }
    }
    return invites
  }

  private static let hostEnds = Array("/?#:".utf8)
  private static let web = Array("www".utf8)
  private static let sharedHosts = [
    "t.co", "bit.ly", "youtu.be", "youtube.com", "www.youtube.com", "wa.me", "t.me", "goo.gl", "s.id", "tinyurl.com",
  ]
  .map { Array($0.utf8) }
  private static let joins = [
    "register", "reg", "signup", "daftar", "undang", "invite", "invitation", "join", "referral",
  ]
  .map { Array($0.utf8) }
  /// Names of what carries a code in a query.
  private static let codes = [
    "ref", "reff", "referral", "refcode", "referralcode", "referralid", "code", "c", "r", "chn", "channel",
    "channelcode", "invite", "invitecode", "inviter", "icode", "sharecode", "agent", "aff", "pid", "startapp",
  ]
  .map { Array($0.utf8) }
}

extension Span<UInt8> {
  fileprivate func firstIndex(from start: Int, to end: Int, where isMeant: (UInt8) -> Bool) -> Int {
    var index = start
    while index < end, !isMeant(self[index]) { index += 1 }
    return index
  }

  fileprivate func holds(_ part: [UInt8], at range: Range<Int>) -> Bool {
    range.count == part.count && part.indices.allSatisfy { self[range.lowerBound + $0] == part[$0] }
  }

  /// Calls `body` with every run of word bytes in `range`.
  fileprivate func forEachRun(in range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = firstIndex(from: index, to: range.upperBound) { $0.isWordByte }
      index = firstIndex(from: start, to: range.upperBound) { !$0.isWordByte }
      if start < index { body(start..<index) }
    }
  }
}
