/// Second step of folding: words that were split, stretched or spelt with digits are read as the words they stand for.
///
/// Guesses need the vocabulary's consent (`sl0t` is *slot*, but `bp3mi` and `5g` stay), so pure numbers, plates and
/// acronyms are never touched. Only letters set apart one by one are joined without it.
struct WordReader: Sendable {
  let vocabulary: Vocabulary

  /// Appends what `raw` reads as to `read`, which must be empty.
  func read(_ raw: borrowing FoldedText, into read: inout FoldedText) {
    var index = 0
    while index < raw.count {
      guard raw.bytes[index].isWordByte else {
        read.append(raw, at: index)
        index += 1
        continue
      }
      index = readWord(at: index, of: raw, into: &read)
    }
  }

  private func readWord(at start: Int, of raw: borrowing FoldedText, into read: inout FoldedText) -> Int {
    let end = raw.wordEnd(from: start)
    if let next = joinLetters(from: start, firstEnd: end, of: raw, into: &read) { return next }
    if let next = joinPieces(from: start, firstEnd: end, of: raw, into: &read) { return next }
    let wordStart = read.count
    for index in start..<end { read.append(raw, at: index) }
    let next = readSigns(after: end, of: raw, wordStart: wordStart, into: &read)
    respell(from: wordStart, in: &read)
    return next
  }

  /// Takes back stretched letters and digits for letters in the last word of `read`, which starts at `start`.
  func respell(from start: Int, in read: inout FoldedText) {
    let shape = Shape(read.bytes[start...])
    if shape.letters > 0, shape.digits > 0 {
      readDigits(from: start, in: &read)
    } else if shape.longestRun > 1 {
      shorten(from: start, in: &read, longestRun: shape.longestRun)
    }
  }

  /// What a word is made of.
  private struct Shape {
    var letters = 0
    var digits = 0
    /// The longest run of one letter.
    var longestRun = 0

    init(_ word: ArraySlice<UInt8>) {
      var run = 0
      var last: UInt8 = 0
      for byte in word {
        if byte.isDigitByte { digits += 1 } else { letters += 1 }
        run = byte == last && byte.isLetterByte && byte < 0x80 ? run + 1 : 1
        longestRun = Swift.max(longestRun, run)
        last = byte
      }
    }
  }
}
