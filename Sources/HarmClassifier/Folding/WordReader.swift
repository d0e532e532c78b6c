/// Second step of folding: words that were split, stretched or spelt with digits are read as the words they stand for.
///
/// Guesses need the vocabulary's consent (`sl0t` is *slot*, but `bp3mi` and `5g` stay), so pure numbers, plates and
/// acronyms are never touched. Only letters set apart one by one are joined without it.
///
/// Most words have nothing to guess at; stretches of them are copied in one go.
///
/// It never changes, so all share one.
final class WordReader: Sendable {
  let vocabulary: Vocabulary
  private let known: KnownWords

  init(vocabulary: Vocabulary, known: KnownWords) { (self.vocabulary, self.known) = (vocabulary, known) }

  /// Appends what `raw` reads as to `read`, which must be empty, with its words.
  func read(_ raw: borrowing FoldedText, into read: inout FoldedText) {
    var words: [FoldedText.Word] = []
    swap(&words, &read.words)
    // What is read never has more words than it had bytes for.
    words.append(addingCapacity: raw.mostWords) { self.read(raw, into: &read, &$0) }
    swap(&words, &read.words)
  }

  private func read(
    _ raw: borrowing FoldedText,
    into read: inout FoldedText,
    _ words: inout OutputSpan<FoldedText.Word>
  ) {
    let bytes = raw.bytes.span
    var (copied, shift) = (0, 0)
    bytes.forEachWord(from: 0) { range, isPlain in
      // Some were read with the word before.
      guard range.lowerBound >= copied else { return }
      let traits = isPlain ? [] : FoldedText.Word.Traits(range, of: bytes)
      guard let (word, reading) = reading(of: range, isPlain: isPlain, traits, in: bytes) else {
        words.append(raw.word(range, known, traits, movedBy: shift))
        return
      }
      read.append(raw, copied..<range.lowerBound)
      let start = read.count
      copied = write(word, reading, of: raw, to: &read)
      shift = read.count &- copied
      read.appendWords(from: start, known, to: &words)
    }
    read.append(raw, copied..<raw.count)
  }

  /// The word `range` and how it reads, unless as it stands.
  @inline(__always)
  private func reading(
    of range: Range<Int>,
    isPlain: Bool,
    _ traits: FoldedText.Word.Traits,
    in bytes: Span<UInt8>
  ) -> (Word, Reading)? {
    // Most words are certainly not doubtful: plain, and too long to be a piece of a word divided by blanks, as they or the
    // words behind them are.
    if isPlain, range.upperBound < bytes.count, bytes[range.upperBound] == 0x20 {
      if range.upperBound &- range.lowerBound > Self.longestBlankPiece { return nil }
      if range.count > 1, bytes.holdsFourWordBytes(from: range.upperBound + 1) { return nil }
    }
    let word = traits.isEmpty ? Word(letters: range, longestRun: isPlain ? 1 : 2) : Word(range, of: bytes)
    guard isDoubtful(word, in: bytes), let reading = reading(of: word, in: bytes) else { return nil }
    return (word, reading)
  }

  /// A word and what it is made of.
  struct Word {
    let range: Range<Int>
    private(set) var hasLetters = false
    private(set) var hasDigits = false
    /// The longest run of one ASCII letter.
    private(set) var longestRun = 0

    /// A word of letters `a`–`z`.
    @inline(__always)
    init(letters range: Range<Int>, longestRun: Int) {
      self.range = range
      (hasLetters, self.longestRun) = (true, longestRun)
    }

    @inline(__always)
    init(_ range: Range<Int>, of text: Span<UInt8>) {
      self.range = range
      var run = 0
      var last: UInt8 = 0
      for index in range {
        let byte = text[index]
        if byte.isDigitByte {
          hasDigits = true
          run = 0
        } else {
          hasLetters = true
          run = byte == last && byte < 0x80 ? run + 1 : 1
          if run > longestRun { longestRun = run }
        }
        last = byte
      }
    }

    var isMixed: Bool { hasLetters && hasDigits }
    /// Long runs are never ordinary spelling; a doubled letter may be, in a word of some length.
    var isStretched: Bool { longestRun > 2 || (longestRun == 2 && range.count >= 5) }
  }

  /// A cheap look that refuses most words.
  @inline(__always)
  private func isDoubtful(_ word: Word, in bytes: Span<UInt8>) -> Bool {
    if word.isMixed || word.longestRun > 2 || word.range.count == 1 { return true }
    if word.isStretched, vocabulary.mayContain(Vocabulary.SqueezedHash(word.range, of: bytes)) { return true }
    let end = word.range.upperBound
    guard end + 1 < bytes.count else { return false }
    return Self.readings(of: bytes[end]) != nil || mayBePiece(word.range, in: bytes)
  }

  /// How a word reads unless as it stands.
  private enum Reading {
    /// With letters behind it that stand one by one, so many with itself.
    case letters(Int)
    /// As the first of so many pieces of a word.
    case pieces(Int)
    /// Perhaps by other letters of its own, or by a sign behind it.
    case respelt
  }

  /// nil for most doubtful words.
  private func reading(of word: Word, in bytes: Span<UInt8>) -> Reading? {
    if let letters = letterCount(from: word.range, in: bytes) { return .letters(letters) }
    if let pieces = pieceCount(from: word.range, in: bytes) { return .pieces(pieces) }
    let end = word.range.upperBound
    if end + 1 < bytes.count, Self.readings(of: bytes[end]) != nil { return .respelt }
    let isRespelt = word.isMixed ? digitReading(of: word.range, in: bytes) != nil : word.isStretched
    return isRespelt ? .respelt : nil
  }

  /// Appends what a word and its reading come to, and gives where to read on.
  private func write(
    _ word: Word,
    _ reading: Reading,
    of raw: borrowing FoldedText,
    to read: inout FoldedText
  ) -> Int {
    switch reading {
    case .letters(let count): return joinLetters(count, from: word.range.lowerBound, of: raw, into: &read)
    case .pieces(let count): return joinPieces(count, from: word.range, of: raw, into: &read)
    case .respelt:
      let start = read.count
      read.append(raw, word.range)
      let next = readSigns(after: word.range.upperBound, of: raw, wordStart: start, into: &read)
      respell(from: start, in: &read)
      return next
    }
  }

  /// Takes back stretched letters and digits for letters in the last word of `read`, which starts at `start`.
  func respell(from start: Int, in read: inout FoldedText) {
    let word = Word(start..<read.wordEnd(from: start), of: read.bytes.span)
    if word.isMixed {
      readDigits(from: start, in: &read)
    } else if word.isStretched {
      shorten(from: start, in: &read, longestRun: word.longestRun)
    }
  }
}
