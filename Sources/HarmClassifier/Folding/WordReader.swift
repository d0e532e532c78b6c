/// Second step of folding: words that were split, stretched or spelt with digits are read as the words they stand for.
///
/// Guesses need the vocabulary's consent (`sl0t` is *slot*, but `bp3mi` and `5g` stay), so pure numbers, plates and
/// acronyms are never touched. Only letters set apart one by one are joined without it.
///
/// Most words have nothing to guess at; stretches of them are copied in one go.
struct WordReader: Sendable {
  let vocabulary: Vocabulary

  /// Appends what `raw` reads as to `read`, which must be empty.
  func read(_ raw: borrowing FoldedText, into read: inout FoldedText) {
    read.reserve(raw.count)
    let bytes = raw.bytes.span
    var copied = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index].isWordByte else {
        index += 1
        continue
      }
      if let end = Self.endOfPlainWord(from: index, in: bytes) {
        index = end
        continue
      }
      let word = Word(at: index, of: raw)
      guard isDoubtful(word, of: raw) else {
        index = word.range.upperBound
        continue
      }
      read.append(raw, copied..<index)
      index = self.read(word, of: raw, into: &read)
      copied = index
    }
    read.append(raw, copied..<raw.count)
  }

  /// The end of the word at `start` if it is certainly not doubtful, as most are: only letters, no two alike in a row, a
  /// blank behind it, and too long to be a piece of a word divided by blanks.
  @inline(__always)
  private static func endOfPlainWord(from start: Int, in bytes: Span<UInt8>) -> Int? {
    var end = start
    var last: UInt8 = 0
    while end < bytes.count, bytes[end] &- 0x61 < 26, bytes[end] != last {
      last = bytes[end]
      end += 1
    }
    return end - start > longestBlankPiece && end < bytes.count && bytes[end] == 0x20 ? end : nil
  }

  /// A word and what it is made of.
  struct Word {
    let range: Range<Int>
    private(set) var letters = 0
    private(set) var digits = 0
    /// The longest run of one ASCII letter.
    private(set) var longestRun = 0

    @inline(__always)
    init(at start: Int, of text: borrowing FoldedText) {
      var run = 0
      var last: UInt8 = 0
      var end = start
      while end < text.count {
        let byte = text.bytes[end]
        if byte.isDigitByte {
          digits += 1
          run = 0
        } else if byte.isLetterByte {
          letters += 1
          run = byte == last && byte < 0x80 ? run + 1 : 1
          if run > longestRun { longestRun = run }
        } else {
          break
        }
        last = byte
        end += 1
      }
      range = start..<end
    }

    var isMixed: Bool { letters > 0 && digits > 0 }
    /// Long runs are never ordinary spelling; a doubled letter may be, in a word of some length.
    var isStretched: Bool { longestRun > 2 || (longestRun == 2 && range.count >= 5) }
  }

  /// A cheap look that refuses most words.
  @inline(__always)
  private func isDoubtful(_ word: Word, of raw: borrowing FoldedText) -> Bool {
    if word.isMixed || word.longestRun > 2 || word.range.count == 1 { return true }
    if word.isStretched, vocabulary.mayContain(Vocabulary.SqueezedHash(word.range, of: raw)) { return true }
    let end = word.range.upperBound
    guard end + 1 < raw.count else { return false }
    return Self.readings(of: raw.bytes[end]) != nil || mayBePiece(word.range, of: raw)
  }

  private func read(_ word: Word, of raw: borrowing FoldedText, into read: inout FoldedText) -> Int {
    if let next = joinLetters(from: word.range, of: raw, into: &read) { return next }
    if let next = joinPieces(from: word.range, of: raw, into: &read) { return next }
    let start = read.count
    read.append(raw, word.range)
    let next = readSigns(after: word.range.upperBound, of: raw, wordStart: start, into: &read)
    respell(from: start, in: &read)
    return next
  }

  /// Takes back stretched letters and digits for letters in the last word of `read`, which starts at `start`.
  func respell(from start: Int, in read: inout FoldedText) {
    let word = Word(at: start, of: read)
    if word.isMixed {
      readDigits(from: start, in: &read)
    } else if word.isStretched {
      shorten(from: start, in: &read, longestRun: word.longestRun)
    }
  }
}
