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

  /// The first reading of a mixed word that the vocabulary knows. Hashes refuse nearly all before anything is written.
  private func letters(for word: ArraySlice<UInt8>) -> [UInt8]? {
    let signs = word.count { Self.readings(of: $0) != nil }
    guard (1...6).contains(signs), signs < word.count else { return nil }
    for choice in UInt8(0)..<1 << UInt8(signs) {
      var hash = Vocabulary.SqueezedHash()
      Self.forEachLetter(of: word, choice) { hash.add($0) }
      guard vocabulary.mayContain(hash) else { continue }
      var letters: [UInt8] = []
      Self.forEachLetter(of: word, choice) { letters.append($0) }
      if vocabulary.spelling(of: letters[...]) != nil { return letters }
    }
    return nil
  }

  /// Calls `body` with the letters of a mixed word, in which every sign is read as the bit of `choice` for it says.
  @inline(__always)
  private static func forEachLetter(of word: ArraySlice<UInt8>, _ choice: UInt8, _ body: (UInt8) -> Void) {
    var choice = choice
    for byte in word {
      guard let readings = readings(of: byte) else {
        body(byte)
        continue
      }
      body(choice & 1 == 0 ? readings.0 : readings.1)
      choice >>= 1
    }
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
