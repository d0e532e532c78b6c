extension IndicatorFinder {
  /// Ends of host names that count without a scheme in front: the ones promotion uses, and Indonesia's.
  private static let topLevelDomains: Set<String> = [
    "com", "net", "org", "id", "info", "biz", "me", "io", "co", "cc", "tv", "xyz", "site", "online", "top", "vip",
    "club",
    "pro", "live", "link", "app", "shop", "fun", "store", "asia", "space", "website", "icu", "art", "bet", "poker",
    "casino", "game", "games", "win", "bid", "lol", "click", "cloud", "monster", "quest", "cyou", "cfd", "sbs", "buzz",
    "rest", "world", "today", "life", "one", "team", "group", "ltd", "lat", "best", "bio", "ink", "wiki", "mobi",
    "page",
    "dev", "gg", "to", "ly", "ws", "us", "uk", "ru", "my", "sg", "ph", "kh", "example", "test",
  ]

  /// Reads the address around the dot at `dot`, if it is one, and gives where to look on.
  func readAddress(
    around dot: Int,
    of text: borrowing FoldedText,
    _ original: Span<UInt8>,
    into findings: inout [Finding]
  ) -> Int {
    guard text.isWord(at: dot + 1) else { return dot + 1 }
    let bytes = text.bytes.span
    var (start, end) = (dot, dot + 1)
    while start > 0, Self.isAddressByte(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, Self.isAddressByte(bytes[end]) { end += 1 }
    addAddress(in: start..<end, of: text, original, to: &findings)
    return end
  }

  private func addAddress(
    in chunk: Range<Int>,
    of text: borrowing FoldedText,
    _ original: Span<UInt8>,
    to findings: inout [Finding]
  ) {
    guard let (host, scheme) = host(in: chunk, of: text) else { return }
    let labels = text.bytes[host].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let hyphen = UInt8(ascii: "-")
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && $0.first != hyphen && $0.last != hyphen }) else {
      return
    }
    guard let last = labels.last, last.contains(where: \.isLetterByte) else { return }
    guard !scheme.isEmpty || labels[0].elementsEqual("www".utf8) || Self.topLevelDomains.contains(last.text) else {
      return
    }
    let name = text.string(host)
    var end = chunk.upperBound
    while end > host.upperBound, !text.bytes[end - 1].isWordByte, text.bytes[end - 1] != UInt8(ascii: "/") { end -= 1 }
    // Unlike hosts, paths and codes of invitations are different ones in small and capital letters.
    let path = text.written(host.upperBound..<end, in: original)
    let whole = host.lowerBound..<end
    if let account = Self.account(host: name, path: path) {
      findings.append(Finding(kind: account.kind, value: account.value, range: whole))
      return
    }
    findings.append(Finding(kind: .domain, value: name, range: host))
    if path.utf8.count > 1 {
      findings.append(Finding(kind: .url, value: scheme + name + path, range: whole))
    }
  }

  /// The host name in a chunk, and the scheme that stands before it, if any. Mail addresses have none.
  private func host(in chunk: Range<Int>, of text: borrowing FoldedText) -> (Range<Int>, scheme: String)? {
    var (start, scheme) = (chunk.lowerBound, "")
    for (written, meant) in Self.schemes where text.bytes[chunk].starts(with: written.utf8) {
      start += written.utf8.count
      scheme = meant
    }
    while start < chunk.upperBound, !text.bytes[start].isWordByte { start += 1 }
    var end = start
    while end < chunk.upperBound, Self.isHostByte(text.bytes[end]) { end += 1 }
    guard end == chunk.upperBound || text.bytes[end] != UInt8(ascii: "@") else { return nil }
    guard start == chunk.lowerBound || text.bytes[start - 1] != UInt8(ascii: "@") else { return nil }
    while end > start, !text.bytes[end - 1].isWordByte { end -= 1 }
    return end > start ? (start..<end, scheme) : nil
  }

  private static let schemes = [
    ("https://", "https://"), ("http://", "http://"), ("hxxps://", "https://"), ("hxxp://", "http://"),
  ]

  private static let messengers: Set<String> = [
    "t.me", "telegram.me", "telegram.dog", "wa.me", "api.whatsapp.com", "whatsapp.com", "chat.whatsapp.com",
  ]

  /// The messenger account an address stands for.
  private static func account(host: String, path: String) -> (kind: Indicator.Kind, value: String)? {
    guard messengers.contains(host) else { return nil }
    let name = path.drop { $0 == "/" }
    guard !name.isEmpty else { return nil }
    switch host {
    case "t.me", "telegram.me", "telegram.dog":
      let isInvitation = name.hasPrefix("+") || name.lowercased().hasPrefix("joinchat/")
      return (.telegram, "t.me/" + (isInvitation ? String(name) : name.lowercased()))
    case "wa.me", "api.whatsapp.com", "whatsapp.com":
      let digits = name.drop { !$0.isNumber }.prefix { $0.isNumber }
      return (.whatsapp, digits.count >= 9 ? "+" + digits : host + "/" + name)
    case "chat.whatsapp.com": return (.whatsapp, host + "/" + name)
    default: return nil
    }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte.isWordByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "|"):
      false
    default: true
    }
  }
}

extension ArraySlice<UInt8> {
  var text: String { String(decoding: self, as: UTF8.self) }
}
