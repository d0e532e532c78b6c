import Foundation
import Synchronization

/// Encodings from before Unicode, decoded by Foundation.
///
/// Foundation refuses a whole document for one bad byte, so single-byte encodings go through a table of 128 characters and
/// the others segment by segment; what can't be read becomes U+FFFD.
struct LegacyEncoding {
  private var encoding: String.Encoding
  private var isSingleByte: Bool

  /// Windows-1252: what is meant by ISO 8859-1 and US-ASCII as well.
  static let western = LegacyEncoding(code: 0x500, isSingleByte: true)

  private init(code: UInt, isSingleByte: Bool) {
    encoding = String.Encoding(rawValue: 0x8000_0000 | code)
    self.isSingleByte = isSingleByte
  }

  /// The encoding with that name (WHATWG Encoding labels, in lower case), or nil for UTF-8 and unknown names.
  init?(_ name: String) {
    if let code = Self.singleByte[name] {
      self.init(code: code, isSingleByte: true)
    } else if let code = Self.multiByte[name] {
      self.init(code: code, isSingleByte: false)
    } else {
      return nil
    }
  }

  /// `bytes` as UTF-8.
  func decode(_ bytes: [UInt8]) -> [UInt8] {
    if isSingleByte { return decodeBytes(bytes) }
    if let whole = String(data: Data(bytes), encoding: encoding) { return Array(whole.utf8) }
    return decodeSegments(bytes)
  }

  private func decodeBytes(_ bytes: [UInt8]) -> [UInt8] {
    let upper = Self.tables.withLock { tables in
      if let table = tables[encoding.rawValue] { return table }
      let table = (0x80...0xFF).map(character)
      tables[encoding.rawValue] = table
      return table
    }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    for byte in bytes {
      if byte < 0x80 { output.append(byte) } else { output.append(scalar: upper[Int(byte) - 0x80]) }
    }
    return output
  }

  /// The characters of the bytes from 80 to FF, by encoding: Foundation takes its time over each.
  private static let tables = Mutex<[UInt: [UInt32]]>([:])

  private func character(_ byte: UInt8) -> UInt32 {
    String(data: Data([byte]), encoding: encoding)?.unicodeScalars.first?.value ?? 0xFFFD
  }

  /// `<` and a line feed are never the second byte of a character in these encodings.
  private func decodeSegments(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, bytes[end] != .lessThan, bytes[end] != .newline { end += 1 }
      if let text = String(data: Data(bytes[start..<end]), encoding: encoding) {
        output.append(contentsOf: text.utf8)
      } else {
        output.append(contentsOf: String(decoding: bytes[start..<end], as: UTF8.self).utf8)
      }
      start = end
    }
    return output
  }

  // Numbers of Core Foundation's string encodings.
  private static let singleByte: [String: UInt] = [
    "windows-1252": 0x500, "cp1252": 0x500, "iso-8859-1": 0x500, "iso8859-1": 0x500, "latin1": 0x500, "us-ascii": 0x500,
    "ascii": 0x500, "iso_8859-1": 0x500, "windows-1250": 0x501, "cp1250": 0x501, "windows-1251": 0x502, "cp1251": 0x502,
    "windows-1253": 0x503, "windows-1254": 0x504, "windows-1255": 0x505, "windows-1256": 0x506, "windows-1257": 0x507,
    "windows-1258": 0x508, "windows-874": 0x41D, "tis-620": 0x41D, "iso-8859-2": 0x202, "iso-8859-3": 0x203,
    "iso-8859-4": 0x204, "iso-8859-5": 0x205, "iso-8859-6": 0x206, "iso-8859-7": 0x207, "iso-8859-8": 0x208,
    "iso-8859-9": 0x504, "iso-8859-10": 0x20A, "iso-8859-11": 0x41D, "iso-8859-13": 0x20D, "iso-8859-14": 0x20E,
    "iso-8859-15": 0x20F, "iso-8859-16": 0x210, "koi8-r": 0xA02, "koi8-u": 0xA08, "macintosh": 0, "x-mac-cyrillic": 7,
    "mac-cyrillic": 7, "ibm866": 0x419, "cp866": 0x419,
  ]

  private static let multiByte: [String: UInt] = [
    "gb18030": 0x632, "gbk": 0x632, "gb2312": 0x632, "x-gbk": 0x632, "gb_2312-80": 0x632, "big5": 0xA06,
    "big5-hkscs": 0xA06, "euc-kr": 0x422, "ks_c_5601-1987": 0x422, "cp949": 0x422, "shift_jis": 0x420, "sjis": 0x420,
    "shift-jis": 0x420, "windows-31j": 0x420, "x-sjis": 0x420, "euc-jp": 0x920, "iso-2022-jp": 0x820,
  ]
}
