/// Tells which plain words begin or are a phrase of the screen.
///
/// Words are told by one bit a hash (Bloom 1970, with one hash function), so a few others are taken for them.
struct PlainWordFilter: Sendable {
  /// Words that are a phrase, and words with which a longer one begins.
  private(set) var words: HashFilter
  /// The first two words of phrases.
  private(set) var pairs: HashFilter

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
    words = HashFilter(places: 2 * phrases.count)
    pairs = HashFilter(places: 4 * phrases.count { $0.contains(0x20) })
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

  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { (first &* 0x9E37_79B9_7F4A_7C15) ^ second }
}
