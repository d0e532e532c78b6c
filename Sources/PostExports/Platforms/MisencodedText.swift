/// Text whose UTF-8 bytes were each written as a character, as in the exports of Facebook and Instagram.
enum MisencodedText {
  /// The text as it was meant; as it is where it can't have been damaged so.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.firstIndex(where: { $0 >= 0x80 }) else { return text }
    var bytes = Array(text[..<first])
    bytes.reserveCapacity(text.count)
    var index = first
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        bytes.append(byte)
        index += 1
      } else {
        // A character up to U+00FF, which stands for a byte, takes two.
        guard 0xC2...0xC3 ~= byte, index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 else { return text }
        bytes.append(byte << 6 | text[index + 1] & 0x3F)
        index += 2
      }
    }
    return String(validating: bytes, as: UTF8.self) == nil ? text : bytes
  }
}
