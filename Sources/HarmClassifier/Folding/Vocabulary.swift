/// The words that folding may recover from a disguise: those of the lexicon and a few hundred ordinary ones.
///
/// Words are found by the hash of their *squeezed* spelling, in which every run of one letter counts once, so that
/// `gacorrr` and `gacor` meet; a found word is then compared letter by letter.
struct Vocabulary: Sendable {
  private var spellings = ByteStrings()
  /// Spelling `n` is number `n + 1`.
  private var numbers = HashIndex()
  /// One bit for each low part of a hash in use: most words are refused by one look.
  private var filter = [UInt64](repeating: 0, count: Vocabulary.filterBits / 64)
  /// 1 for a spelling that stands for a harm by itself; only those are put together from pieces divided by spaces.
  private var areDistinctive: [UInt8] = []
  /// As `filter`, for the distinctive words only.
  private var distinctiveFilter = [UInt64](repeating: 0, count: Vocabulary.filterBits / 64)

  private static let filterBits = 1 << 17

  /// Adds the folded bytes `word` of `text`; words under three letters are too short to recover.
  mutating func insert(_ word: Range<Int>, of text: Span<UInt8>, isDistinctive: Bool = false) {
    guard word.count >= 3 else { return }
    let hash = SqueezedHash(word, of: text)
    let known = number(of: word, in: text, hash)
    if known == nil {
      _ = numbers.append(hash.value)
      spellings.append(word, of: text)
      areDistinctive.append(0)
      filter[hash.bit / 64] |= 1 << UInt64(hash.bit % 64)
    }
    if isDistinctive {
      areDistinctive[known ?? spellings.count - 1] = 1
      distinctiveFilter[hash.bit / 64] |= 1 << UInt64(hash.bit % 64)
    }
  }

  mutating func pass(over tape: inout TableTape) {
    spellings.pass(over: &tape)
    numbers.pass(over: &tape)
    tape.pass(&filter)
    tape.pass(&areDistinctive)
    tape.pass(&distinctiveFilter)
  }

  /// Whether some word might have this hash; false is certain.
  @inline(__always)
  func mayContain(_ hash: SqueezedHash) -> Bool { mayHold(hash) && holds(hash) }

  /// Whether some distinctive word might have this hash; false is certain.
  @inline(__always)
  func mayBeDistinctive(_ hash: SqueezedHash) -> Bool {
    distinctiveFilter[hash.bit / 64] >> UInt64(hash.bit % 64) & 1 == 1 && holds(hash)
  }

  /// What the filter says.
  @inline(__always)
  private func mayHold(_ hash: SqueezedHash) -> Bool { filter[hash.bit / 64] >> UInt64(hash.bit % 64) & 1 == 1 }

  /// Whether some word has this very hash: of the words that pass the filter nine in ten have none.
  @inline(never)
  private func holds(_ hash: SqueezedHash) -> Bool {
    numbers.number(near: hash.value) { numbers.hash(of: $0) == hash.value } != 0
  }

  /// The word that `word` spells once its repeated letters are taken back; every run must be at least as long as in
  /// the vocabulary's spelling.
  func spelling(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    first(SqueezedHash(word)) { Self.stretches($0, to: word) }.map { spellings[$0] }
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { number(of: word, SqueezedHash(word)) != nil }

  func isDistinctive(_ word: ArraySlice<UInt8>) -> Bool {
    number(of: word, SqueezedHash(word)).map { areDistinctive[$0] == 1 } ?? false
  }

  private func number(of word: ArraySlice<UInt8>, _ hash: SqueezedHash) -> Int? {
    first(hash) { $0.elementsEqual(word) }
  }

  private func number(of word: Range<Int>, in text: Span<UInt8>, _ hash: SqueezedHash) -> Int? {
    guard mayHold(hash) else { return nil }
    let number = numbers.number(near: hash.value) { number in
      numbers.hash(of: number) == hash.value && spellings.holds(word, of: text, at: Int(number) - 1)
    }
    return number == 0 ? nil : Int(number) - 1
  }

  /// The first spelling with a hash that is meant.
  private func first(_ hash: SqueezedHash, where isMeant: (_ spelling: ArraySlice<UInt8>) -> Bool) -> Int? {
    guard mayHold(hash) else { return nil }
    let number = numbers.number(near: hash.value) { number in
      numbers.hash(of: number) == hash.value && isMeant(spellings[Int(number) - 1])
    }
    return number == 0 ? nil : Int(number) - 1
  }

  /// Whether `word` is `spelling` with some runs made longer.
  private static func stretches(_ spelling: ArraySlice<UInt8>, to word: ArraySlice<UInt8>) -> Bool {
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
    private var hash = FNV1a()
    private var last: UInt8 = 0

    var value: UInt64 { hash.value }

    init() {}

    init(_ word: some Sequence<UInt8>) {
      for letter in word { add(letter) }
    }

    @inline(__always)
    init(_ word: Range<Int>, of text: Span<UInt8>) {
      for index in word { add(text[index]) }
    }

    @inline(__always)
    mutating func add(_ letter: UInt8) {
      guard letter != last else { return }
      hash.add(letter)
      last = letter
    }

    /// The filter's bit; the upper half of FNV's product is the better mixed one.
    fileprivate var bit: Int { Int((value ^ value >> 32) & UInt64(Vocabulary.filterBits - 1)) }
  }
}
