/// A value that goes over a tape: one list of its fields serves both ways, so that writing and reading cannot differ.
protocol Taped {
  /// What it is before it comes from a tape.
  static var blank: Self { get }
  /// Lets every field go over the tape, in a fixed order.
  mutating func pass(over tape: inout Tape)
}

/// Bytes that values are written to, or read from.
///
/// A number takes seven bits a byte, the lowest first, and the last byte is below 128; a text or list stands behind its
/// length. Where a tape to be read ends too soon it gives zeros, and is damaged.
struct Tape {
  private(set) var bytes: ArraySlice<UInt8>
  let isRead: Bool
  private var position: Int
  private var isDamaged = false

  /// A tape to be written.
  init() { (bytes, isRead, position) = ([], false, 0) }

  /// A tape to be read.
  init(reading bytes: ArraySlice<UInt8>) { (self.bytes, isRead, position) = (bytes, true, bytes.startIndex) }

  /// What was not read; nil when what was read made no sense.
  var rest: ArraySlice<UInt8>? { isDamaged ? nil : bytes[position...] }

  mutating func damage() { isDamaged = true }

  mutating func pass(_ value: inout some Taped) { value.pass(over: &self) }

  mutating func passNumber(_ number: inout UInt64) {
    if isRead { number = readNumber() } else { write(number) }
  }

  mutating func passText(_ text: inout String) {
    let count = passLength(text.utf8.count)
    guard isRead else { return bytes.append(contentsOf: text.utf8) }
    text = String(decoding: bytes[position..<position + count], as: UTF8.self)
    position += count
  }

  /// The number of things that follow, `length` of them when writing. Each takes a byte or more, so that a damaged length
  /// cannot ask for much memory.
  mutating func passLength(_ length: Int) -> Int {
    var length = length
    pass(&length)
    guard isRead, !(0...bytes.endIndex - position).contains(length) else { return length }
    damage()
    return 0
  }

  private mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func readNumber() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    damage()
    return 0
  }
}
