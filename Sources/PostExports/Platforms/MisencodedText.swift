/// Text whose UTF-8 bytes were each written as a character, as in the exports of Facebook and Instagram.
enum MisencodedText {
  /// The text as it was meant; as it is where it can't have been damaged so.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var bytes: [UInt8] = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return text }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self) == nil ? text : bytes
  }
}
