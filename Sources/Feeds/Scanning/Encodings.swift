/// Finds out in which encoding bytes are written and turns them into UTF-8.
///
/// In this order: byte order mark; zero bytes around the first `<` or `{`; valid UTF-8, whatever a header claims, as text
/// in other encodings is hardly ever valid UTF-8 by chance; the `charset` of the HTTP header; the declaration inside the
/// document; and at last Windows-1252, or UTF-8 with damaged places when most of it is good.
enum Encodings {
  /// `bytes` as valid UTF-8 without a byte order mark.
  static func utf8(from bytes: [UInt8], contentType: String?) -> [UInt8] {
    if let wide = wideUnits(of: bytes) { return wide.decode(bytes) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let names = [contentType.flatMap(charset), declared(bytes)].compactMap(\.self).map { $0.lowercased() }
    if CharacterCheck.of(bytes, 0..<bytes.count) != .broken, !names.contains(where: { $0.hasPrefix("iso-2022") }) {
      return start == 0 ? bytes : Array(bytes[start...])
    }
    for name in names {
      if let decoded = LegacyEncoding(name)?.decode(bytes) { return decoded }
    }
    return mostlyUTF8(bytes)
      ? Array(String(decoding: bytes[start...], as: UTF8.self).utf8) : LegacyEncoding.western.decode(bytes)
  }

  /// Whether good sequences of several bytes outnumber the bad bytes, as after a cut in the middle of a letter.
  private static func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      if scalar == "\u{FFFD}" { bad += 1 } else { good += 1 }
    }
    return good > bad
  }

  /// The `charset` of a `Content-Type`.
  private static func charset(of contentType: String) -> String? {
    let bytes = Array(contentType.utf8)
    return bytes.position(of: "charset", in: 0..<bytes.count).flatMap { assigned(bytes, after: $0 + 7) }
  }

  /// The encoding that the XML declaration or a `meta` element names.
  private static func declared(_ bytes: [UInt8]) -> String? {
    let head = 0..<min(bytes.count, 1024)
    if let xml = bytes.position(of: "<?xml", in: head) {
      let end = bytes.position(of: .greaterThan, in: xml..<head.upperBound) ?? head.upperBound
      return bytes.position(of: "encoding", in: xml..<end).flatMap { assigned(bytes, after: $0 + 8) }
    }
    return bytes.position(of: "charset", in: head).flatMap { assigned(bytes, after: $0 + 7) }
  }

  /// The word behind an equals sign, without quotes.
  private static func assigned(_ bytes: [UInt8], after position: Int) -> String? {
    var start = position
    while start < bytes.count, bytes[start].isSpace || bytes[start] == .equals || bytes[start].isQuote { start += 1 }
    var end = start
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .minus || bytes[end] == 0x5F {
      end += 1
    }
    return end > start ? bytes.string(start..<end) : nil
  }

  private static func wideUnits(of bytes: [UInt8]) -> WideUnits? {
    guard bytes.count >= 4 else { return nil }
    let isText = { (byte: UInt8) in byte != 0 && byte < 0x80 }
    switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
    case (0, 0, 0xFE, 0xFF), (0, 0, 0, .lessThan): return WideUnits(width: 4, isBigEndian: true)
    case (0xFF, 0xFE, 0, 0), (.lessThan, 0, 0, 0): return WideUnits(width: 4, isBigEndian: false)
    case (0xFE, 0xFF, _, _): return WideUnits(width: 2, isBigEndian: true)
    case (0xFF, 0xFE, _, _): return WideUnits(width: 2, isBigEndian: false)
    case (0, let first, 0, let second) where isText(first) && isText(second):
      return WideUnits(width: 2, isBigEndian: true)
    case (let first, 0, let second, 0) where isText(first) && isText(second):
      return WideUnits(width: 2, isBigEndian: false)
    default: return nil
    }
  }
}

/// UTF-16 or UTF-32.
private struct WideUnits {
  var width: Int
  var isBigEndian: Bool

  func decode(_ bytes: [UInt8]) -> [UInt8] {
    var units: [UInt32] = []
    units.reserveCapacity(bytes.count / width)
    for start in stride(from: 0, through: bytes.count - width, by: width) {
      var unit: UInt32 = 0
      for k in 0..<width { unit = unit << 8 | UInt32(bytes[start + (isBigEndian ? k : width - 1 - k)]) }
      units.append(unit)
    }
    if units.first == 0xFEFF { units.removeFirst() }
    if width == 2 {
      return Array(String(decoding: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self).utf8)
    }
    var output: [UInt8] = []
    for unit in units { output.append(scalar: unit) }
    return output
  }
}

extension UInt8 {
  fileprivate var isQuote: Bool { self == .quote || self == .apostrophe }
}
