/// White space as text has it: that of ASCII, U+0085, U+00A0 and the wider spaces of Unicode.
extension UInt8 {
  /// Whether white space may start with this byte: ASCII white space or the first byte of a longer one.
  var mayStartSpace: Bool { isSpace || self == 0xC2 || (self >= 0xE1 && self <= 0xE3) }
}

extension [UInt8] {
  /// How many bytes the white space character at `i` takes, or 0 when there is none.
  func spaceWidth(at i: Int, end: Int) -> Int {
    let byte = self[i]
    if byte.isSpace { return 1 }
    guard byte.mayStartSpace, i + 1 < end else { return 0 }
    if byte == 0xC2 { return self[i + 1] == 0xA0 || self[i + 1] == 0x85 ? 2 : 0 }
    guard i + 2 < end else { return 0 }
    switch (byte, self[i + 1], self[i + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }
}

extension UInt32 {
  /// Whether the character with this value is white space.
  var isWhiteSpace: Bool {
    switch self {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
