extension WordReader {
  /// Reads digits as the letters they look like where that makes a word of the vocabulary: `sl0t`, `T09EL`, `m4xw1n`.
  func readDigits(from start: Int, in read: inout FoldedText) {
    guard let (letters, isWhole) = digitReading(of: start..<read.count, in: read.bytes.span) else { return }
    write(letters, from: start, in: &read)
    if isWhole, let spelling = vocabulary.spelling(of: letters[...]) { squeeze(from: start, to: spelling, in: &read) }
  }

  /// The letters of a word, or of the word without its number: a number at the end may be a name's own (`sl0t88` is
  /// *slot88*), so two or more last digits are also tried as digits.
  func digitReading(of word: Range<Int>, in bytes: Span<UInt8>) -> (letters: [UInt8], isWhole: Bool)? {
    guard word.count <= Self.longestMixedWord else { return nil }
    var stem = word
    while let last = stem.last, bytes[last].isDigitByte { stem = stem.dropLast() }
    let isNumbered = word.count - stem.count >= 2
    // `slot77` is no `slottt`.
    if isNumbered, isKnown(stem, in: bytes) { return nil }
    if let letters = stemReading(of: word, in: bytes) { return (letters, true) }
    guard isNumbered, let letters = stemReading(of: stem, in: bytes) else { return nil }
    return (letters, false)
  }

  /// Whether a word is letters that the vocabulary knows as they stand.
  private func isKnown(_ word: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard word.allSatisfy({ bytes[$0].isLetterByte }), vocabulary.mayContain(Vocabulary.SqueezedHash(word, of: bytes))
    else { return false }
    return vocabulary.spelling(of: word.map { bytes[$0] }[...]) != nil
  }

  private func stemReading(of stem: Range<Int>, in bytes: Span<UInt8>) -> [UInt8]? {
    guard stem.count >= 3, stem.contains(where: { bytes[$0].isDigitByte }) else { return nil }
    return letters(for: stem, in: bytes)
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
    read.append(raw, end..<last)
    if read.count - wordStart <= Self.longestMixedWord,
      let letters = letters(for: wordStart..<read.count, in: read.bytes.span)
    {
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
  private func letters(for word: Range<Int>, in bytes: Span<UInt8>) -> [UInt8]? {
    var (signs, choices) = (0, 1)
    for index in word {
      guard let readings = Self.readings(of: bytes[index]) else { continue }
      signs += 1
      if readings.0 != readings.1 { choices *= 2 }
    }
    guard (1...6).contains(signs), signs < word.count else { return nil }
    for choice in 0..<choices {
      var hash = Vocabulary.SqueezedHash()
      Self.forEachLetter(of: word, in: bytes, choice) { hash.add($0) }
      guard vocabulary.mayContain(hash) else { continue }
      var letters: [UInt8] = []
      Self.forEachLetter(of: word, in: bytes, choice) { letters.append($0) }
      if vocabulary.spelling(of: letters[...]) != nil { return letters }
    }
    return nil
  }

  /// Calls `body` with the letters of a mixed word, in which every sign of two readings is read as the bit of `choice` for
  /// it says.
  @inline(__always)
  private static func forEachLetter(of word: Range<Int>, in bytes: Span<UInt8>, _ choice: Int, _ body: (UInt8) -> Void)
  {
    var choice = choice
    for index in word {
      let byte = bytes[index]
      guard !byte.isLetterByte, let readings = readings(of: byte) else {
        body(byte)
        continue
      }
      if readings.0 == readings.1 {
        body(readings.0)
      } else {
        body(choice & 1 == 0 ? readings.0 : readings.1)
        choice >>= 1
      }
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
