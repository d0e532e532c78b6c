/// `=?UTF-8?B?aGFsbw==?=` in headers (RFC 2047).
enum EncodedWords {
  /// The text with its encoded words decoded; white space between two of them goes.
  static func decoded(_ value: [UInt8]) -> [UInt8] {
    let text = String(decoding: value, as: UTF8.self)
    let words = text.matches(of: /=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=/)
    if words.isEmpty { return value }
    var (output, end, isBehindWord): ([UInt8], String.Index, Bool) = ([], text.startIndex, false)
    for word in words {
      let between = text[end..<word.range.lowerBound]
      if !isBehindWord || !between.allSatisfy(\.isWhitespace) { output += between.utf8 }
      let (charset, encoding, content) = (word.output.1, word.output.2.lowercased(), word.output.3)
      if let bytes = bytes(content, encoding) {
        // RFC 2231 lets a language follow the charset.
        output += Charset.utf8(bytes, from: String(charset.prefix { $0 != "*" }))
      } else {
        output += word.output.0.utf8
      }
      (end, isBehindWord) = (word.range.upperBound, true)
    }
    return output + text[end...].utf8
  }

  private static func bytes(_ content: Substring, _ encoding: String) -> [UInt8]? {
    if encoding == "b" { return try? TransferEncoding.base64(content.utf8) }
    return TransferEncoding.quotedPrintable(content.utf8.map { $0 == UInt8(ascii: "_") ? Byte.space : $0 })
  }
}
