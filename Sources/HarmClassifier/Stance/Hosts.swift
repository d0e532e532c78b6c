/// What a host name says about who stands behind it.
struct Hosts: Sendable {
  /// Hosts of offices, schools and report portals, with all below them.
  private let official: WordTable

  init(official: [String]) { self.official = WordTable(official) }

  private static let cheapEndings = WordTable([
    "xyz", "site", "online", "top", "vip", "club", "icu", "bet", "poker", "casino", "win", "lol", "click", "monster",
    "quest", "cyou", "cfd", "sbs", "buzz", "rest", "cc", "fun", "space", "ink", "lat",
  ])
  private static let shorteners = WordTable([
    "bit.ly", "s.id", "tinyurl.com", "cutt.ly", "rebrand.ly", "linktr.ee", "heylink.me", "lynk.id", "shorturl.at",
    "t.ly",
    "is.gd", "rb.gy", "taplink.cc", "linkbio.co",
  ])
  private static let stems = [
    "slot", "togel", "toto", "gacor", "judi", "casino", "poker", "maxwin", "hoki", "bet", "win", "jp",
  ]
  .map { Array($0.utf8) }

  /// The host of an address, or the host itself.
  static func host(of address: String) -> ArraySlice<UInt8> {
    var host = Array(address.utf8)[...]
    if let scheme = host.firstIndex(of: UInt8(ascii: ":")) {
      host = host[scheme...].drop { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    }
    return host.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "?") }
  }

  /// Whether a host looks like one that promotion links to.
  func isSuspicious(_ host: ArraySlice<UInt8>) -> Bool {
    let bytes = host.span
    var labels: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: ".") {
      if index > start { labels.append(start..<index) }
      start = index + 1
    }
    if start < bytes.count { labels.append(start..<bytes.count) }
    if labels.contains(where: { official.contains($0.lowerBound..<bytes.count, of: bytes) }) { return false }
    guard let last = labels.popLast() else { return false }
    if Self.shorteners.contains(0..<bytes.count, of: bytes) || Self.cheapEndings.contains(last, of: bytes) {
      return true
    }
    return labels.contains { Self.isNumbered(bytes.extracting($0)) || Self.holdsStem(bytes.extracting($0)) }
  }

  /// Whether a label is made of a word and a number.
  private static func isNumbered(_ label: Span<UInt8>) -> Bool {
    guard label.indices.count(where: { label[$0].isDigitByte || label[$0] >= 0x80 }) >= 2 else { return false }
    let text = label.string(0..<label.count)
    return text.count(where: \.isNumber) >= 2 && text.count(where: \.isLetter) >= 3
  }

  private static func holdsStem(_ label: Span<UInt8>) -> Bool {
    stems.contains { label.count > $0.count + 2 && label.holds($0) }
  }
}
