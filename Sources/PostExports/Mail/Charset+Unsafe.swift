#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Old character sets of mail as UTF-8, by `iconv(3)`.
///
/// Invariants of the unsafe part: iconv reads from `next` at most `inLeft` bytes and writes at most `outLeft` bytes of
/// the space it is given, and moves the pointers with what it did; only what it wrote becomes part of the result.
enum Charset {
  /// Families that mail uses. Others are not handed on: system converters load code by the name they are given.
  private static let known = [
    "iso-8859-", "windows-125", "cp125", "koi8-", "shift_jis", "sjis", "euc-", "iso-2022-jp", "gb2312", "gbk",
    "gb18030",
    "big5", "utf-16", "tis-620", "macintosh",
  ]

  /// The text as UTF-8. What can't be converted becomes U+FFFD; text in an unknown set is taken as UTF-8, or as
  /// Windows-1252 where it is none.
  static func utf8(_ bytes: [UInt8], from name: String) -> [UInt8] {
    let name = name.lowercased()
    if ["", "utf-8", "utf8", "us-ascii", "ascii"].contains(name) { return bytes }
    let isKnown = known.contains(where: name.hasPrefix)
    if isKnown, let text = convert(bytes, from: name) { return text }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return convert(bytes, from: "windows-1252") ?? bytes
  }

  private static func convert(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    // Latin-1 of mail is Windows-1252 in truth (WHATWG Encoding).
    guard let converter = iconv_open("UTF-8", name == "iso-8859-1" ? "windows-1252" : name),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var output: [UInt8] = []
    input.withUnsafeMutableBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var next: UnsafeMutablePointer<CChar>? = base.assumingMemoryBound(to: CChar.self)
      var inLeft = buffer.count
      while inLeft > 0, !step(converter, &next, &inLeft, &output) {
        // EINVAL ends the text inside of a character; anything else can't be converted: over it, and on.
        output += UTF8.encodedReplacementCharacter
        next = next.map { $0 + 1 }
        inLeft -= 1
      }
    }
    return output
  }

  /// Converts until the input ends (true) or a byte stops it (false).
  private static func step(
    _ converter: iconv_t,
    _ next: inout UnsafeMutablePointer<CChar>?,
    _ inLeft: inout Int,
    _ output: inout [UInt8]
  ) -> Bool {
    while true {
      var failed = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { space, count in
        var out: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(space.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        var outLeft = space.count
        let result = iconv(converter, &next, &inLeft, &out, &outLeft)
        failed = result == Int.max || result == -1 ? Int(errno) : 0
        count = space.count - outLeft
      }
      output += chunk
      if failed == 0 { return true }
      if failed != Int(E2BIG) { return false }
    }
  }
}
