extension WordReader {
  /// Reads digits as the letters they look like where that makes a word of the vocabulary: `sl0t`, `T09EL`, `m4xw1n`.
  ///
  /// A number at the end may be a name's own (`sl0t88` is *slot88*), so two or more last digits are also tried as digits.
  func readDigits(from start: Int, in read: inout FoldedText) {
    let word = read.bytes[start...]
    guard word.count <= Self.longestMixedWord else { return }
    let number = word.reversed().prefix { $0.isDigitByte }.count
    for kept in number >= 2 ? [0, number] : [0] {
      let stem = word.dropLast(kept)
      guard stem.count >= 3, stem.contains(where: \.isDigitByte) else { continue }
      if let letters = letters(for: stem) {
        write(letters, from: start, in: &read)
        if kept == 0, let spelling = vocabulary.spelling(of: letters[...]) {
          squeeze(from: start, to: spelling, in: &read)
        }
        return
      }
    }
  }

  /// Reads `$lot`, `j@ckpot` and `s!tus`: a sign inside a word, where that makes a word of the vocabulary. Gives the
  /// index after what was read; signs that make no word stay for the caller.
  func readSigns(
    after end: Int,
    of raw: borrowing FoldedText,
    wordStart: Int,
    into read: inout FoldedText
  ) -> Int {
    guard raw.isWord(at: end + 1), Self.readings(of: raw.bytes[end]) != nil else { return end }
    var last = end
    while raw.isWord(at: last + 1), Self.readings(of: raw.bytes[last]) != nil { last = raw.wordEnd(from: last + 1) }
    let wordCount = read.count
    for index in end..<last { read.append(raw, at: index) }
    if read.count - wordStart <= Self.longestMixedWord, let letters = letters(for: read.bytes[wordStart...]) {
      write(letters, from: wordStart, in: &read)
      return last
    }
    read.truncate(to: wordCount)
    return end
  }

  private static let longestMixedWord = 24

  private func write(_ letters: [UInt8], from start: Int, in read: inout FoldedText) {
    for (offset, letter) in letters.enumerated() where read.bytes[start + offset] != letter {
      read.replace(at: start + offset, with: letter, adding: .digit)
    }
  }

  /// The first reading of a mixed word that the vocabulary knows.
  private func letters(for word: ArraySlice<UInt8>) -> [UInt8]? {
    var letters = Array(word)
    let places = letters.indices.filter { Self.readings(of: letters[$0]) != nil }
    guard (1...6).contains(places.count), places.count < letters.count else { return nil }
    for choice in 0..<(1 << places.count) {
      for (bit, place) in places.enumerated() {
        let readings = Self.readings(of: word[word.startIndex + place])!
        letters[place] = choice >> bit & 1 == 0 ? readings.0 : readings.1
      }
      if vocabulary.spelling(of: letters[...]) != nil { return letters }
    }
    return nil
  }

  /// The letters a digit or sign may stand for, likeliest first.
  static func readings(of byte: UInt8) -> (UInt8, UInt8)? {
    func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> (UInt8, UInt8) {
      (UInt8(ascii: first), UInt8(ascii: second))
    }
    return switch byte {
    case UInt8(ascii: "0"): pair("o", "o")
    case UInt8(ascii: "1"): pair("i", "l")
    case UInt8(ascii: "2"): pair("z", "r")
    case UInt8(ascii: "3"): pair("e", "e")
    case UInt8(ascii: "4"): pair("a", "a")
    case UInt8(ascii: "5"): pair("s", "s")
    case UInt8(ascii: "6"): pair("g", "b")
    case UInt8(ascii: "7"): pair("t", "j")
    case UInt8(ascii: "8"): pair("b", "b")
    case UInt8(ascii: "9"): pair("g", "p")
    case UInt8(ascii: "@"): pair("a", "a")
    case UInt8(ascii: "$"): pair("s", "s")
    case UInt8(ascii: "!"), UInt8(ascii: "|"): pair("i", "l")
    case UInt8(ascii: "+"): pair("t", "t")
    default: nil
    }
  }
}
