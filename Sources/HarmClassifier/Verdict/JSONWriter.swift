/// Writes JSON text (RFC 8259). Numbers are written digit by digit: no string is made on the way.
struct JSONWriter: ~Copyable {
  private var bytes = JSONBytes()
  /// Whether the next field or element follows another.
  private var needsComma = false

  /// Appends what was written to `output`.
  func copy(to output: inout [UInt8]) { bytes.copy(to: &output) }

  mutating func object(_ fields: (inout JSONWriter) -> Void) {
    open("{", close: "}", fields)
  }

  mutating func array<Element>(
    _ key: StaticString,
    _ elements: [Element],
    _ write: (inout JSONWriter, borrowing Element) -> Void
  ) {
    self.key(key)
    open("[", close: "]") { json in
      for element in elements { write(&json, element) }
    }
  }

  mutating func field(_ key: StaticString, _ text: String) {
    self.key(key)
    value(text)
  }

  mutating func field(_ key: StaticString, _ number: Int) {
    self.key(key)
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(number.magnitude, places: Self.digits(of: number.magnitude))
    needsComma = true
  }

  /// Writes a number with at most six places.
  mutating func field(_ key: StaticString, _ number: Double) {
    self.key(key)
    let millionths = (number * 1e6).rounded()
    // Within these bounds the shortest decimal that reads as the rounded number is that of its millionths.
    if millionths == 0 || 100 <= millionths.magnitude && millionths.magnitude < 1e15 {
      append(millionths: Int(millionths))
    } else {
      let rounded = millionths / 1e6
      bytes.append(escaping: Int(exactly: rounded).map(String.init) ?? rounded.description)
    }
    needsComma = true
  }

  mutating func value(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(escaping: text)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private mutating func append(millionths number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    bytes.append(whole, places: Self.digits(of: whole))
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var (places, part) = (6, rest)
    while part.isMultiple(of: 10) { (places, part) = (places - 1, part / 10) }
    bytes.append(part, places: places)
  }

  private static func digits(of number: UInt) -> Int {
    var (count, rest) = (1, number)
    while rest >= 10 { (count, rest) = (count + 1, rest / 10) }
    return count
  }

  @inline(__always)
  private mutating func key(_ key: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(key)
    bytes.append("\":")
    needsComma = false
  }

  @inline(__always)
  private mutating func open(_ opening: Unicode.Scalar, close: Unicode.Scalar, _ write: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    write(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  @inline(__always)
  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }
}
