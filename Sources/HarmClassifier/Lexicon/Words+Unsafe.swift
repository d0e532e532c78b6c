/// Reading the words of folded text eight bytes at once (SIMD within a register; Warren, *Hacker's Delight*): 20 instructions
/// a word of usual length instead of 45.
///
/// Invariants: bytes are loaded only where eight of them lie below the span's count; zeros, which belong to no
/// word, stand for what lies behind the end.
extension Span<UInt8> {
  /// The end of the word that `index` lies in; `index` itself outside of words.
  @inline(__always)
  func wordEnd(from index: Int) -> Int {
    var end = index
    while true {
      let others = ~WordBytes(eight(at: end)).all & WordBytes.flags
      if others != 0 { return end &+ others.trailingZeroBitCount &>> 3 }
      end &+= 8
    }
  }

  /// The end of the word that `index` lies in, and whether it is *plain*: letters `a`–`z` only, no two alike in a row.
  @inline(__always)
  func word(from index: Int) -> (end: Int, isPlain: Bool) {
    var (end, last, special) = (index, UInt64(0), UInt64(0))
    while true {
      let bytes = eight(at: end)
      let kinds = WordBytes(bytes)
      let others = ~kinds.all & WordBytes.flags
      let oddities = ~kinds.letters | WordBytes.zeros(in: bytes ^ (bytes &<< 8 | last))
      guard others == 0 else {
        // All bits below the first other byte's flag.
        special |= oddities & (others &- 1) & ~others & WordBytes.flags
        return (end &+ others.trailingZeroBitCount &>> 3, special == 0)
      }
      special |= oddities & WordBytes.flags
      last = bytes &>> 56
      end &+= 8
    }
  }

  /// Whether a word from `index` on has four bytes or more.
  @inline(__always)
  func holdsFourWordBytes(from index: Int) -> Bool {
    UInt32(truncatingIfNeeded: ~WordBytes(eight(at: index)).all & WordBytes.flags) == 0
  }

  /// The first digit, `.` or `@` from `index`; `count` when there is none.
  @inline(__always)
  func firstDigitDotOrAt(from index: Int) -> Int {
    var place = index
    while place < count {
      let bytes = eight(at: place)
      let found =
        (WordBytes(bytes).digits | WordBytes.zeros(in: bytes ^ 0x2E2E_2E2E_2E2E_2E2E)
          | WordBytes.zeros(in: bytes ^ 0x4040_4040_4040_4040)) & WordBytes.flags
      if found != 0 { return place &+ found.trailingZeroBitCount &>> 3 }
      place &+= 8
    }
    return count
  }

  /// The bytes `word`, at most sixteen, the first one lowest; zeros behind.
  @inline(__always)
  func packed(_ word: Range<Int>) -> (low: UInt64, high: UInt64) {
    let unused = UInt64(truncatingIfNeeded: 128 &- 8 &* word.count)
    let low = eight(at: word.lowerBound)
    return word.count > 8
      ? (low, (eight(at: word.lowerBound &+ 8) &<< unused) &>> unused) : ((low &<< unused) &>> unused, 0)
  }

  /// Eight bytes, of which the last must lie below `count`; the first one lowest.
  @inline(__always)
  private func load(at index: Int) -> UInt64 {
    withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)) }
  }

  /// Eight bytes, the first one lowest, zeros behind the end.
  @inline(__always)
  func eight(at index: Int) -> UInt64 { index &+ 8 <= count ? load(at: index) : lastBytes(from: index) }

  private func lastBytes(from index: Int) -> UInt64 {
    guard index < count else { return 0 }
    // Of the last eight those from `index` on.
    if count >= 8 { return load(at: count &- 8) &>> UInt64(truncatingIfNeeded: 8 &* (8 &- (count &- index))) }
    var bytes: UInt64 = 0
    for place in (index..<count).reversed() { bytes = bytes &<< 8 | UInt64(self[place]) }
    return bytes
  }
}

/// Which of eight bytes belong to words, by the high bit of each; other bits are noise.
struct WordBytes {
  static let flags: UInt64 = 0x8080_8080_8080_8080
  private static let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// `a`–`z`.
  let letters: UInt64
  let digits: UInt64
  /// Those, and parts of letters beyond ASCII.
  let all: UInt64

  @inline(__always)
  init(_ bytes: UInt64) {
    let low = bytes & Self.low7
    letters = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~bytes
    digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646) & ~bytes
    all = letters | digits | bytes
  }

  /// Which bytes are zero.
  @inline(__always)
  static func zeros(in bytes: UInt64) -> UInt64 { ~(((bytes & low7) &+ low7) | bytes) }
}
