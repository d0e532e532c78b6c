extension IndicatorFinder {
  /// Ends of host names that count without a scheme in front: the ones promotion uses, and Indonesia's.
  private static let topLevelDomains = WordTable([
    "com", "net", "org", "id", "info", "biz", "me", "io", "co", "cc", "tv", "xyz", "site", "online", "top", "vip",
    "club",
    "pro", "live", "link", "app", "shop", "fun", "store", "asia", "space", "website", "icu", "art", "bet", "poker",
    "casino", "game", "games", "win", "bid", "lol", "click", "cloud", "monster", "quest", "cyou", "cfd", "sbs", "buzz",
    "rest", "world", "today", "life", "one", "team", "group", "ltd", "lat", "best", "bio", "ink", "wiki", "mobi",
    "page",
    "dev", "gg", "to", "ly", "ws", "us", "uk", "ru", "my", "sg", "ph", "kh", "example", "test",
  ])

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
    let bytes = text.bytes.span
    guard let last = Self.lastLabel(of: host, in: bytes), last.contains(where: { bytes[$0].isLetterByte }) else {
      return
    }
    guard !scheme.isEmpty || Self.isWeb(host, in: bytes) || Self.topLevelDomains.contains(last, of: bytes) else {
      return
    }
    let name = text.string(host)
    var end = chunk.upperBound
    while end > host.upperBound, !bytes[end - 1].isWordByte, bytes[end - 1] != UInt8(ascii: "/") { end -= 1 }
    // Unlike hosts, paths and codes of invitations are different ones in small and capital letters.
    let path = host.upperBound < end ? text.written(host.upperBound..<end, in: original) : ""
    let whole = host.lowerBound..<end
    if Self.messengers.contains(host, of: bytes), let account = Self.account(host: name, path: path) {
      findings.append(Finding(kind: account.kind, value: account.value, range: whole))
      return
    }
    findings.append(Finding(kind: .domain, value: name, range: host))
    if path.utf8.count > 1 {
      findings.append(Finding(kind: .url, value: scheme + name + path, range: whole))
    }
  }

  /// The last label of a host name; nil unless it has two or more, none of them empty or with a hyphen at an end.
  private static func lastLabel(of host: Range<Int>, in text: Span<UInt8>) -> Range<Int>? {
    var start = host.lowerBound
    for index in host where text[index] == UInt8(ascii: ".") {
      guard isLabel(start..<index, in: text) else { return nil }
      start = index + 1
    }
    return start > host.lowerBound && isLabel(start..<host.upperBound, in: text) ? start..<host.upperBound : nil
  }

  private static func isLabel(_ label: Range<Int>, in text: Span<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return !label.isEmpty && text[label.lowerBound] != hyphen && text[label.upperBound - 1] != hyphen
  }

  /// Whether a host name begins with `www`.
  private static func isWeb(_ host: Range<Int>, in text: Span<UInt8>) -> Bool {
    host.prefix(4).elementsEqual("www.".utf8) { text[$0] == $1 }
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

  private static let messengers = WordTable([
    "t.me", "telegram.me", "telegram.dog", "wa.me", "api.whatsapp.com", "whatsapp.com", "chat.whatsapp.com",
  ])

  /// The messenger account an address of one of `messengers` stands for.
  private static func account(host: String, path: String) -> (kind: Indicator.Kind, value: String)? {
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
