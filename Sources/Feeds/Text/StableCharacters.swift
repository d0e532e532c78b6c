/// Characters above U+0300 that normalisation form C leaves as they are, whatever stands around them: none is the second
/// half of a composition or moves past another mark (NFC_Quick_Check=Yes and combining class 0).
enum StableCharacters {
  /// Values from here on are never looked up.
  static let limit: UInt32 = 0x20000

  /// One bit a character.
  static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: Int(limit) / 64)
    for range in ranges {
      for value in range { bits[value >> 6] |= 1 << UInt64(value & 63) }
    }
    return bits
  }()

  /// Ranges wide enough for the scripts, punctuation, styled letters and emoji of everyday posts: Greek, Cyrillic,
  /// Armenian, Hebrew, Arabic letters, Devanagari letters, Thai, Latin with marks, symbols, kana, Chinese, Hangul.
  private static let ranges: [Range<Int>] = [
    0x388..<0x483, 0x48A..<0x530, 0x531..<0x557, 0x559..<0x58B, 0x5D0..<0x5EB, 0x600..<0x610, 0x61B..<0x64B,
    0x660..<0x670, 0x671..<0x6D6, 0x6EE..<0x700, 0x904..<0x93C, 0x93D..<0x94D, 0x964..<0x980, 0xE01..<0xE38,
    0xE3F..<0xE48, 0xE4F..<0xE5C, 0x1E00..<0x1F00, 0x2002..<0x20D0, 0x2100..<0x2126, 0x212C..<0x2329, 0x2400..<0x2A00,
    0x3001..<0x302A, 0x3041..<0x3099, 0x309B..<0x3100, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0xE000..<0xF900,
    0xFE00..<0xFE10, 0xFE70..<0xFF00, 0xFF01..<0xFFFE, 0x1D400..<0x1D800, 0x1F000..<0x1FB00,
  ]
}
