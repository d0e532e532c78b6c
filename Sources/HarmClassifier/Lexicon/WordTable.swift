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

  /// Text never holds the byte 0xFF, so no short word has such a key.
  private static func hashed(_ word: Range<Int>, of text: Span<UInt8>) -> Self {
    Self(low: FNV1a(text.extracting(word)).value, high: 0xFF << 56 | UInt64(truncatingIfNeeded: word.count))
  }

  var isExact: Bool { high >> 56 != 0xFF }

  /// The bytes of an exact key.
  var bytes: [UInt8] {
    [low, high].flatMap { half in (0..<8).map { UInt8(truncatingIfNeeded: half >> (8 * $0)) } }.filter { $0 != 0 }
  }

  /// Multiply-shift hashing (Dietzfelbinger et al. 1997); take the upper bits.
  @inline(__always)
  var hash: UInt64 {
    let mixed = low ^ (high &* 0x9E37_79B9_7F4A_7C15)
    return (mixed ^ mixed &>> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}

/// Numbers words, from 1, and finds the number of a word; 0 for all others.
struct WordTable: Sendable {
  private var index = HashIndex()
  /// By number.
  private var keys = [WordKey(low: 0, high: 0)]
  /// Word `n` is number `n + 1`; empty where its key says it all.
  private var words = ByteStrings()
  /// One bit for each upper part of a hash in use: most words of a text are refused by one look (Bloom 1970), in memory that
  /// stays in the first cache.
  private var filter = [UInt64](repeating: 0, count: 1 << filterBits / 64)

  private static let filterBits = 16

  init() {}

  /// Numbers `words` in their order.
  init(_ words: some Sequence<String>) {
    for word in words {
      let bytes = Array(word.utf8)
      _ = insert(0..<bytes.count, of: bytes.span)
    }
  }

  mutating func pass(over tape: inout TableTape) {
    index.pass(over: &tape)
    tape.pass(&keys)
    words.pass(over: &tape)
    tape.pass(&filter)
  }

  /// How many words have a number.
  var count: Int { index.count }

  /// The number of the bytes `word` of `text`, which they get when they have none.
  mutating func insert(_ word: Range<Int>, of text: Span<UInt8>) -> UInt32 {
    let key = WordKey(word, of: text)
    let known = number(of: key, word, in: text)
    return known == 0 ? append(key, word, of: text) : known
  }

  /// The number of the word that has `number` in another table, which it gets when it has none.
  mutating func insert(_ number: UInt32, of other: WordTable) -> UInt32 {
    let (key, long) = (other.keys[Int(number)], other.words[Int(number) - 1].span)
    let known = self.number(of: key, 0..<long.count, in: long)
    return known == 0 ? append(key, 0..<long.count, of: long) : known
  }

  private mutating func append(_ key: WordKey, _ word: Range<Int>, of text: Span<UInt8>) -> UInt32 {
    keys.append(key)
    words.append(key.isExact ? 0..<0 : word, of: text)
    let bit = Self.filterBit(key.hash)
    filter[bit &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
    return index.append(key.hash)
  }

  /// The number of the bytes `word` of `text`.
  @inline(__always)
  func number(of word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    number(of: WordKey(word, of: text), word, in: text)
  }

  @inline(__always)
  private func number(of key: WordKey, _ word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    key.isExact ? number(of: key) : number(ofLong: key, word, in: text)
  }

  /// The number of a word of at most `WordKey.longestExact` bytes.
  @inline(__always)
  func number(of key: WordKey) -> UInt32 {
    mayHold(key.hash) ? index.number(near: key.hash) { keys[Int($0)] == key } : 0
  }

  /// Whether a word whose key has this hash may have a number; false is certain.
  @inline(__always)
  private func mayHold(_ hash: UInt64) -> Bool {
    let bit = Self.filterBit(hash)
    return filter[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 == 1
  }

  /// Whether the bytes `word` of `text` have a number.
  @inline(__always)
  func contains(_ word: Range<Int>, of text: Span<UInt8>) -> Bool { number(of: word, in: text) != 0 }

  @inline(__always)
  private static func filterBit(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> UInt64(64 - filterBits)) }

  private func number(ofLong key: WordKey, _ word: Range<Int>, in text: Span<UInt8>) -> UInt32 {
    index.number(near: key.hash) { number in
      keys[Int(number)] == key && words.holds(word, of: text, at: Int(number) - 1)
    }
  }
}
