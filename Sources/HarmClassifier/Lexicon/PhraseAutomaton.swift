/// Finds every phrase of a set in one walk over the words of a text (Aho and Corasick 1975, over words instead of
/// characters).
///
/// Phrases are matched as words, whatever stands between them, so a step is taken once a word: most words begin no phrase
/// and cost one look into a table. The last word of a phrase may carry a particle (`slotnya`).
///
/// State 0 is the root. There are as many states as beginnings of phrases. `PhraseAutomatonBuilder` makes it.
struct PhraseAutomaton: Sendable {
  var words = WordTable()
  /// By the number of a word, the state after it in the root.
  var starts: [UInt32] = [0]
  var steps = StepTable()
  /// The state of the longest ending that is also a beginning.
  var fallbacks: [UInt32] = [0]
  /// The phrase that ends in a state, from 1; 0 for none.
  var phrases: [UInt32] = [0]
  /// The next state down the fallbacks in which a phrase ends.
  var shorterMatches: [UInt32] = [0]
  var lengths: [UInt32] = []

  /// A phrase found: its number, and its place in the folded text.
  struct Match: Sendable, Hashable {
    var phrase: Int
    var start: Int
    var end: Int
  }

  /// States, the root among them.
  var stateCount: Int { fallbacks.count }

  mutating func pass(over tape: inout TableTape) {
    words.pass(over: &tape)
    tape.pass(&starts)
    steps.pass(over: &tape)
    tape.pass(&fallbacks)
    tape.pass(&phrases)
    tape.pass(&shorterMatches)
    tape.pass(&lengths)
  }

  // MARK: Walking

  /// The state after the word numbered `word`; 0 is the number of words that no phrase holds.
  @inline(__always)
  func step(from state: UInt32, _ word: UInt32) -> UInt32 {
    // Without a branch: which words are known can't be foreseen. None is the first of no phrase.
    var state = word == 0 ? 0 : state
    while state != 0 {
      let next = steps.target(from: state, word)
      if next != 0 { return next }
      state = fallbacks[Int(state)]
    }
    return starts[Int(word)]
  }

  /// Calls `body` with the number and the words of every phrase that ends in `state`, the longest first.
  @inline(__always)
  private func forEachPhrase(in state: UInt32, _ body: (_ phrase: Int, _ words: Int) -> Void) {
    var state = phrases[Int(state)] != 0 ? state : shorterMatches[Int(state)]
    while state != 0 {
      let phrase = Int(phrases[Int(state)]) - 1
      body(phrase, Int(lengths[phrase]))
      state = shorterMatches[Int(state)]
    }
  }

  /// Goes on from `state` over the bytes `word` of `text`, and calls `found` with every phrase that ends in them, the end
  /// of its last word and how many words it has.
  @inline(__always)
  func walk(
    _ word: Range<Int>,
    of text: Span<UInt8>,
    from state: inout UInt32,
    _ found: (_ phrase: Int, _ end: Int, _ words: Int) -> Void
  ) {
    if let stem = Particle.stem(of: word, in: text) {
      let number = words.number(of: stem, in: text)
      if number != 0 {
        forEachPhrase(in: step(from: state, number)) { phrase, words in found(phrase, stem.upperBound, words) }
      }
    }
    state = step(from: state, words.number(of: word, in: text))
    if state != 0 { forEachPhrase(in: state) { phrase, words in found(phrase, word.upperBound, words) } }
  }

  /// As above, for a word given by its key and that of its stem.
  @inline(__always)
  func walk(_ word: WordKey, _ stem: WordKey?, from state: inout UInt32, _ found: (_ phrase: Int) -> Void) {
    if let stem {
      let number = words.number(of: stem)
      if number != 0 { forEachPhrase(in: step(from: state, number)) { phrase, _ in found(phrase) } }
    }
    state = step(from: state, words.number(of: word))
    if state != 0 { forEachPhrase(in: state) { phrase, _ in found(phrase) } }
  }

  /// Appends every place where a phrase stands in `text`, whose words were found and numbered as here, in the order of their
  /// ends.
  func find(in text: borrowing FoldedText, into matches: inout [Match]) {
    guard !lengths.isEmpty else { return }
    var state: UInt32 = 0
    let (bytes, places, lastWord) = (text.bytes.span, text.words.span, UInt32(words.count))
    for index in places.indices {
      let word = places[index]
      func add(_ phrase: Int, endingAt end: Int, words: Int) {
        matches.append(Match(phrase: phrase, start: places[index + 1 - words].start, end: end))
      }
      if let stem = Particle.stem(of: word.range, in: bytes) {
        let number = words.number(of: stem, in: bytes)
        if number != 0 {
          forEachPhrase(in: step(from: state, number)) { add($0, endingAt: stem.upperBound, words: $1) }
        }
      }
      // Known words beyond those of phrases only tell a language.
      state = word.number <= lastWord ? step(from: state, word.number) : 0
      forEachPhrase(in: state) { add($0, endingAt: word.end, words: $1) }
    }
  }
}
