/// A post as the first look reads it: eight bytes at once, with blanks behind its end.
///
/// Invariants: bytes are read only below `count`, and the text outlives this.
struct TokenText {
  // Not a buffer, whose start may be nil and is asked for that at every byte.
  private let start: UnsafeRawPointer
  let count: Int

  /// nil for an empty text.
  init?(_ text: UnsafeRawBufferPointer) {
    guard let start = text.baseAddress, !text.isEmpty else { return nil }
    (self.start, count) = (start, text.count)
  }

  /// The token at `start`, which is no blank, and its length; of a long token only the length counts.
  @inline(__always)
  func token(at start: Int) -> (TokenKey, Int) {
    let low = word(at: start)
    let ends = Self.blanks(in: low)
    if ends != 0 { return (TokenKey(low: Self.cut(low, at: ends)), ends.trailingZeroBitCount &>> 3) }
    let middle = word(at: start &+ 8)
    let middleEnds = Self.blanks(in: middle)
    if middleEnds != 0 {
      return (TokenKey(low: low, middle: Self.cut(middle, at: middleEnds)), 8 &+ middleEnds.trailingZeroBitCount &>> 3)
    }
    return longToken(at: start, low, middle)
  }

  private func longToken(at start: Int, _ low: UInt64, _ middle: UInt64) -> (TokenKey, Int) {
    let high = word(at: start + 16)
    let ends = Self.blanks(in: high)
    if ends != 0 {
      return (TokenKey(low: low, middle: middle, high: Self.cut(high, at: ends)), 16 + ends.trailingZeroBitCount >> 3)
    }
    var end = start + TokenKey.longest
    while end < count, self[end] > 0x20 { end += 1 }
    return (TokenKey(low: low, middle: middle, high: high), end - start)
  }

  // MARK: Parts of a token

  /// The byte at `index`, which must lie in the text.
  @inline(__always)
  subscript(index: Int) -> UInt8 { start.load(fromByteOffset: index, as: UInt8.self) }

  /// The end of the run of letters or of digits from `start`, at most `end`; `start` itself when there is neither.
  func endOfRun(from start: Int, to end: Int) -> Int {
    let isDigit = self[start].isDigitByte
    var index = start
    while index < end, isDigit ? self[index].isDigitByte : (self[index] | 0x20) &- 0x61 < 26 { index += 1 }
    return index
  }

  /// The letters or digits `range` of a token.
  func word(_ range: Range<Int>, signsBefore: Int, endsToken: Bool) -> PlainWord {
    let high = range.count > 8 ? word(at: range.lowerBound + 8) : 0
    return PlainWord(
      letters: word(at: range.lowerBound),
      high,
      count: range.count,
      signsBefore: signsBefore,
      endsToken: endsToken
    )
  }

  // MARK: Loading

  /// The sixteen bytes from `index`, which must lie in the text.
  @inline(__always)
  func sixteen(at index: Int) -> SIMD16<UInt8> { start.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) }

  func copy(to memory: UnsafeMutableRawPointer) { memory.copyMemory(from: start, byteCount: count) }

  /// The last bytes of the text, at most sixteen, from `index`; blanks behind.
  func lastSixteen(from index: Int) -> SIMD16<UInt8> {
    unsafeBitCast(SIMD2(word(at: index), word(at: index + 8)), to: SIMD16<UInt8>.self)
  }

  /// Eight bytes from `index`, the first one lowest; blanks stand for what lies behind the end.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    index &+ 8 <= count ? load(at: index) : lastWord(at: index)
  }

  @inline(__always)
  private func load(at index: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private func lastWord(at index: Int) -> UInt64 {
    let blanks: UInt64 = 0x2020_2020_2020_2020
    let left = UInt64(max(0, count - index))
    if count >= 8 { return load(at: count - 8) >> (64 - 8 * left) | blanks << (8 * left) }
    var word = blanks
    for place in stride(from: count - 1, through: index, by: -1) { word = word << 8 | UInt64(self[place]) }
    return word
  }

  /// The high bit of the first byte below 0x21, and perhaps of later ones (Mycroft's test, exact for the lowest).
  @inline(__always)
  private static func blanks(in word: UInt64) -> UInt64 {
    (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
  }

  /// The bytes before the lowest flag of `ends`.
  @inline(__always)
  private static func cut(_ word: UInt64, at ends: UInt64) -> UInt64 {
    // The lowest flag alone is the high bit of its byte; all below it but seven bits are the bytes before.
    let flag = ends & (0 &- ends)
    return word & ((flag &>> 7) &- 1)
  }
}
