/// A token that is one word of ASCII letters with nothing but quiet signs around it, as nine of ten are: what it adds to a
/// post follows from its letters alone, without folding and without the memo.
///
/// Everything is worked out in registers, eight bytes at once (SIMD within a register; Warren, *Hacker's Delight*).
struct PlainWord {
  /// Its letters in lower case, the first one lowest in `low`, zeros behind.
  let low: UInt64
  let high: UInt64
  // One byte each, so that a word fits three registers.
  private let length: UInt8
  private let signs: UInt8
  /// Whether no sign follows.
  let endsToken: Bool

  /// Tokens longer than this are not looked at.
  static let longestToken = 16

  /// Its letters, at least one.
  @inline(__always)
  var count: Int { Int(length) }
  /// Signs of the token before the word.
  @inline(__always)
  var signsBefore: Int { Int(signs) }

  /// Reads a token of `length` bytes, at most `longestToken`, of which the first is the lowest of `low`; bytes behind are
  /// zero. nil when any other character is in it.
  @inline(__always)
  init?(low: UInt64, middle high: UInt64, length: Int) {
    let isLetter = Self.letterBits(low) | (length > 8 ? Self.letterBits(high) &<< 8 : 0)
    if isLetter &+ 1 == 1 &<< UInt64(truncatingIfNeeded: length) {
      self.init(Self.lower(low, high, length), length, signsBefore: 0, endsToken: true)
      return
    }
    self.init(signed: low, high, length: length, isLetter)
  }

  /// The first `count` letters or digits, at most 15, of those in `low` and `high`.
  @inline(__always)
  init(letters low: UInt64, _ high: UInt64, count: Int, signsBefore: Int = 0, endsToken: Bool) {
    self.init(Self.lower(low, high, count), count, signsBefore: signsBefore, endsToken: endsToken)
  }

  /// A word of `length` letters in lower case, with no sign before it.
  @inline(__always)
  init(_ key: WordKey, length: Int, endsToken: Bool) {
    self.init((key.low, key.high), length, signsBefore: 0, endsToken: endsToken)
  }

  /// No word.
  init() { self.init((0, 0), 0, signsBefore: 0, endsToken: false) }

  /// As above, for tokens with signs.
  private init?(signed low: UInt64, _ high: UInt64, length: Int, _ isLetter: UInt64) {
    guard isLetter != 0 else { return nil }
    let start = isLetter.trailingZeroBitCount
    let count = (~(isLetter >> UInt64(start))).trailingZeroBitCount
    guard start < 8, isLetter >> UInt64(start + count) == 0 else { return nil }
    guard Self.areQuiet(low, high, 0..<start), Self.areQuiet(low, high, start + count..<length) else { return nil }
    // A shift by all 64 bits gives 0 here.
    let moved = UInt64(8 * start)
    let letters = Self.lower(low >> moved | high << (64 - moved), high >> moved, count)
    self.init(letters, count, signsBefore: start, endsToken: start + count == length)
  }

  @inline(__always)
  private init(_ letters: (low: UInt64, high: UInt64), _ count: Int, signsBefore: Int, endsToken: Bool) {
    (low, high) = letters
    length = UInt8(truncatingIfNeeded: count)
    signs = UInt8(truncatingIfNeeded: signsBefore)
    self.endsToken = endsToken
  }

  private static let caseBits: UInt64 = 0x2020_2020_2020_2020

  /// The first `count` letters in lower case, zeros behind.
  @inline(__always)
  private static func lower(_ low: UInt64, _ high: UInt64, _ count: Int) -> (UInt64, UInt64) {
    let unused = UInt64(truncatingIfNeeded: 128 &- 8 &* count)
    return count > 8
      ? (low | caseBits, ((high | caseBits) &<< unused) &>> unused)
      : (((low | caseBits) &<< unused) &>> unused, 0)
  }

  /// The high bit of every byte that is no ASCII letter.
  @inline(__always)
  private static func otherBytes(_ bytes: UInt64) -> UInt64 {
    let low7 = (bytes | caseBits) & 0x7F7F_7F7F_7F7F_7F7F
    let atLeastA = low7 &+ 0x1F1F_1F1F_1F1F_1F1F
    let beyondZ = low7 &+ 0x0505_0505_0505_0505
    return (~atLeastA | beyondZ | bytes) & 0x8080_8080_8080_8080
  }

  /// One bit for each byte, lowest first, that is an ASCII letter.
  @inline(__always)
  private static func letterBits(_ bytes: UInt64) -> UInt64 {
    WordBytes.bits(of: ~otherBytes(bytes))
  }

  /// Signs that hide nothing, start nothing and stand for no letter: `" # ' ( ) , - . : ; ? !`.
  private static let quietSigns: UInt64 = 0x8C00_738E_0000_0000

  @inline(__always)
  static func isQuiet(_ sign: UInt8) -> Bool { sign < 64 && quietSigns &>> UInt64(sign) & 1 == 1 }

  static func areQuiet(_ low: UInt64, _ high: UInt64, _ places: Range<Int>) -> Bool {
    for place in places {
      let byte = UInt8(truncatingIfNeeded: (place < 8 ? low : high) &>> UInt64(8 * (place & 7)))
      guard isQuiet(byte) else { return false }
    }
    return true
  }

  // MARK: What may need a closer look

  /// Whether two letters alike may stand in a row.
  @inline(__always)
  var mayBeDoubled: Bool { doubled.low | doubled.high != 0 }

  /// Flags for the letters that the next one repeats; a false flag may stand above a true one.
  @inline(__always)
  private var doubled: (low: UInt64, high: UInt64) {
    // The zeros behind a word are alike too, but of letters each has the bit below the flag.
    (
      Self.zeroBytes(low ^ (low &>> 8 | high &<< 56)) & low &<< 1,
      count > 8 ? Self.zeroBytes(high ^ high &>> 8) & high &<< 1 : 0
    )
  }

  /// Whether the word, which may be doubled, may be one that was stretched (`gacoor`, `slooot`), and so read differently.
  func mayBeStretched(_ vocabulary: Vocabulary) -> Bool {
    let (low, high) = doubled
    // Three in a row are never ordinary spelling.
    return low & (low >> 8 | high << 56) != 0 || high & high >> 8 != 0
      || (count >= 5 && vocabulary.mayContain(squeezedHash))
  }

  /// All bits of the bytes from `index`, none from eight on.
  @inline(__always)
  private static func from(_ index: Int) -> UInt64 { index < 8 ? ~0 &<< UInt64(truncatingIfNeeded: 8 &* index) : 0 }

  /// Flags in the high bits of bytes that are zero; a false flag may stand above a true one.
  @inline(__always)
  private static func zeroBytes(_ bytes: UInt64) -> UInt64 {
    (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
  }

  private var squeezedHash: Vocabulary.SqueezedHash {
    var hash = Vocabulary.SqueezedHash()
    add(to: &hash)
    return hash
  }

  /// Adds its letters to the hash of a word.
  func add(to hash: inout Vocabulary.SqueezedHash) {
    var rest = low
    for place in 0..<count {
      hash.add(UInt8(truncatingIfNeeded: rest))
      rest = place == 7 ? high : rest >> 8
    }
  }

  private subscript(place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: (place < 8 ? low : high) &>> UInt64(8 * (place & 7)))
  }

  /// Whether it is digits: part of a `CompoundToken`.
  var isNumber: Bool { low & 0x40 == 0 }

  /// Whether one digit but zero stands in it four times in a row or more, which is read as less (`fajar78888`).
  var mayBeStretchedNumber: Bool {
    var run = 1
    for place in 1..<count {
      run = self[place] == self[place - 1] && self[place] != UInt8(ascii: "0") ? run + 1 : 1
      if run > 3 { return true }
    }
    return false
  }

  /// The last three letters, the first of them lowest; of words of three letters and more.
  @inline(__always)
  var lastThree: UInt64 {
    // Shifted so that the last letters are the top ones.
    let unused = UInt64(truncatingIfNeeded: 128 &- 8 &* count)
    return count > 8
      ? (high &<< unused) &>> 40 | (count == 9 ? low &>> 48 : count == 10 ? low &>> 56 : 0)
      : (low &<< unused) &>> 40
  }

  /// The last eight letters, the very last one highest; zeros before the first letter of a shorter word.
  var lastEight: UInt64 {
    // A shift by all 64 bits gives 0 here.
    let above = UInt64(8 * max(0, count - 8))
    return count > 8 ? high << (64 - above) | low >> above : low << UInt64(64 - 8 * count)
  }

  var key: WordKey { WordKey(low: low, high: high) }

  /// The key of the word without its particle; nil when it has none.
  @inline(__always)
  var stem: WordKey? {
    let last = UInt32(truncatingIfNeeded: count > 3 ? lastThree : 0)
    let length =
      switch last & 0xFFFF00 {
      case 0x756B00, 0x756D00: count - 2  // ku, mu
      default: Particle.isLong(last) ? count - 3 : 0
      }
    guard length > 0 else { return nil }
    return length > 8
      ? WordKey(low: low, high: high & ~Self.from(length - 8)) : WordKey(low: low & ~Self.from(length), high: 0)
  }

  // MARK: Joints

  /// As `TokenReader` notes them for a token of one word.
  var head: TokenReading.Joint {
    var head: TokenReading.Joint = count == 1 ? .single : []
    if count <= ShortPiece.longest, signsBefore <= 1 { head.insert(.piece) }
    if signsBefore == 1, count <= TokenReading.Joint.longestWord { head.insert(.signedPiece) }
    return head
  }

  var tail: TokenReading.Joint {
    var tail: TokenReading.Joint = count == 1 ? .single : []
    if count <= ShortPiece.longest, endsToken { tail.insert(.piece) }
    return tail
  }

  /// The word itself when it is short enough to be a piece of another.
  @inline(__always)
  var piece: ShortPiece { ShortPiece(letters: UInt32(truncatingIfNeeded: low), count: count) }
}
