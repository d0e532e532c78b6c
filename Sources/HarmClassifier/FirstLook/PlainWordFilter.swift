/// Tells which plain words need more than a look at their letters: those that begin or are a phrase of the screen, and those
/// that end as sites' names do.
///
/// Words are told by one bit a hash (Bloom 1970, with one hash function), so a few others are taken for them.
struct PlainWordFilter: Sendable {
  /// Words that are a phrase, and words with which a longer one begins.
  private var words: HashFilter
  /// The first two words of phrases.
  private var pairs: HashFilter
  private let endings = NameEndings.shared
  /// All endings, each with the bits that it leaves of eight letters.
  private let exactEndings = NameEndings.all.map { ending in
    (unused: UInt64(64 - 8 * ending.count), letters: ending.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// What a word may be.
  struct Kinds: OptionSet {
    let rawValue: UInt64
    /// A phrase of one word.
    static let phrase = Kinds(rawValue: 1)
    /// The first word of a longer phrase.
    static let beginning = Kinds(rawValue: 2)
  }

  /// A filter for the words with which `phrases` begin.
  init(_ phrases: [ArraySlice<UInt8>]) {
    words = HashFilter(places: phrases.count)
    pairs = HashFilter(places: phrases.count { $0.contains(0x20) })
    for phrase in phrases {
      let text = phrase.span
      let end = text.wordEnd(from: 0)
      guard let first = Self.hash(of: 0..<end, in: text) else { continue }
      words.insert(first, (end == text.count ? Kinds.phrase : .beginning).rawValue)
      guard end < text.count else { continue }
      let second = end + 1..<text.wordEnd(from: end + 1)
      if let second = Self.hash(of: second, in: text) { pairs.insert(Self.pair(first, second), 1) }
    }
  }

  mutating func pass(over tape: inout TableTape) {
    words.pass(over: &tape)
    pairs.pass(over: &tape)
  }

  /// nil for a word that is longer than any plain word.
  private static func hash(of word: Range<Int>, in text: Span<UInt8>) -> UInt64? {
    guard word.count <= PlainWord.longestToken else { return nil }
    let (low, high) = text.packed(word)
    return WordKey(low: low, high: high).hash
  }

  /// What the word may be for the phrases; what is missing is certainly not. The last word of a phrase is also found with a
  /// particle behind.
  @inline(__always)
  func kinds(_ word: PlainWord) -> Kinds {
    let kinds = Kinds(rawValue: words.bits(word.key.hash))
    guard let stem = word.stem else { return kinds }
    return kinds.union(Kinds(rawValue: words.bits(stem.hash)).intersection(.phrase))
  }

  /// Whether a phrase may begin with these two words; false is certain.
  func mayBegin(_ first: PlainWord, _ second: PlainWord) -> Bool {
    let hash = first.key.hash
    if pairs.bits(Self.pair(hash, second.key.hash)) != 0 { return true }
    return second.stem.map { pairs.bits(Self.pair(hash, $0.hash)) != 0 } ?? false
  }

  /// Whether `word` ends as sites' names do.
  @inline(__always)
  func endsLikeName(_ word: PlainWord) -> Bool {
    word.count >= NameEndings.shortestWord && endings.mayEnd(UInt32(truncatingIfNeeded: word.lastThree))
      && hasEnding(word)
  }

  /// Three letters say too little: many a word ends in `ing` as `gaming` does.
  @inline(never)
  private func hasEnding(_ word: PlainWord) -> Bool {
    let last = word.lastEight
    return exactEndings.contains { last >> $0.unused == $0.letters }
  }

  @inline(__always)
  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { (first &* 0x9E37_79B9_7F4A_7C15) ^ second }
}

/// Two bits for every hash, at the place that its upper bits name.
private struct HashFilter: Sendable {
  private var bits: [UInt64]
  private var shift: UInt64

  /// A filter for `places` hashes, of which each has eight places for itself.
  init(places: Int) {
    let needed = 8 * places
    let size = max(5, needed.bitWidth - needed.leadingZeroBitCount)
    bits = Array(repeating: 0, count: 1 << (size - 5))
    shift = UInt64(64 - size)
  }

  mutating func pass(over tape: inout TableTape) {
    tape.pass(&bits)
    tape.pass(&shift)
  }

  mutating func insert(_ hash: UInt64, _ value: UInt64) {
    let place = hash >> shift
    bits[Int(place >> 5)] |= value << (2 * (place & 31))
  }

  @inline(__always)
  func bits(_ hash: UInt64) -> UInt64 {
    let place = hash &>> shift
    return bits[Int(truncatingIfNeeded: place &>> 5)] &>> (2 &* place) & 3
  }
}
