/// What a run of plain words says beside its n-grams: settled for the few words that need it, kind by kind.
extension FirstLook {
  /// Shortens the run to the words before the first that ends as sites' names do.
  mutating func keepBeforeNames() {
    for number in BitPlaces(run.endings) {
      guard run.word(number, of: marks).endsLikeName else { continue }
      segment.removeLast(run.count - number, ofLength: run.length(from: number, of: marks))
      return run.keep(number)
    }
  }

  // MARK: Words in pieces

  /// Takes in how the run's words may be joined with each other and with what stands before; false when some might make one
  /// word.
  mutating func joinRun(_ reader: TokenReader) -> Bool {
    guard join(run.word(0, of: marks), reader) else { return false }
    for number in BitPlaces(run.joints) {
      let before = run.word(number &- 1, of: marks)
      // The first word has been taken in already, and so has one that was joined itself.
      if number > 1, run.joints &>> UInt64(truncatingIfNeeded: number &- 1) & 1 == 0 { take(before) }
      tail = before.tail
      guard join(run.word(number, of: marks), reader) else { return false }
    }
    let last = run.count &- 1
    if last > 0, run.joints &>> UInt64(truncatingIfNeeded: last) & 1 == 0 { take(run.word(last, of: marks)) }
    return true
  }

  /// Takes in a word that is joined with none before.
  private mutating func take(_ word: PlainWord) {
    tail = word.tail
    if tail.contains(.piece) { pieces.append(word.piece, goesOn: false) }
  }

  // MARK: Phrases

  /// Walks the screen over the words that a phrase may begin with or go on to; false when a term was found.
  mutating func screenRun(_ reader: TokenReader) -> Bool {
    var next = walk.isAtRest ? 0 : passWhileMoving(from: 0, reader)
    for number in BitPlaces(run.phraseWords(from: next, filter, marks)) where number >= next {
      if number > next, run.mayBegin(number &- 1) { walk.begin(run.word(number &- 1, of: marks)) }
      pass(number, reader)
      next = passWhileMoving(from: number &+ 1, reader)
    }
    let last = run.count &- 1
    if next <= last, run.mayBegin(last) { walk.begin(run.word(last, of: marks)) }
    return !walk.hasSupport
  }

  /// Passes words one by one until the screen is at rest; gives the number of the next one.
  private mutating func passWhileMoving(from number: Int, _ reader: TokenReader) -> Int {
    var number = number
    while number < run.count, !walk.isAtRest {
      pass(number, reader)
      number &+= 1
    }
    return number
  }

  private mutating func pass(_ number: Int, _ reader: TokenReader) {
    let word = run.word(number, of: marks)
    walk.pass(word, filter.kinds(word), filter, reader.screen)
  }
}
