/// The two directions of JSON string escapes.
public enum JSONText {
  /// Appends `text` as a JSON string in quotes; only what must be escaped is.
  public static func appendQuoted(_ text: String, to output: inout [UInt8]) {
    output.append(Byte.quote)
    for byte in text.utf8 {
      if byte >= Byte.space && byte != Byte.quote && byte != Byte.backslash {
        output.append(byte)
      } else {
        appendEscape(of: byte, to: &output)
      }
    }
    output.append(Byte.quote)
  }

  private static func appendEscape(of byte: UInt8, to output: inout [UInt8]) {
    output.append(Byte.backslash)
    switch byte {
    case Byte.quote, Byte.backslash: output.append(byte)
    case Byte.newline: output.append(UInt8(ascii: "n"))
    case Byte.carriageReturn: output.append(UInt8(ascii: "r"))
    case Byte.tab: output.append(UInt8(ascii: "t"))
    default:
      output.append(contentsOf: "u00".utf8)
      output.append(hexDigits[Int(byte >> 4)])
      output.append(hexDigits[Int(byte & 15)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// Resolves the escapes of a JSON string's content (without quotes) in place and gives the range of the result.
  ///
  /// Content never grows. A surrogate without its partner becomes U+FFFD; an escape that JSON does not know stays as
  /// it is. `range` must lie in `bytes`.
  public static func decode(_ bytes: inout MutableSpan<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (read, write) = (range.lowerBound, range.lowerBound)
    while true {
      ByteScan.move(&bytes, until: Byte.backslash, from: &read, to: &write, end: range.upperBound)
      if read + 1 >= range.upperBound { break }
      read = decodeEscape(&bytes, at: read, end: range.upperBound, to: &write)
    }
    if read < range.upperBound {
      bytes[write] = Byte.backslash
      write += 1
    }
    return range.lowerBound..<write
  }

  /// Writes what the escape at `at` stands for and gives the index after the escape.
  private static func decodeEscape(_ bytes: inout MutableSpan<UInt8>, at: Int, end: Int, to write: inout Int) -> Int {
    let letter = bytes[at + 1]
    if letter == UInt8(ascii: "u"), let unit = codeUnit(bytes, at: at, end: end) {
      let (scalar, next) = scalar(bytes, unit, after: at + 6, end: end)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        bytes[write] = byte
        write += 1
      }
      return next
    }
    if let byte = simpleEscape(letter) {
      bytes[write] = byte
      write += 1
    } else {
      bytes[write] = Byte.backslash
      bytes[write + 1] = letter
      write += 2
    }
    return at + 2
  }

  private static func simpleEscape(_ letter: UInt8) -> UInt8? {
    switch letter {
    case Byte.quote, Byte.backslash, UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): Byte.newline
    case UInt8(ascii: "r"): Byte.carriageReturn
    case UInt8(ascii: "t"): Byte.tab
    default: nil
    }
  }

  /// The character of a code unit and, if it is the first half of a pair, of the escape that follows it.
  private static func scalar(
    _ bytes: borrowing MutableSpan<UInt8>,
    _ unit: UInt32,
    after next: Int,
    end: Int
  ) -> (Unicode.Scalar, next: Int) {
    if let scalar = Unicode.Scalar(unit) { return (scalar, next) }
    if unit < 0xDC00, let low = codeUnit(bytes, at: next, end: end), 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    {
      return (scalar, next + 6)
    }
    return ("\u{FFFD}", next)
  }

  /// The four hexadecimal digits of the `\u` escape at `at`.
  private static func codeUnit(_ bytes: borrowing MutableSpan<UInt8>, at: Int, end: Int) -> UInt32? {
    guard at + 6 <= end, bytes[at] == Byte.backslash, bytes[at + 1] == UInt8(ascii: "u") else { return nil }
    var unit: UInt32 = 0
    for index in at + 2..<at + 6 {
      guard let digit = hexValue(bytes[index]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }

  static func hexValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
    default: nil
    }
  }
}
