/// Names for the bytes that markup, JSON and dates are made of.
extension UInt8 {
  static let newline: UInt8 = 0x0A
  static let space: UInt8 = 0x20
  static let exclamation: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let number: UInt8 = 0x23
  static let percent: UInt8 = 0x25
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let minus: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let lessThan: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greaterThan: UInt8 = 0x3E
  static let question: UInt8 = 0x3F
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let leftBrace: UInt8 = 0x7B
  static let rightBrace: UInt8 = 0x7D

  /// Space, tab, line feed, form feed or carriage return.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  var isDigit: Bool { self &- 0x30 < 10 }

  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// The byte with A–Z turned into a–z; every other byte as it is.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// 0…15 for a hexadecimal digit.
  var hexValue: UInt32? {
    if isDigit { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) + 10 : nil
  }
}

extension [UInt8] {
  /// The first position in `range` where all of `needle` follows.
  func position(of needle: StaticString, in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while let hit = position(of: needle.withUTF8Buffer { $0[0] }, in: start..<range.upperBound) {
      if hasPrefix(needle, at: hit, end: range.upperBound) { return hit }
      start = hit + 1
    }
    return nil
  }

  /// Whether `literal` stands at `position`, letters compared without case; `literal` is written in lower case.
  func hasPrefix(_ literal: StaticString, at position: Int, end: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard position + length <= end else { return false }
    return literal.withUTF8Buffer { wanted in
      for k in 0..<length where self[position + k].lowercased != wanted[k] { return false }
      return true
    }
  }

  /// Whether the bytes in `range` are `literal`, letters compared without case; `literal` is written in lower case.
  func matches(_ literal: StaticString, in range: Range<Int>) -> Bool {
    range.count == literal.utf8CodeUnitCount && hasPrefix(literal, at: range.lowerBound, end: range.upperBound)
  }

  /// Whether two ranges hold the same bytes, letters compared without case.
  func sameIgnoringCase(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard a.count == b.count else { return false }
    for k in 0..<a.count where self[a.lowerBound + k].lowercased != self[b.lowerBound + k].lowercased { return false }
    return true
  }

  /// `range` without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, self[low].isSpace { low += 1 }
    while high > low, self[high - 1].isSpace { high -= 1 }
    return low..<high
  }

  /// The bytes of `range` as text; what is no UTF-8 becomes U+FFFD.
  func string(_ range: Range<Int>) -> String {
    switch CharacterCheck.of(self, range) {
    case .ascii: String(checked: self, range, isASCII: true)
    case .composed, .mixed: String(checked: self, range, isASCII: false)
    case .broken: String(decoding: self[range], as: UTF8.self)
    }
  }
}
