// One look at every character of some bytes: whether they are UTF-8, and whether normalisation could change them.
//
// Invariants
// - A pointer lives inside one call, and reads stay below `end`: as many at a time as are left, the bytes of a longer character only after a comparison with `end`.
// - `StableCharacters.bits` has a bit for each value up to its limit; larger values are not looked up.

/// What a look at all characters of a text shows, from the plainest to the worst.
enum CharacterCheck: Comparable {
  /// Nothing but ASCII.
  case ascii
  /// UTF-8 in normalisation form C.
  case composed
  /// UTF-8 that normalisation might change.
  case mixed
  /// No UTF-8.
  case broken

  /// What the bytes of `range` are.
  static func of(_ bytes: [UInt8], _ range: Range<Int>) -> CharacterCheck {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return .ascii }
      return StableCharacters.bits.withUnsafeBufferPointer { stable in
        check(base, from: range.lowerBound, to: range.upperBound, stable)
      }
    }
  }

  private static func check(
    _ bytes: UnsafePointer<UInt8>,
    from start: Int,
    to end: Int,
    _ stable: UnsafeBufferPointer<UInt64>
  ) -> CharacterCheck {
    var i = start
    var result = CharacterCheck.ascii
    while true {
      skipASCII(bytes, &i, end)
      guard i < end else { return result }
      if result == .ascii { result = .composed }
      repeat {
        guard let (value, width) = character(bytes + i, end - i) else { return .broken }
        i += width
        if value >= 0x300, !StableCharacters.contains(value, stable) { result = .mixed }
      } while i < end && bytes[i] >= 0x80
    }
  }

  /// Moves `i` to the first byte above ASCII: 32 bytes a step, at last eight, as numbers.
  @inline(__always)
  private static func skipASCII(_ bytes: UnsafePointer<UInt8>, _ i: inout Int, _ end: Int) {
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: UnsafeRawPointer(bytes + i + offset).loadUnaligned(as: UInt64.self))
    }
    let highBits: UInt64 = 0x8080_8080_8080_8080
    while i &+ 32 <= end, (word(0) | word(8) | word(16) | word(24)) & highBits == 0 { i &+= 32 }
    while i &+ 8 <= end {
      let high = word(0) & highBits
      if high != 0 {
        i &+= high.trailingZeroBitCount >> 3
        return
      }
      i &+= 8
    }
    while i < end, bytes[i] < 0x80 { i &+= 1 }
  }

  /// The character of two to four bytes at `bytes`, of which `count` are left; nil when it is malformed (Unicode,
  /// table 3-7).
  @inline(__always)
  private static func character(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (value: UInt32, width: Int)? {
    let lead = UInt32(bytes[0])
    guard lead >= 0xC2, count >= 2, bytes[1] & 0xC0 == 0x80 else { return nil }
    let two = (lead & 0x1F) << 6 | UInt32(bytes[1] & 0x3F)
    if lead < 0xE0 { return (two, 2) }
    guard count >= 3, bytes[2] & 0xC0 == 0x80 else { return nil }
    let three = (two << 6 | UInt32(bytes[2] & 0x3F)) & 0xFFFF
    if lead < 0xF0 { return three >= 0x800 && three &- 0xD800 >= 0x800 ? (three, 3) : nil }
    guard count >= 4, bytes[3] & 0xC0 == 0x80 else { return nil }
    let four = (lead & 7) << 18 | (three & 0xFFF) << 6 | UInt32(bytes[3] & 0x3F)
    return lead < 0xF5 && four >= 0x10000 && four < 0x110000 ? (four, 4) : nil
  }
}

extension String {
  /// The text in `range` of `bytes`, which `CharacterCheck` found to be UTF-8.
  init(checked bytes: [UInt8], _ range: Range<Int>, isASCII: Bool) {
    let span = bytes.span.extracting(range)
    self.init(copying: UTF8Span(unchecked: span, isKnownASCII: isASCII))
  }
}

extension [UInt8] {
  /// Whether the text in `range`, which `CharacterCheck` found to be UTF-8, is in form C by the quick check of Unicode.
  func passesQuickCheck(_ range: Range<Int>) -> Bool {
    var text = UTF8Span(unchecked: span.extracting(range))
    return text.checkForNFC(quickCheck: true)
  }
}

extension StableCharacters {
  @inline(__always)
  fileprivate static func contains(_ value: UInt32, _ bits: UnsafeBufferPointer<UInt64>) -> Bool {
    value < limit && bits[Int(value >> 6)] >> UInt64(value & 63) & 1 == 1
  }
}
