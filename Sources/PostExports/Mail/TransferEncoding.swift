/// How mail carries bytes as ASCII (RFC 2045).
enum TransferEncoding {
  /// Soft line breaks go, `=3D` becomes its byte; an `=` that means nothing stays.
  static func quotedPrintable(_ text: some Collection<UInt8>) -> [UInt8] {
    let text = Array(text)
    var (bytes, at): ([UInt8], Int) = ([], 0)
    bytes.reserveCapacity(text.count)
    while at < text.count {
      if text[at] != UInt8(ascii: "=") {
        bytes.append(text[at])
        at += 1
      } else if at + 2 < text.count, let high = JSONText.hexValue(text[at + 1]),
        let low = JSONText.hexValue(text[at + 2])
      {
        bytes.append(UInt8(high << 4 | low))
        at += 3
      } else if let end = softBreak(text, after: at) {
        at = end
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
    return bytes
  }

  /// Where the next line begins, if nothing but blanks stands behind the `=` at `at`.
  private static func softBreak(_ text: [UInt8], after at: Int) -> Int? {
    var end = at + 1
    while end < text.count, text[end] == Byte.space || text[end] == Byte.tab || text[end] == Byte.carriageReturn {
      end += 1
    }
    if end == text.count { return end }
    return text[end] == Byte.newline ? end + 1 : nil
  }

  /// The bytes; white space is passed over, anything else that is no base64 is a fault.
  static func base64(_ text: some Collection<UInt8>) throws(MailFault) -> [UInt8] {
    var (bytes, bits, count, padding): ([UInt8], UInt32, Int, Int) = ([], 0, 0, 0)
    bytes.reserveCapacity(text.count / 4 * 3)
    for byte in text where !JSONCursor.isSpace(byte) {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(byte) else { throw .badBase64 }
      bits = bits << 6 | value
      count += 1
      if count % 4 == 0 { bytes += [UInt8(bits >> 16 & 255), UInt8(bits >> 8 & 255), UInt8(bits & 255)] }
    }
    switch count % 4 {
    case 2: bytes.append(UInt8(bits >> 4 & 255))
    case 3: bytes += [UInt8(bits >> 10 & 255), UInt8(bits >> 2 & 255)]
    case 1: throw .badBase64
    default: break
    }
    return bytes
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 71
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
