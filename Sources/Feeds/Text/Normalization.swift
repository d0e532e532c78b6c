import Foundation

/// Unicode normalisation form C, skipped for text that is in it beyond doubt.
enum Normalization {
  /// The UTF-8 in `bytes` as text in form C.
  static func composed(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return isStable(bytes) ? text : text.precomposedStringWithCanonicalMapping
  }

  /// Whether all characters are of ranges in which none composes or decomposes.
  private static func isStable(_ bytes: [UInt8]) -> Bool {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      // Below is ASCII, the inside of a character, and what lies before U+0300, where combining begins.
      if byte < 0xCC {
        i &+= 1
        continue
      }
      let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard i &+ width <= bytes.count else { return false }
      var value = UInt32(byte) & (0x7F >> UInt32(width))
      for k in 1..<width { value = value << 6 | UInt32(bytes[i &+ k] & 0x3F) }
      guard isStable(value) else { return false }
      i &+= width
    }
    return true
  }

  /// Ranges wide enough for the scripts, punctuation, styled letters and emoji of everyday posts.
  private static func isStable(_ value: UInt32) -> Bool {
    switch value {
    case 0x388..<0x483, 0x1E00..<0x1F00, 0x2002..<0x20D0, 0x2100..<0x2126, 0x212C..<0x2329, 0x2400..<0x2A00,
      0x3001..<0x302A, 0x3041..<0x3099, 0x309B..<0x3100, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0xE000..<0xF900,
      0xFE00..<0xFE10, 0xFF01..<0xFFFE, 0x1D400..<0x1D800, 0x1F000..<0x1FB00:
      return true
    default: return false
    }
  }
}
