/// What a host name says about who stands behind it.
struct Hosts: Sendable {
  /// Hosts of offices, schools and report portals, with all below them.
  private let official: Set<String>

  init(official: [String]) { self.official = Set(official) }

  private static let cheapEndings: Set<String> = [
    "xyz", "site", "online", "top", "vip", "club", "icu", "bet", "poker", "casino", "win", "lol", "click", "monster",
    "quest", "cyou", "cfd", "sbs", "buzz", "rest", "cc", "fun", "space", "ink", "lat",
  ]
  private static let shorteners: Set<String> = [
    "bit.ly", "s.id", "tinyurl.com", "cutt.ly", "rebrand.ly", "linktr.ee", "heylink.me", "lynk.id", "shorturl.at",
    "t.ly",
    "is.gd", "rb.gy", "taplink.cc", "linkbio.co",
  ]
  private static let stems = [
    "slot", "togel", "toto", "gacor", "judi", "casino", "poker", "maxwin", "hoki", "bet", "win", "jp",
  ]
  .map { Array($0.utf8) }

  private func isOfficial(_ host: ArraySlice<UInt8>) -> Bool {
    var rest = host
    while true {
      if official.contains(rest.text) { return true }
      guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return false }
      rest = rest[(dot + 1)...]
    }
  }

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
    guard !isOfficial(host) else { return false }
    let labels = host.split(separator: UInt8(ascii: "."))
    if Self.shorteners.contains(host.text) || Self.cheapEndings.contains(labels.last?.text ?? "") { return true }
    return labels.dropLast().contains { Self.isNumbered($0) || Self.holdsStem($0) }
  }

  /// Whether a label is made of a word and a number.
  private static func isNumbered(_ label: ArraySlice<UInt8>) -> Bool {
    guard label.count(where: { $0.isDigitByte || $0 >= 0x80 }) >= 2 else { return false }
    let text = label.text
    return text.count(where: \.isNumber) >= 2 && text.count(where: \.isLetter) >= 3
  }

  private static func holdsStem(_ label: ArraySlice<UInt8>) -> Bool {
    stems.contains { label.count > $0.count + 2 && label.holds($0) }
  }
}
