extension WordReader {
  /// Longest run of single letters that is read at once, over all its words.
  private static let longestRun = 160
  /// Longest piece of a word that is joined over a blank.
  static let longestBlankPiece = 3
  /// Widest gap between letters of one run, in folded bytes.
  private static let widestGap = 3

  /// How many letters stand one by one from `first`, at most `longestRun`, no wider than `widestGap` apart, on one line; nil
  /// when they are too few to be a word: `s l o t`, `s.l.o.t`, `【s】【l】【o】【t】`.
  func letterCount(from first: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    guard first.count == 1 else { return nil }
    var (count, letters) = (1, bytes[first.lowerBound].isLetterByte ? 1 : 0)
    var end = first.upperBound
    while count < Self.longestRun, let next = nextLetter(after: end, in: bytes) {
      count += 1
      if bytes[next].isLetterByte { letters += 1 }
      end = next + 1
    }
    return letters >= 3 ? count : nil
  }

  /// Joins `count` letters that stand one by one from `start`. A gap unlike the first one divides words
  /// (`s l o t  g a c o r`). Gives the index after the run.
  func joinLetters(_ count: Int, from start: Int, of raw: borrowing FoldedText, into read: inout FoldedText) -> Int {
    let bytes = raw.bytes.span
    var wordStart = read.count
    var (letter, usualGap) = (start, 0..<0)
    read.append(raw, at: start)
    for number in 1..<count {
      guard let next = nextLetter(after: letter + 1, in: bytes) else { break }
      let gap = letter + 1..<next
      if number == 1 { usualGap = gap }
      let isJoined = Self.isSame(gap, as: usualGap, in: bytes)
      if !isJoined {
        respell(from: wordStart, in: &read)
        read.append(raw, gap)
        wordStart = read.count
      }
      read.append(raw, at: next, adding: isJoined ? .split : [])
      letter = next
    }
    respell(from: wordStart, in: &read)
    return letter + 1
  }

  /// The next word after the gap at `end` if it is one byte long.
  private func nextLetter(after end: Int, in bytes: Span<UInt8>) -> Int? {
    var next = end
    while next < bytes.count, next - end <= Self.widestGap, !bytes[next].isWordByte, bytes[next] != 0x0A { next += 1 }
    guard next > end, next - end <= Self.widestGap, next < bytes.count, bytes[next].isWordByte else { return nil }
    return next + 1 < bytes.count && bytes[next + 1].isWordByte ? nil : next
  }

  /// Gaps of spaces are the same when equally wide; gaps with any sign are the same as each other.
  private static func isSame(_ gap: Range<Int>, as usual: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let isBlank = isBlank(gap, in: bytes)
    return isBlank == Self.isBlank(usual, in: bytes) && (!isBlank || gap.count == usual.count)
  }

  private static func isBlank(_ gap: Range<Int>, in bytes: Span<UInt8>) -> Bool { gap.allSatisfy { bytes[$0] == 0x20 } }

  /// How many short pieces from `first`, two to four, make a vocabulary word: `ga.cor`, `m🔥ax🔥win`, and where the word
  /// is distinctive also `ga cor`. nil for nearly all words.
  func pieceCount(from first: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    guard first.upperBound + 1 < bytes.count, mayBePiece(first, in: bytes) else { return nil }
    var hash = Vocabulary.SqueezedHash(first, of: bytes)
    var (pieces, length, end) = (1, first.count, first.upperBound)
    var (onlyBlanks, areShort) = (true, first.count <= Self.longestBlankPiece)
    var found: Int?
    while pieces < 4, let piece = nextPiece(after: end, in: bytes) {
      onlyBlanks = onlyBlanks && bytes[end] == 0x20
      let mixesGaps = !onlyBlanks && bytes[piece.lowerBound - 1] == 0x20
      guard !mixesGaps else { break }
      (pieces, length, end) = (pieces + 1, length + piece.count, piece.upperBound)
      areShort = areShort && piece.count <= Self.longestBlankPiece
      for index in piece { hash.add(bytes[index]) }
      guard length >= 4, areShort || !onlyBlanks, vocabulary.mayContain(hash) else { continue }
      let word = Self.wordBytes(first.lowerBound..<end, of: bytes)
      if onlyBlanks ? vocabulary.isDistinctive(word[...]) : vocabulary.contains(word[...]) { found = pieces }
    }
    return found
  }

  private static func wordBytes(_ range: Range<Int>, of bytes: Span<UInt8>) -> [UInt8] {
    range.compactMap { bytes[$0].isWordByte ? bytes[$0] : nil }
  }

  /// Joins `count` pieces and gives the index after them.
  func joinPieces(
    _ count: Int,
    from first: Range<Int>,
    of raw: borrowing FoldedText,
    into read: inout FoldedText
  ) -> Int {
    read.append(raw, first)
    var end = first.upperBound
    for _ in 1..<count {
      guard let piece = nextPiece(after: end, in: raw.bytes.span) else { break }
      read.append(raw, at: piece.lowerBound, adding: .split)
      read.append(raw, piece.dropFirst())
      end = piece.upperBound
    }
    return end
  }

  /// Whether a word with one, two or three short words after it might make a vocabulary word: a look at hashes only.
  func mayBePiece(_ first: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    // Over a blank only the shortest pieces are joined, so most pairs of words end here.
    let afterBlank = bytes[first.upperBound] == 0x20
    guard first.count <= (afterBlank ? Self.longestBlankPiece : 5) else { return false }
    // A sign with a blank behind it, as at the end of a sentence, joins nothing.
    if !afterBlank, bytes[first.upperBound + 1] == 0x20 { return false }
    guard var piece = nextPiece(after: first.upperBound, in: bytes) else { return false }
    var hash = Vocabulary.SqueezedHash()
    var (onlyBlanks, end) = (afterBlank, first.upperBound)
    for number in 1...3 {
      if afterBlank, piece.count > Self.longestBlankPiece { return false }
      if number == 1 { hash = Vocabulary.SqueezedHash(first, of: bytes) }
      for index in piece { hash.add(bytes[index]) }
      onlyBlanks = onlyBlanks && bytes[end] == 0x20
      if onlyBlanks ? vocabulary.mayBeDistinctive(hash) : vocabulary.mayContain(hash) { return true }
      end = piece.upperBound
      guard number < 3, let next = nextPiece(after: piece.upperBound, in: bytes) else { return false }
      piece = next
    }
    return false
  }

  /// The next short word after a gap of one or two signs or exactly one space.
  private func nextPiece(after end: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    var next = end
    while next < bytes.count, !bytes[next].isWordByte, bytes[next] != 0x0A, next - end < 3 { next += 1 }
    guard next > end, next - end <= 2, next < bytes.count, bytes[next].isWordByte else { return nil }
    guard next - end == 1 || !Self.isBlank(end..<next, in: bytes) else { return nil }
    let pieceEnd = bytes.wordEnd(from: next)
    return pieceEnd - next <= Self.longestPiece ? next..<pieceEnd : nil
  }

  private static let longestPiece = 6
}
