/// A JSON document.
enum JSONValue {
  case null
  case bool(Bool)
  /// A number as it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// The first value of a key of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string or a number, nil when it is empty.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text.isEmpty ? nil : text
    default: nil
    }
  }

  /// The elements of an array; anything else stands for itself, as many feeds leave out the brackets around one element.
  var elements: [JSONValue] {
    switch self {
    case .array(let values): values
    case .null: []
    default: [self]
    }
  }

  /// The document in `bytes`, which must be UTF-8; nil when it does not begin like one.
  ///
  /// Liberal: commas may be missing or too many, line breaks may stand in strings, and a document that is cut off ends
  /// where it ends.
  static func parse(_ bytes: [UInt8]) -> JSONValue? {
    var reader = JSONReader(bytes: bytes)
    return reader.value(depth: 0)
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  static let maximumDepth = 64

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func value(depth: Int) -> JSONValue? {
    skipSeparators()
    guard position < bytes.count, depth < Self.maximumDepth else { return nil }
    switch bytes[position] {
    case .leftBrace: return object(depth: depth)
    case .leftBracket: return array(depth: depth)
    case .quote: return .string(string())
    case .rightBrace, .rightBracket: return nil
    default: return literal()
    }
  }

  private mutating func object(depth: Int) -> JSONValue {
    position += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipSeparators()
      guard position < bytes.count, bytes[position] == .quote else { break }
      let key = string()
      skipSeparators()
      guard let value = value(depth: depth + 1) else { break }
      members.append((key, value))
    }
    leave(.rightBrace)
    return .object(members)
  }

  private mutating func array(depth: Int) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    while let value = value(depth: depth + 1) { values.append(value) }
    leave(.rightBracket)
    return .array(values)
  }

  /// Steps over the closing bracket; whatever else stands there ends the document.
  private mutating func leave(_ bracket: UInt8) {
    position = position < bytes.count && bytes[position] == bracket ? position + 1 : bytes.count
  }

  private mutating func skipSeparators() {
    while position < bytes.count, bytes[position].isSpace || bytes[position] == .comma || bytes[position] == .colon {
      position += 1
    }
  }

  private mutating func literal() -> JSONValue? {
    let start = position
    while position < bytes.count, !bytes[position].endsLiteral { position += 1 }
    switch bytes.string(start..<position) {
    case "": return nil
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let text: return text.utf8.first.map { $0.isDigit || $0 == .minus } == true ? .number(text) : nil
    }
  }

  private mutating func string() -> String {
    position += 1
    var output: [UInt8] = []
    var start = position
    while true {
      position = bytes.endOfQuotedPart(in: position..<bytes.count)
      guard position < bytes.count, bytes[position] == .backslash else { break }
      output.append(copying: bytes, start..<position)
      escape(into: &output)
      start = position
    }
    let end = position
    if position < bytes.count { position += 1 }
    if output.isEmpty { return bytes.string(start..<end) }
    output.append(copying: bytes, start..<end)
    return output.string(0..<output.count)
  }

  private mutating func escape(into output: inout [UInt8]) {
    position += 1
    guard position < bytes.count else { return }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "n"): output.append(.newline)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "b"): output.append(0x08)
    case UInt8(ascii: "f"): output.append(0x0C)
    case UInt8(ascii: "u"): output.append(scalar: escapedScalar())
    default: output.append(letter)
    }
  }

  /// The scalar of `\uXXXX`, joining surrogate pairs.
  private mutating func escapedScalar() -> UInt32 {
    let first = hexUnit()
    guard first & 0xFC00 == 0xD800, bytes.hasPrefix("\\u", at: position, end: bytes.count) else { return first }
    let mark = position
    position += 2
    let second = hexUnit()
    if second & 0xFC00 == 0xDC00 { return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00) }
    position = mark
    return first
  }

  private mutating func hexUnit() -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard position < bytes.count, let digit = bytes[position].hexValue else { return 0xFFFD }
      unit = unit << 4 | digit
      position += 1
    }
    return unit
  }
}

extension UInt8 {
  fileprivate var endsLiteral: Bool {
    isSpace || self == .comma || self == .rightBrace || self == .rightBracket || self == .colon
  }
}
