extension WordReader {
  /// Longest run of single letters that is read at once, over all its words.
  private static let longestRun = 160
  /// Longest piece of a word that is joined over a blank.
  static let longestBlankPiece = 3
  /// Widest gap between letters of one run, in folded bytes.
  private static let widestGap = 3

  /// Joins letters that stand one by one: `s l o t`, `s.l.o.t`, `【s】【l】【o】【t】`. Three letters or more make a run;
  /// a gap unlike the first one divides words (`s l o t  g a c o r`). Gives the index after the run, or nil.
  func joinLetters(
    from first: Range<Int>,
    of raw: borrowing FoldedText,
    into read: inout FoldedText
  ) -> Int? {
    guard first.count == 1, nextLetter(after: first.upperBound, of: raw) != nil else { return nil }
    let letters = singleLetters(from: first.lowerBound, of: raw)
    guard letters.count >= 3, letters.count(where: { raw.bytes[$0].isLetterByte }) >= 3 else { return nil }
    let usualGap = raw.bytes[letters[0] + 1..<letters[1]]
    var wordStart = read.count
    for (number, index) in letters.enumerated() {
      let isJoined = number > 0 && isSame(raw.bytes[letters[number - 1] + 1..<index], as: usualGap)
      if number > 0, !isJoined {
        respell(from: wordStart, in: &read)
        for gap in letters[number - 1] + 1..<index { read.append(raw, at: gap) }
        wordStart = read.count
      }
      read.append(raw, at: index, adding: isJoined ? .split : [])
    }
    respell(from: wordStart, in: &read)
    return letters[letters.count - 1] + 1
  }

  /// The run of one-byte words from `start`, at most `longestRun`, no wider than `widestGap` apart, on one line.
  private func singleLetters(from start: Int, of raw: borrowing FoldedText) -> [Int] {
    var letters = [start]
    while letters.count < Self.longestRun, let next = nextLetter(after: letters[letters.count - 1] + 1, of: raw) {
      letters.append(next)
    }
    return letters
  }

  /// The next word after the gap at `end` if it is one byte long.
  private func nextLetter(after end: Int, of raw: borrowing FoldedText) -> Int? {
    var next = end
    while next < raw.count, next - end <= Self.widestGap, !raw.bytes[next].isWordByte, raw.bytes[next] != 0x0A {
      next += 1
    }
    guard next > end, next - end <= Self.widestGap, raw.isWord(at: next), !raw.isWord(at: next + 1) else { return nil }
    return next
  }

  /// Gaps of spaces are the same when equally wide; gaps with any sign are the same as each other.
  private func isSame(_ gap: ArraySlice<UInt8>, as usual: ArraySlice<UInt8>) -> Bool {
    let isBlank = gap.allSatisfy { $0 == 0x20 }
    let usualIsBlank = usual.allSatisfy { $0 == 0x20 }
    return isBlank == usualIsBlank && (!isBlank || gap.count == usual.count)
  }

  /// Joins two to four short pieces that make a vocabulary word: `ga.cor`, `m🔥ax🔥win`, and where the word is
  /// distinctive also `ga cor`. Gives the index after the pieces, or nil.
  func joinPieces(
    from first: Range<Int>,
    of raw: borrowing FoldedText,
    into read: inout FoldedText
  ) -> Int? {
    guard first.upperBound + 1 < raw.count, mayBePiece(first, of: raw) else { return nil }
    var word = Array(raw.bytes[first])
    var pieces = [first]
    var onlyBlanks = true
    var found: (pieces: Int, length: Int)?
    while pieces.count < 4, let piece = nextPiece(after: pieces[pieces.count - 1].upperBound, of: raw) {
      onlyBlanks = onlyBlanks && raw.bytes[pieces[pieces.count - 1].upperBound] == 0x20
      let mixesGaps = !onlyBlanks && raw.bytes[piece.lowerBound - 1] == 0x20
      guard !mixesGaps else { break }
      pieces.append(piece)
      word += raw.bytes[piece]
      let isShort = !onlyBlanks || pieces.allSatisfy { $0.count <= Self.longestBlankPiece }
      if word.count >= 4, isShort, onlyBlanks ? vocabulary.isDistinctive(word[...]) : vocabulary.contains(word[...]) {
        found = (pieces.count, word.count)
      }
    }
    guard let found else { return nil }
    for (number, piece) in pieces.prefix(found.pieces).enumerated() {
      for index in piece {
        read.append(raw, at: index, adding: number > 0 && index == piece.lowerBound ? .split : [])
      }
    }
    return pieces[found.pieces - 1].upperBound
  }

  /// Whether a word with one, two or three short words after it might make a vocabulary word: a look at hashes only.
  func mayBePiece(_ first: Range<Int>, of raw: borrowing FoldedText) -> Bool {
    // Over a blank only the shortest pieces are joined, so most pairs of words end here.
    let afterBlank = raw.bytes[first.upperBound] == 0x20
    guard first.count <= (afterBlank ? Self.longestBlankPiece : 5) else { return false }
    var hash = Vocabulary.SqueezedHash()
    for index in first { hash.add(raw.bytes[index]) }
    var end = first.upperBound
    for _ in 0..<3 {
      guard let piece = nextPiece(after: end, of: raw) else { return false }
      if afterBlank, piece.count > Self.longestBlankPiece { return false }
      for index in piece { hash.add(raw.bytes[index]) }
      if vocabulary.mayContain(hash) { return true }
      end = piece.upperBound
    }
    return false
  }

  /// The next short word after a gap of one or two signs or exactly one space.
  private func nextPiece(after end: Int, of raw: borrowing FoldedText) -> Range<Int>? {
    var next = end
    while next < raw.count, !raw.bytes[next].isWordByte, raw.bytes[next] != 0x0A, next - end < 3 { next += 1 }
    guard next > end, next - end <= 2, raw.isWord(at: next) else { return nil }
    let isBlank = raw.bytes[end..<next].allSatisfy { $0 == 0x20 }
    guard !isBlank || next - end == 1 else { return nil }
    let pieceEnd = raw.wordEnd(from: next)
    return pieceEnd - next <= 6 ? next..<pieceEnd : nil
  }
}
