/// A word as a key: its bytes when they are at most sixteen, the first one lowest; else a hash of them.
struct WordKey: Sendable, Hashable {
  let low: UInt64
  let high: UInt64

  /// Longer words are told by a hash, and compared byte by byte.
  static let longestExact = 16

  @inline(__always)
  init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// The key of the bytes `word` of `text`.
  @inline(__always)
  init(_ word: Range<Int>, of text: Span<UInt8>) {
    if word.count <= Self.longestExact {
      (low, high) = text.packed(word)
    } else {
      self = Self.hashed(word, of: text)
    }
  }

  /// By FNV-1a. Text never holds the byte 0xFF, so no short word has such a key.
  private static func hashed(_ word: Range<Int>, of text: Span<UInt8>) -> Self {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in word { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01b3 }
    return Self(low: hash, high: 0xFF << 56 | UInt64(truncatingIfNeeded: word.count))
  }

  var isExact: Bool { high >> 56 != 0xFF }

  /// Multiply-shift hashing (Dietzfelbinger et al. 1997); take the upper bits.
  @inline(__always)
  var hash: UInt64 {
    let mixed = low ^ (high &* 0x9E37_79B9_7F4A_7C15)
    return (mixed ^ mixed &>> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}

/// Numbers words, from 1, and finds the number of a word; 0 for all others.
struct WordTable: Sendable {
  /// The numbers, by hash; 0 where there is none (open addressing, linear probing).
  private var slots: [UInt32]
  private let shift: UInt64
  private var keys = [WordKey(low: 0, high: 0)]
  /// The bytes of words too long for a key, by number.
  private var longWords: [UInt32: [UInt8]] = [:]

  /// A table for at most `capacity` words.
  init(capacity: Int) {
    let size = (2 * capacity).bitWidth - (2 * capacity).leadingZeroBitCount
    slots = Array(repeating: 0, count: 1 << size)
    shift = UInt64(64 - size)
  }

  /// How many words have a number.
  var count: Int { keys.count - 1 }

  /// The number of `word`, which it gets when it has none.
  mutating func insert(_ word: ArraySlice<UInt8>) -> UInt32 {
    let bytes = Array(word)
    let key = WordKey(0..<bytes.count, of: bytes.span)
    let slot = slot(of: key) { key.isExact || longWords[$0] == bytes }
    guard slots[slot] == 0 else { return slots[slot] }
    let number = UInt32(keys.count)
    slots[slot] = number
    keys.append(key)
    if !key.isExact { longWords[number] = bytes }
    return number
  }

  /// The number of the bytes `word` of `text`.
  @inline(__always)
  func number(of word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    let key = WordKey(word, of: text)
    return key.isExact ? number(of: key) : number(ofLong: key, word, in: text)
  }

  /// The number of a word of at most `WordKey.longestExact` bytes.
  @inline(__always)
  func number(of key: WordKey) -> UInt32 { slots[slot(of: key) { _ in true }] }

  private func number(ofLong key: WordKey, _ word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    slots[
      slot(of: key) { number in
        guard let bytes = longWords[number] else { return false }
        return bytes.indices.allSatisfy { bytes[$0] == text[word.lowerBound + $0] }
      }
    ]
  }

  /// The slot that holds the key, or the free one where it belongs.
  @inline(__always)
  private func slot(of key: WordKey, _ isSame: (_ number: UInt32) -> Bool) -> Int {
    var slot = Int(truncatingIfNeeded: key.hash &>> shift)
    while slots[slot] != 0, keys[Int(slots[slot])] != key || !isSame(slots[slot]) {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }
}
