/// The words that folding may recover from a disguise: those of the lexicon and a few hundred ordinary ones.
///
/// Words are found by the hash of their *squeezed* spelling, in which every run of one letter counts once, so that
/// `gacorrr` and `gacor` meet; a found word is then compared letter by letter.
struct Vocabulary: Sendable {
  private var spellings: [[UInt8]] = []
  private var bySqueezedHash: [UInt64: [Int]] = [:]
  /// One bit for each low part of a hash in use: most words are refused by one look.
  private var filter = [UInt64](repeating: 0, count: Vocabulary.filterBits / 64)
  /// Words that stand for a harm by themselves; only they are put together from pieces divided by spaces.
  private var distinctive: Set<Int> = []
  /// As `filter`, for the distinctive words only.
  private var distinctiveFilter = [UInt64](repeating: 0, count: Vocabulary.filterBits / 64)

  private static let filterBits = 1 << 17

  /// Adds a folded word; words under three letters are too short to recover.
  mutating func insert(_ word: some Collection<UInt8>, isDistinctive: Bool = false) {
    guard word.count >= 3 else { return }
    let spelling = Array(word)
    let hash = SqueezedHash(spelling)
    let known = bySqueezedHash[hash.value]?.first { spellings[$0] == spelling }
    let number = known ?? spellings.count
    if known == nil {
      spellings.append(spelling)
      bySqueezedHash[hash.value, default: []].append(number)
      filter[hash.bit / 64] |= 1 << UInt64(hash.bit % 64)
    }
    if isDistinctive {
      distinctive.insert(number)
      distinctiveFilter[hash.bit / 64] |= 1 << UInt64(hash.bit % 64)
    }
  }

  /// Whether some word might have this hash; false is certain.
  @inline(__always)
  func mayContain(_ hash: SqueezedHash) -> Bool {
    filter[hash.bit / 64] >> UInt64(hash.bit % 64) & 1 == 1
  }

  /// Whether some distinctive word might have this hash; false is certain.
  @inline(__always)
  func mayBeDistinctive(_ hash: SqueezedHash) -> Bool {
    distinctiveFilter[hash.bit / 64] >> UInt64(hash.bit % 64) & 1 == 1
  }

  /// The word that `word` spells once its repeated letters are taken back; every run must be at least as long as in
  /// the vocabulary's spelling.
  func spelling(of word: ArraySlice<UInt8>) -> [UInt8]? {
    candidates(for: word).lazy.map { spellings[$0] }.first { Self.stretches($0, to: word) }
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { number(of: word) != nil }

  func isDistinctive(_ word: ArraySlice<UInt8>) -> Bool { number(of: word).map(distinctive.contains) ?? false }

  private func number(of word: ArraySlice<UInt8>) -> Int? {
    candidates(for: word).first { spellings[$0].elementsEqual(word) }
  }

  private func candidates(for word: ArraySlice<UInt8>) -> [Int] {
    let hash = SqueezedHash(word)
    return mayContain(hash) ? bySqueezedHash[hash.value] ?? [] : []
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

  /// FNV-1a over the letters of a word, each run once; grows letter by letter.
  struct SqueezedHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private var last: UInt8 = 0

    init() {}

    init(_ word: some Sequence<UInt8>) {
      for letter in word { add(letter) }
    }

    init(_ word: Range<Int>, of text: borrowing FoldedText) {
      for index in word { add(text.bytes[index]) }
    }

    @inline(__always)
    mutating func add(_ letter: UInt8) {
      guard letter != last else { return }
      value = (value ^ UInt64(letter)) &* 0x100_0000_01b3
      last = letter
    }

    /// The filter's bit; the upper half of FNV's product is the better mixed one.
    fileprivate var bit: Int { Int((value ^ value >> 32) & UInt64(Vocabulary.filterBits - 1)) }
  }
}
