/// A token of plain words and numbers with quiet signs around and between them: `anak-anak`, `17.30`, `(baca:berita`.
struct CompoundToken {
  private var words = InlineArray<4, PlainWord>(repeating: PlainWord())
  private(set) var count = 0

  /// nil for tokens with anything else in them, and for those with a word of one byte, which might be a letter set apart.
  init?(_ token: Range<Int>, of text: TokenText) {
    var index = token.lowerBound
    var signs = 0
    var last: UInt8 = 0
    while index < token.upperBound {
      last = text[index]
      guard !PlainWord.isQuiet(last) else {
        // Inside a word it may stand for a letter (`s!tus`).
        guard last != UInt8(ascii: "!") || index + 1 == token.upperBound || count == 0 else { return nil }
        (signs, index) = (signs + 1, index + 1)
        continue
      }
      let end = text.endOfRun(from: index, to: token.upperBound)
      guard 2..<PlainWord.longestToken ~= end - index, count < words.count else { return nil }
      guard end == token.upperBound || PlainWord.isQuiet(text[end]) else { return nil }
      words[count] = text.word(index..<end, signsBefore: signs, endsToken: end == token.upperBound)
      (count, signs, index) = (count + 1, 0, end)
    }
    guard count > 0 else { return nil }
  }

  subscript(index: Int) -> PlainWord { words[index] }

  var first: PlainWord { words[0] }
  var last: PlainWord { words[count - 1] }

  /// How the last word may be joined with what follows, as `TokenReader` notes it.
  var tail: TokenReading.Joint {
    let isSigned = count > 1 && last.endsToken && last.count <= TokenReading.Joint.longestWord
    return isSigned ? last.tail.union(.signedPiece) : last.tail
  }

  /// Whether words of it might be pieces of one (`ga.cor`), as `WordReader` joins them; false is certain.
  func mayBeOneWord(_ vocabulary: Vocabulary) -> Bool {
    (0..<count).contains { mayBeginWord(at: $0, vocabulary) }
  }

  private func mayBeginWord(at first: Int, _ vocabulary: Vocabulary) -> Bool {
    guard first + 1 < count, words[first].count <= 5 else { return false }
    var hash = Vocabulary.SqueezedHash()
    words[first].add(to: &hash)
    return mayGoOn(hash, from: first + 1, most: 3, longest: 6, vocabulary)
  }

  /// Whether its first words might end a word of the vocabulary that the `pieces` words before it begin.
  func mayEndWord(begunBy hash: Vocabulary.SqueezedHash, pieces: Int, _ vocabulary: Vocabulary) -> Bool {
    mayGoOn(hash, from: 0, most: 4 - pieces, longest: ShortPiece.longest, vocabulary)
  }

  private func mayGoOn(
    _ hash: Vocabulary.SqueezedHash,
    from start: Int,
    most: Int,
    longest: Int,
    _ vocabulary: Vocabulary
  ) -> Bool {
    var hash = hash
    for next in start..<max(start, min(start + most, count)) {
      guard next == 0 || words[next].signsBefore <= 2, words[next].count <= longest else { return false }
      words[next].add(to: &hash)
      if vocabulary.mayContain(hash) { return true }
    }
    return false
  }
}
