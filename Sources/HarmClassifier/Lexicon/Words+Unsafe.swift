/// Reading the words of folded text eight bytes at once (SIMD within a register; Warren, *Hacker's Delight*): 20 instructions
/// a word of usual length instead of 45.
///
/// Invariants: bytes are loaded only where eight of them, or four, lie below the span's count; zeros, which belong to no
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

  /// Calls `body` with every word from `first` on, where none goes on, and whether it is *plain*: letters `a`–`z` only, no two
  /// alike in a row.
  ///
  /// Of 64 bytes at once it is told which belong to words, and words are read off these bits: no branch a byte.
  @inline(__always)
  func forEachWord(from first: Int, _ body: (_ word: Range<Int>, _ isPlain: Bool) -> Void) {
    var (start, isOpen, wasOdd, last) = (first, false, UInt64(0), UInt64(0))
    // Behind the last byte comes one that ends a word.
    for base in stride(from: first, through: count, by: 64) {
      let (words, odd) = wordBits(from: base, &last)
      let before = words &<< 1 | (isOpen ? 1 : 0)
      var (starts, ends) = (words & ~before, ~words & before)
      var place: UInt64 = 0
      while true {
        if !isOpen {
          guard starts != 0 else { break }
          place = UInt64(truncatingIfNeeded: starts.trailingZeroBitCount)
          start = base &+ Int(truncatingIfNeeded: place)
          starts &= starts &- 1
        }
        isOpen = ends == 0
        let lower = isOpen ? ~0 : ends ^ (ends &- 1)
        wasOdd |= (odd & lower) &>> place
        guard !isOpen else { break }
        let end = base &+ ends.trailingZeroBitCount
        ends &= ends &- 1
        body(Range(uncheckedBounds: (start, end)), wasOdd == 0)
        wasOdd = 0
      }
    }
  }

  /// Which of 64 bytes belong to words, and which words with them are not plain, the first one lowest. `last` is the byte
  /// before, and becomes the last one.
  @inline(__always)
  private func wordBits(from base: Int, _ last: inout UInt64) -> (words: UInt64, odd: UInt64) {
    var (words, odd) = (UInt64(0), UInt64(0))
    for place in stride(from: 0, to: Swift.min(64, count &- base), by: 8) {
      let bytes = eight(at: base &+ place)
      let kinds = WordBytes(bytes)
      let oddities = ~kinds.letters | WordBytes.zeros(in: bytes ^ (bytes &<< 8 | last))
      words |= WordBytes.bits(of: kinds.all) &<< UInt64(truncatingIfNeeded: place)
      odd |= WordBytes.bits(of: oddities & kinds.all) &<< UInt64(truncatingIfNeeded: place)
      last = bytes &>> 56
    }
    return (words, odd)
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

  /// The three bytes before `end`, which is 3 or more, the first one lowest.
  @inline(__always)
  func lastThree(before end: Int) -> UInt32 {
    guard end >= 4 else { return UInt32(truncatingIfNeeded: eight(at: end &- 3)) & 0xFF_FFFF }
    precondition(end <= count)
    return withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: end &- 4, as: UInt32.self)) } &>> 8
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

  /// All bits of the first `count` bytes of eight.
  @inline(__always)
  static func first(_ count: Int) -> UInt64 {
    count < 8 ? (1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1 : ~0
  }

  /// One bit for each flag, the first byte's lowest.
  @inline(__always)
  static func bits(of kinds: UInt64) -> UInt64 {
    // Brings the flag of byte `i` to bit `56 + i`.
    ((kinds & flags) &>> 7 &* 0x0102_0408_1020_4080) &>> 56
  }

  /// Which bytes are zero.
  @inline(__always)
  static func zeros(in bytes: UInt64) -> UInt64 { ~(((bytes & low7) &+ low7) | bytes) }
}
