/// HTML as plain text: tags, scripts and comments go, breaks and blocks become lines, character references are resolved.
enum HTMLText {
  private static let breaking: Set<String> = [
    "br", "p", "div", "li", "tr", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "hr",
  ]
  /// Elements whose content is not text.
  private static let silent: Set<String> = ["script", "style", "head", "title"]

  /// The text a reader would see, without white space at its ends.
  static func plain(_ markup: some RandomAccessCollection<UInt8>) -> [UInt8] {
    let markup = Array(markup)
    var text: [UInt8] = []
    var at = 0
    while at < markup.count {
      switch markup[at] {
      case UInt8(ascii: "<"): skipTag(markup, &at, &text)
      case UInt8(ascii: "&"): CharacterReference.resolve(markup, &at, &text)
      default:
        text.append(markup[at])
        at += 1
      }
    }
    return trimmed(text)
  }

  static func trimmed(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(where: { !JSONCursor.isSpace($0) }),
      let last = text.lastIndex(where: { !JSONCursor.isSpace($0) })
    else { return [] }
    return Array(text[first...last])
  }

  /// Moves over a tag; a `<` that opens none is text.
  private static func skipTag(_ markup: [UInt8], _ at: inout Int, _ text: inout [UInt8]) {
    let span = markup.span
    if BytePattern("<!--").lies(at: at, in: span, to: markup.count) {
      let end = BytePattern("-->").first(in: span, from: at + 4, to: markup.count)
      return at = end.map { $0 + 3 } ?? markup.count
    }
    let isClosing = at + 1 < markup.count && markup[at + 1] == UInt8(ascii: "/")
    let nameStart = at + (isClosing ? 2 : 1)
    let isTag = nameStart < markup.count && (isLetter(markup[nameStart]) || markup[nameStart] == UInt8(ascii: "!"))
    let end = ByteScan.first(UInt8(ascii: ">"), span, from: at, to: markup.count)
    guard isTag, end < markup.count else {
      text.append(markup[at])
      return at += 1
    }
    let name = String(decoding: markup[nameStart..<end].prefix { isLetter($0) || isDigit($0) }, as: UTF8.self)
      .lowercased()
    at = end + 1
    if breaking.contains(name), !text.isEmpty, text.last != Byte.newline { text.append(Byte.newline) }
    if silent.contains(name), !isClosing {
      at = BytePattern("</\(name)").first(in: span, from: at, to: markup.count) ?? markup.count
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// `&amp;`, `&#8217;` and the like.
enum CharacterReference {
  private static let named: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": " ", "hellip": "…", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "copy": "©", "trade": "™", "reg": "®",
    "laquo": "«", "raquo": "»", "middot": "·", "zwj": "\u{200D}", "zwnj": "\u{200C}", "shy": "\u{AD}",
  ]
  private static let longest = 12

  /// Appends what the reference at `at` stands for and moves behind it; an unknown one is text.
  static func resolve(_ markup: [UInt8], _ at: inout Int, _ text: inout [UInt8]) {
    let reach = min(markup.count, at + longest)
    if let end = markup[at..<reach].firstIndex(of: Byte.semicolon),
      let scalar = scalar(String(decoding: markup[at + 1..<end], as: UTF8.self))
    {
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      return at = end + 1
    }
    text.append(markup[at])
    at += 1
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.map { Unicode.Scalar($0) ?? "\u{FFFD}" }
  }
}
