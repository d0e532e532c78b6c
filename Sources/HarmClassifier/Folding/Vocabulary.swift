/// The words that folding may recover from a disguise: those of the lexicon and a few hundred ordinary ones.
///
/// Words are found by the hash of their *squeezed* spelling, in which every run of one letter counts once, so that
/// `gacorrr` and `gacor` meet; a found word is then compared letter by letter.
struct Vocabulary: Sendable {
  private var spellings: [[UInt8]] = []
  private var bySqueezedHash: [UInt64: [Int]] = [:]
  /// Words that stand for a harm by themselves; only they are put together from pieces divided by spaces.
  private var distinctive: Set<Int> = []

  /// Adds a folded word; words under three letters are too short to recover.
  mutating func insert(_ word: some Collection<UInt8>, isDistinctive: Bool = false) {
    guard word.count >= 3 else { return }
    let spelling = Array(word)
    let hash = Self.squeezedHash(of: spelling)
    let known = bySqueezedHash[hash]?.first { spellings[$0] == spelling }
    let number = known ?? spellings.count
    if known == nil {
      spellings.append(spelling)
      bySqueezedHash[hash, default: []].append(number)
    }
    if isDistinctive { distinctive.insert(number) }
  }

  /// The word that `word` spells once its repeated letters are taken back; every run must be at least as long as in
  /// the vocabulary's spelling.
  func spelling(of word: ArraySlice<UInt8>) -> [UInt8]? {
    bySqueezedHash[Self.squeezedHash(of: word)]?.lazy.map { spellings[$0] }.first { Self.stretches($0, to: word) }
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool {
    number(of: word) != nil
  }

  func isDistinctive(_ word: ArraySlice<UInt8>) -> Bool {
    number(of: word).map(distinctive.contains) ?? false
  }

  private func number(of word: ArraySlice<UInt8>) -> Int? {
    bySqueezedHash[Self.squeezedHash(of: word)]?.first { spellings[$0].elementsEqual(word) }
  }

  /// Whether `word` is `spelling` with some runs made longer.
  private static func stretches(_ spelling: [UInt8], to word: ArraySlice<UInt8>) -> Bool {
    var index = word.startIndex
    var last: UInt8 = 0
    for letter in spelling {
      while index < word.endIndex, word[index] == last, letter != last { index += 1 }
      guard index < word.endIndex, word[index] == letter else { return false }
      index += 1
      last = letter
    }
    return word[index...].allSatisfy { $0 == last }
  }

  /// FNV-1a over the letters, each run once.
  private static func squeezedHash(of word: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var last: UInt8 = 0
    for letter in word where letter != last {
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
      last = letter
    }
    return hash
  }
}
