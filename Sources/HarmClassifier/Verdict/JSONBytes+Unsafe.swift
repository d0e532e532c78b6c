/// Bytes of JSON text being written. An array would look whether it is shared at every byte, which took half of the time.
///
/// Invariants: `start` points to `capacity` bytes of its own, of which the first `count` are written; whatever writes makes
/// room first.
struct JSONBytes: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// Most verdicts are shorter.
  private static let usual = 2048

  init() {
    capacity = Self.usual
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// Appends all bytes to `output`.
  func copy(to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    makeRoom(1)
    start[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    makeRoom(text.utf8CodeUnitCount)
    (start + count).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    count &+= text.utf8CodeUnitCount
  }

  /// Appends the content of a JSON string.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  private mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    // Room for all, so that `start` stays; kept beside `self`, which a written byte could lie in as far as is known here.
    makeRoom(text.count * Self.longestEscape)
    let start = start
    var end = count
    for byte in text {
      start[end] = byte
      end &+= 1
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F {
        count = end &- 1
        appendEscape(of: byte)
        end = count
      }
    }
    count = end
  }

  /// `\u0000`
  private static let longestEscape = 6

  private mutating func appendEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default:
      append("\\u00")
      append(UInt8(ascii: "0") + byte >> 4)
      append(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") - 10 + byte & 15)
    }
  }

  /// Appends the last `places` digits of a number, zeros in front.
  mutating func append(_ number: UInt, places: Int) {
    makeRoom(places)
    var rest = number
    for place in (0..<places).reversed() {
      let (higher, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start[count &+ place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = higher
    }
    count &+= places
  }

  @inline(__always)
  private mutating func makeRoom(_ more: Int) {
    if capacity &- count < more { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
