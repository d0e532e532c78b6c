/// The words of a text, found once for all who look at them.
extension FoldedText {
  /// A word and what is asked of it again and again.
  struct Word: Sendable {
    private let first: UInt32
    private let behind: UInt32
    /// Its number among the `KnownWords`; 0 for most others.
    let number: UInt32
    let traits: Traits
    /// How it was hidden.
    let disguise: Disguise

    @inline(__always)
    init(_ range: Range<Int>, number: UInt32, traits: Traits, disguise: Disguise) {
      first = UInt32(truncatingIfNeeded: range.lowerBound)
      behind = UInt32(truncatingIfNeeded: range.upperBound)
      (self.number, self.traits, self.disguise) = (number, traits, disguise)
    }

    var start: Int { Int(first) }
    var end: Int { Int(behind) }
    var range: Range<Int> { Range(uncheckedBounds: (start, end)) }
    var count: Int { end &- start }

    /// Neither of these traits nor hidden, as most words are.
    var isUnmarked: Bool { traits.rawValue | disguise.rawValue == 0 }

    /// What a word is made of; nothing for most.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8
      /// Digits.
      static let digits = Traits(rawValue: 1)
      /// Letters beyond ASCII.
      static let beyondASCII = Traits(rawValue: 2)
      /// Three letters alike in a row.
      static let stretched = Traits(rawValue: 4)

      init(rawValue: UInt8) { self.rawValue = rawValue }

      /// What the bytes `word` of `text` are made of, eight looked at at once.
      init(_ word: Range<Int>, of text: Span<UInt8>) {
        var (digits, beyondASCII, stretched) = (UInt64(0), UInt64(0), UInt64(0))
        // The last byte before, and a flag whether it doubles the one before it.
        var (last, lastDoubled) = (UInt64(0), UInt64(0))
        for place in stride(from: word.lowerBound, to: word.upperBound, by: 8) {
          let bytes = text.eight(at: place)
          let flags = WordBytes.flags & WordBytes.first(word.upperBound &- place)
          let doubled = WordBytes.zeros(in: bytes ^ (bytes &<< 8 | last)) & flags
          digits |= WordBytes(bytes).digits & flags
          beyondASCII |= bytes & flags
          stretched |= doubled & (doubled &<< 8 | lastDoubled)
          (last, lastDoubled) = (bytes &>> 56, doubled &>> 56)
        }
        rawValue = (digits != 0 ? 1 : 0) | (beyondASCII != 0 ? 2 : 0) | (stretched != 0 ? 4 : 0)
      }
    }
  }

  /// Finds the words.
  mutating func findWords(_ known: KnownWords) {
    // Taken out meanwhile: the text is read as they are appended.
    var found: [Word] = []
    swap(&found, &words)
    found.clear()
    found.append(addingCapacity: mostWords) { appendWords(from: 0, known, to: &$0) }
    swap(&found, &words)
  }

  /// So many words it holds at most: between two of them stands a byte.
  var mostWords: Int { count / 2 + 1 }

  /// Appends the words from `start` on, where none goes on.
  func appendWords(from start: Int, _ known: KnownWords, to words: inout OutputSpan<Word>) {
    let bytes = bytes.span
    bytes.forEachWord(from: start) { range, isPlain in
      words.append(word(range, known, isPlain ? [] : Word.Traits(range, of: bytes)))
    }
  }

  /// The word `range` of these traits, in a text where it lies `shift` bytes further on.
  @inline(__always)
  func word(_ range: Range<Int>, _ known: KnownWords, _ traits: Word.Traits, movedBy shift: Int = 0) -> Word {
    Word(
      range.lowerBound &+ shift..<range.upperBound &+ shift,
      number: known.number(of: range, in: bytes.span),
      traits: traits,
      disguise: hasDisguise ? disguise(of: range) : []
    )
  }

  /// The rest of the word that goes on over `place`, as when a window cut it; nil otherwise.
  func word(goingOnAt place: Int) -> Range<Int>? {
    isWord(at: place - 1) && isWord(at: place) ? place..<wordEnd(from: place) : nil
  }

  /// The number of the first word that begins at `place` or behind it.
  func firstWord(from place: Int) -> Int {
    guard place > 0 else { return 0 }
    guard place < count else { return words.count }
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].start < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
