import Foundation

/// Unicode normalisation form C, skipped for text that is in it beyond doubt.
enum Normalization {
  /// The UTF-8 in `bytes` as text in form C.
  static func composed(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    if !bytes.contains(where: { $0 >= 0xCC }) || text.unicodeScalars.allSatisfy(isStable) { return text }
    return text.precomposedStringWithCanonicalMapping
  }

  /// Ranges in which no character composes or decomposes, wide enough for the scripts, punctuation, styled letters and
  /// emoji of everyday posts.
  private static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x400..<0x483, 0x2010..<0x20D0, 0x2190..<0x2329, 0x2400..<0x2A00, 0x3001..<0x302A,
      0x3041..<0x3099, 0x309B..<0x3100, 0x4E00..<0xA000, 0xAC00..<0xD7A4, 0xFE00..<0xFE10, 0xFF01..<0xFFF0,
      0x1D400..<0x1D800, 0x1F000..<0x1FB00:
      return true
    default: return false
    }
  }
}
