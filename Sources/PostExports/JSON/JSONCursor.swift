/// A value met while scanning; the range is without quotes for a string.
struct JSONValue {
  enum Kind {
    case string
    /// A number, `true` or `false`.
    case scalar
    case null
    case container
  }

  var kind: Kind
  var range: Range<Int>
  /// A string that holds escapes.
  var isEscaped = false
}

/// A strict reader of JSON (RFC 8259) that walks over values without keeping them.
///
/// `at` moves over `end` bytes at most. Bytes above 0x7F in strings pass unchecked: broken UTF-8 is not its concern.
struct JSONCursor {
  /// How deep arrays and objects may be nested.
  static let depthLimit = 64

  var at: Int
  let end: Int

  @inline(__always)
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while at < end, Self.isSpace(bytes[at]) { at += 1 }
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte <= Byte.space
      && (byte == Byte.space || byte == Byte.newline || byte == Byte.carriageReturn || byte == Byte.tab)
  }

  /// The next byte that is no space, not consumed.
  @inline(__always)
  mutating func peek(_ bytes: Span<UInt8>) throws(JSONFault) -> UInt8 {
    skipSpace(bytes)
    if at == end { throw .cut }
    return bytes[at]
  }

  mutating func expectEnd(_ bytes: Span<UInt8>) throws(JSONFault) {
    skipSpace(bytes)
    if at < end { throw .unexpected(at: at, wanted: "the end") }
  }

  /// Walks over an object, whose `{` is next, and gives each of its own members to `visit`.
  @inline(__always)
  mutating func object(
    _ bytes: Span<UInt8>,
    depth: Int,
    visit: (_ key: JSONValue, _ value: JSONValue) -> Void
  ) throws(JSONFault) {
    at += 1
    if try peek(bytes) == Byte.closeBrace { return at += 1 }
    while true {
      if try peek(bytes) != Byte.quote { throw .unexpected(at: at, wanted: "a key in quotes") }
      let key = try string(bytes)
      if try peek(bytes) != Byte.colon { throw .unexpected(at: at, wanted: "':'") }
      at += 1
      visit(key, try value(bytes, depth: depth + 1))
      switch try peek(bytes) {
      case Byte.comma: at += 1
      case Byte.closeBrace: return at += 1
      default: throw .unexpected(at: at, wanted: "',' or '}'")
      }
    }
  }

  /// Walks over an array, whose `[` is next, and gives each of its own elements to `visit`.
  @inline(__always)
  mutating func array(
    _ bytes: Span<UInt8>,
    depth: Int,
    visit: (_ element: JSONValue) -> Void
  ) throws(JSONFault) {
    at += 1
    if try peek(bytes) == Byte.closeBracket { return at += 1 }
    while true {
      visit(try value(bytes, depth: depth + 1))
      switch try peek(bytes) {
      case Byte.comma: at += 1
      case Byte.closeBracket: return at += 1
      default: throw .unexpected(at: at, wanted: "',' or ']'")
      }
    }
  }

  /// Walks over the next value of any kind.
  mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(JSONFault) -> JSONValue {
    let first = try peek(bytes)
    if first == Byte.quote { return try string(bytes) }
    let start = at
    switch first {
    case Byte.openBrace, Byte.openBracket:
      if depth >= Self.depthLimit { throw .tooDeep }
      if first == Byte.openBrace {
        try object(bytes, depth: depth) { _, _ in }
      } else {
        try array(bytes, depth: depth) { _ in }
      }
      return JSONValue(kind: .container, range: start..<at)
    case UInt8(ascii: "t"): try literal("true", bytes)
    case UInt8(ascii: "f"): try literal("false", bytes)
    case UInt8(ascii: "n"):
      try literal("null", bytes)
      return JSONValue(kind: .null, range: start..<at)
    default: try number(bytes)
    }
    return JSONValue(kind: .scalar, range: start..<at)
  }

  /// Walks over a string, whose opening quote is next.
  @inline(__always)
  mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> JSONValue {
    at += 1
    let start = at
    var isEscaped = false
    while true {
      at = ByteScan.firstJSONStop(bytes, from: at, to: end)
      if at == end { throw .cut }
      let stop = bytes[at]
      if stop == Byte.quote {
        at += 1
        return JSONValue(kind: .string, range: start..<at - 1, isEscaped: isEscaped)
      }
      if stop != Byte.backslash { throw .unexpected(at: at, wanted: "an escape instead of a control character") }
      isEscaped = true
      try escape(bytes)
    }
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) {
    if at + 1 >= end { throw .cut }
    switch bytes[at + 1] {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
    case UInt8(ascii: "u"):
      for digit in at + 2..<at + 6 {
        if digit >= end { throw .cut }
        if JSONText.hexValue(bytes[digit]) == nil { throw .unexpected(at: digit, wanted: "a hexadecimal digit") }
      }
      at += 6
    default: throw .unexpected(at: at + 1, wanted: "a known escape")
    }
  }

  private mutating func literal(_ word: StaticString, _ bytes: Span<UInt8>) throws(JSONFault) {
    for letter in word.description.utf8 {
      if at == end { throw .cut }
      if bytes[at] != letter { throw .unexpected(at: at, wanted: "'\(word)'") }
      at += 1
    }
  }

  private mutating func number(_ bytes: Span<UInt8>) throws(JSONFault) {
    take(UInt8(ascii: "-"), bytes)
    if !take(UInt8(ascii: "0"), bytes) { try digits(bytes, wanted: "a value") }
    if take(UInt8(ascii: "."), bytes) { try digits(bytes, wanted: "a digit") }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      if !take(UInt8(ascii: "+"), bytes) { take(UInt8(ascii: "-"), bytes) }
      try digits(bytes, wanted: "a digit")
    }
  }

  @discardableResult
  private mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func digits(_ bytes: Span<UInt8>, wanted: String) throws(JSONFault) {
    let start = at
    while at < end, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[at] { at += 1 }
    if at > start { return }
    throw at == end ? .cut : .unexpected(at: at, wanted: wanted)
  }
}
