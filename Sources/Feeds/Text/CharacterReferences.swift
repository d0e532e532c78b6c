/// Turns `&amp;`, `&#233;` and `&eacute;` into characters, after the rules of HTML.
///
/// Only the fixed table of HTML is known. Entities that a document declares for itself are never expanded, so there is
/// no expansion bomb and no external entity to fetch.
enum CharacterReferences {
  /// What a reference stands for: one or two code points, and the position behind it.
  struct Match {
    var first: UInt32
    var second: UInt32 = 0
    var end: Int
  }

  /// Names and values of `CharacterReferenceTable`, unpacked at first use for the binary search.
  private struct Table {
    var names: [[UInt8]] = []
    var values: [(first: UInt32, second: UInt32)] = []
    var worksBare: [Bool] = []

    init(_ source: String) {
      for entry in source.utf8.split(separator: .space) {
        guard let separator = entry.firstIndex(where: { $0 == .equals || $0 == .exclamation }) else { continue }
        let codes = entry[entry.index(after: separator)...].split(separator: .plus).map {
          UInt32(Substring($0), radix: 16) ?? 0xFFFD
        }
        names.append(Array(entry[..<separator]))
        worksBare.append(entry[separator] == .exclamation)
        values.append((codes[0], codes.count > 1 ? codes[1] : 0))
      }
    }

    func index(of name: ArraySlice<UInt8>) -> Int? {
      var low = 0
      var high = names.count
      while low < high {
        let middle = (low + high) / 2
        if names[middle].lexicographicallyPrecedes(name) { low = middle + 1 } else { high = middle }
      }
      return low < names.count && names[low].elementsEqual(name) ? low : nil
    }
  }

  private static let table = Table(CharacterReferenceTable.source)
  private static let longestName = 32

  /// What the names 80–9F stand for: writers mean Windows-1252.
  private static let controls: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  /// The reference that starts at the `&` at `position`, or nil when the `&` is just text.
  ///
  /// - Parameter needsSemicolon: false also takes the old names that HTML reads without one ("&copy 2026").
  static func match(_ bytes: [UInt8], at position: Int, end: Int, needsSemicolon: Bool = false) -> Match? {
    let start = position + 1
    guard start < end else { return nil }
    if bytes[start] == .number { return joined(numeric(bytes, at: start + 1, end: end), bytes, end: end) }
    var nameEnd = start
    while nameEnd < end, nameEnd - start <= longestName, bytes[nameEnd].isLetter || bytes[nameEnd].isDigit {
      nameEnd += 1
    }
    guard nameEnd > start else { return nil }
    if nameEnd < end, bytes[nameEnd] == .semicolon {
      if let index = table.index(of: bytes[start..<nameEnd]) { return match(index, end: nameEnd + 1) }
    }
    return needsSemicolon ? nil : bareName(bytes, start..<nameEnd)
  }

  /// All of `range` with its references decoded.
  static func decoded(_ bytes: [UInt8], _ range: Range<Int>, needsSemicolon: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    appendDecoded(bytes, range, to: &output, needsSemicolon: needsSemicolon)
    return output
  }

  private static func match(_ index: Int, end: Int) -> Match {
    Match(first: table.values[index].first, second: table.values[index].second, end: end)
  }

  /// The longest beginning of `name` that HTML reads without a semicolon; those names have 2 to 6 letters.
  private static func bareName(_ bytes: [UInt8], _ name: Range<Int>) -> Match? {
    var length = min(6, name.count)
    while length >= 2 {
      let end = name.lowerBound + length
      if let index = table.index(of: bytes[name.lowerBound..<end]), table.worksBare[index] {
        return match(index, end: end)
      }
      length -= 1
    }
    return nil
  }

  /// Programs that think in UTF-16 write emoji and styled letters as two references, `&#55356;&#57264;`: these are joined.
  /// Whatever else is no character becomes U+FFFD.
  private static func joined(_ match: Match?, _ bytes: [UInt8], end: Int) -> Match? {
    guard var match, match.first >> 11 == 0x1B else { return match }
    let next = match.end
    if match.first < 0xDC00, bytes.hasPrefix("&#", at: next, end: end),
      let second = numeric(bytes, at: next + 2, end: end), second.first & 0x1F_FC00 == 0xDC00
    {
      return Match(first: 0x10000 + (match.first - 0xD800) << 10 + (second.first - 0xDC00), end: second.end)
    }
    match.first = 0xFFFD
    return match
  }

  /// The number behind `&#`; it may be that of a surrogate.
  private static func numeric(_ bytes: [UInt8], at start: Int, end: Int) -> Match? {
    var position = start
    let isHex = position < end && bytes[position] | 0x20 == UInt8(ascii: "x")
    if isHex { position += 1 }
    let radix: UInt32 = isHex ? 16 : 10
    let digitsStart = position
    var value: UInt32 = 0
    while position < end, let digit = bytes[position].hexValue, digit < radix {
      value = min(value &* radix &+ digit, 0x110000)
      position += 1
    }
    guard position > digitsStart else { return nil }
    if position < end, bytes[position] == .semicolon { position += 1 }
    return Match(first: meaning(of: value), end: position)
  }

  private static func meaning(of value: UInt32) -> UInt32 {
    if value >= 0x80, value <= 0x9F { return controls[Int(value - 0x80)] }
    return value == 0 || value > 0x10FFFF ? 0xFFFD : value
  }
}
