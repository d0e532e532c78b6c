/// Writes compact JSON, members in the order they are given.
struct JSONWriter {
  private(set) var output: [UInt8] = []
  private var needsComma = false

  mutating func open(_ bracket: Unicode.Scalar) {
    output.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    output.append(UInt8(ascii: bracket))
    needsComma = true
  }

  /// `{"feeds":["…"]}` with each address once.
  static func feeds(_ addresses: [String]) -> [UInt8] {
    var seen: Set<String> = []
    var json = JSONWriter()
    json.open("{")
    json.member("feeds", addresses.filter { seen.insert($0).inserted })
    json.close("}")
    return json.output
  }

  /// Puts the comma between two values of an array.
  mutating func separate() {
    if needsComma { output.append(.comma) }
    needsComma = true
  }

  mutating func key(_ name: String) {
    separate()
    write(name)
    output.append(.colon)
    needsComma = false
  }

  /// A member, left out when there is no value.
  mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    write(value)
    needsComma = true
  }

  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    open("[")
    for value in values {
      separate()
      write(value)
    }
    close("]")
  }

  private mutating func write(_ text: String) {
    output.append(.quote)
    for byte in text.utf8 {
      switch byte {
      case .quote, .backslash: output += [.backslash, byte]
      case .newline: output += Array("\\n".utf8)
      case 0..<0x20: output += Array("\\u00".utf8) + [Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]]
      default: output.append(byte)
      }
    }
    output.append(.quote)
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
