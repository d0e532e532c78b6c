/// Words and tokens made of them: how they may be joined with their neighbours, and what they are for the phrases.
extension FirstLook {
  /// Whether a token's first word and the words before might be read as one (`WordReader+Split`), when they could be
  /// joined as `shared` says.
  func mayJoin(_ shared: TokenReading.Joint, _ piece: ShortPiece, _ reader: TokenReader) -> Bool {
    shared.contains(.single) || shared.contains(.signedPiece) || pieces.mayMakeWord(with: piece, reader)
  }

  /// Adds a token that is no more than a plain word; false when only the full path can tell what it means.
  mutating func add(_ word: PlainWord, _ reader: TokenReader) -> Bool { pass(word, reader) && join(word, reader) }

  /// Adds what a word says by itself.
  private mutating func pass(_ word: PlainWord, _ reader: TokenReader) -> Bool {
    if segment.isFull { addSegment() }
    if word.isNumber { segment.append(numberOf: word.count) } else { segment.append(word.key, length: word.count) }
    let kinds = filter.kinds(word)
    if kinds.isEmpty, walk.isAtRest { return true }
    walk.pass(word, kinds, filter, reader.screen)
    return !walk.hasSupport
  }

  mutating func join(_ word: PlainWord, _ reader: TokenReader) -> Bool {
    let head = word.head
    if !tail.isDisjoint(with: head), mayJoin(tail.intersection(head), word.piece, reader) { return false }
    let newTail = word.tail
    if newTail.contains(.piece) {
      pieces.append(word.piece, goesOn: tail.contains(.piece) && head.contains(.piece))
    }
    tail = newTail
    return true
  }

  /// Adds a token that says no more than its words do: false when only the full path can tell what it means, nil for any
  /// other token.
  @inline(never)
  mutating func addCompound(_ token: Range<Int>, of text: TokenText, _ reader: TokenReader) -> Bool? {
    guard let compound = CompoundToken(token, of: text), !compound.mayBeOneWord(reader.vocabulary) else { return nil }
    for number in 0..<compound.count {
      let word = compound[number]
      guard word.isNumber ? !word.mayBeStretchedNumber : isAsItStands(word, reader) else { return nil }
    }
    return add(compound, reader)
  }

  private mutating func add(_ compound: CompoundToken, _ reader: TokenReader) -> Bool {
    guard compound.count > 1 else { return add(compound.first, reader) }
    let shared = tail.intersection(compound.first.head)
    guard shared.isSubset(of: .piece) else { return false }
    if !shared.isEmpty, pieces.mayMakeWord(with: compound, in: reader.vocabulary) { return false }
    tail = compound.tail
    if tail.contains(.piece) { pieces.append(compound.last.piece, goesOn: false) }
    for number in 0..<compound.count where !pass(compound[number], reader) { return false }
    return true
  }

  /// Whether the word reads as it stands, without a shape of its own.
  func isAsItStands(_ word: PlainWord, _ reader: TokenReader) -> Bool {
    !word.endsLikeName && !(word.mayBeDoubled && reader.mayBeStretched(word))
  }
}
