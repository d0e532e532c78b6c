/// Tells which plain words need more than a look at their letters: those that begin or are a phrase of the screen, and those
/// that end as sites' names do.
///
/// Words are told by one bit a hash (Bloom 1970, with one hash function), so a few others are taken for them.
struct PlainWordFilter: Sendable {
  /// Two bits a place: words that are a phrase, and words with which a longer one begins.
  private var words: HashFilter
  /// The first two words of phrases.
  private var pairs: HashFilter
  private let endings = NameEndings.shared

  /// What a word may be.
  struct Kinds: OptionSet {
    let rawValue: UInt64
    /// A phrase of one word.
    static let phrase = Kinds(rawValue: 1)
    /// The first word of a longer phrase.
    static let beginning = Kinds(rawValue: 2)
  }

  /// A filter for the words with which `phrases` begin. The last word of a phrase is also found with a particle behind.
  init(_ phrases: [[UInt8]]) {
    let phrases = phrases.map { $0.split(separator: 0x20).map(WordWithParticles.init) }
    let single = phrases.count { $0.count == 1 }
    let double = phrases.count { $0.count == 2 }
    let variants = 1 + Particle.all.count
    words = HashFilter(places: phrases.count + single * variants, bitsPerPlace: 2)
    pairs = HashFilter(places: phrases.count + double * variants, bitsPerPlace: 1)
    for phrase in phrases {
      guard let first = phrase[0].hash else { continue }
      guard phrase.count > 1 else {
        for hash in phrase[0].hashes { words.insert(hash, Kinds.phrase.rawValue) }
        continue
      }
      words.insert(first, Kinds.beginning.rawValue)
      for second in phrase.count == 2 ? phrase[1].hashes : [phrase[1].hash].compactMap(\.self) {
        pairs.insert(Self.pair(first, second), 1)
      }
    }
  }

  /// What the word with this hash may be for the phrases; what is missing is certainly not.
  @inline(__always)
  func kinds(_ hash: UInt64) -> Kinds { Kinds(rawValue: words.bits(hash)) }

  /// Whether a phrase may begin with these two words; false is certain.
  @inline(__always)
  func mayBegin(_ first: UInt64, _ second: UInt64) -> Bool { pairs.bits(Self.pair(first, second)) != 0 }

  /// Whether `word` may end as sites' names do; false is certain.
  @inline(__always)
  func mayEndLikeName(_ word: PlainWord) -> Bool {
    word.count >= NameEndings.shortestWord && endings.mayEnd(UInt32(truncatingIfNeeded: word.lastThree))
  }

  @inline(__always)
  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { (first &* 0x9E37_79B9_7F4A_7C15) ^ second }
}

/// A word of a phrase as plain words are told.
private struct WordWithParticles {
  let word: ArraySlice<UInt8>

  init(_ word: ArraySlice<UInt8>) { self.word = word }

  /// nil when it is longer than any plain word.
  var hash: UInt64? { hash(with: []) }

  /// Of the word and of the word with every particle.
  var hashes: [UInt64] { ([[]] + Particle.all).compactMap(hash(with:)) }

  private func hash(with particle: [UInt8]) -> UInt64? {
    let bytes = word + particle
    guard bytes.count <= PlainWord.longestToken else { return nil }
    let (low, high) = Array(bytes).span.packed(0..<bytes.count)
    return WordKey(low: low, high: high).hash
  }
}

/// A few bits for every hash, at the place that its upper bits name.
private struct HashFilter: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64
  private let bitsPerPlace: UInt64

  /// A filter for `places` hashes, of which each has eight places for itself.
  init(places: Int, bitsPerPlace: UInt64) {
    let needed = 8 * places
    let size = max(6, needed.bitWidth - needed.leadingZeroBitCount)
    bits = Array(repeating: 0, count: Int(bitsPerPlace) << (size - 6))
    shift = UInt64(64 - size)
    self.bitsPerPlace = bitsPerPlace
  }

  mutating func insert(_ hash: UInt64, _ value: UInt64) {
    let place = place(of: hash)
    bits[Int(place >> 6)] |= value << (place & 63)
  }

  @inline(__always)
  func bits(_ hash: UInt64) -> UInt64 {
    let place = place(of: hash)
    return bits[Int(truncatingIfNeeded: place &>> 6)] &>> (place & 63) & (1 &<< bitsPerPlace &- 1)
  }

  /// The first bit of a hash.
  @inline(__always)
  private func place(of hash: UInt64) -> UInt64 { (hash &>> shift) &* bitsPerPlace }
}
