/// The words that phrases hold or that tell a language, numbered together: each word of a text is looked up once, for all who
/// ask about it. They never change, so all share them.
final class KnownWords: Sendable {
  /// The words of phrases, by the numbers they have there, then the others.
  private let words: WordTable
  /// By number, that of the word among those that tell a language.
  private let languageNumbers: [UInt32]

  init(phrases: WordTable = WordTable()) {
    let languages = LanguageGuesser.shared
    var words = phrases
    var languageNumbers: [UInt32] = Array(repeating: 0, count: phrases.count + 1)
    for languageNumber in 1...UInt32(languages.words.count) {
      let number = Int(words.insert(languageNumber, of: languages.words))
      if number == languageNumbers.count { languageNumbers.append(0) }
      languageNumbers[number] = languageNumber
    }
    (self.words, self.languageNumbers) = (words, languageNumbers)
  }

  /// The number of the bytes `word` of `text`; 0 for words that are not known.
  @inline(__always)
  func number(of word: Range<Int>, in text: Span<UInt8>) -> UInt32 { words.number(of: word, in: text) }

  /// The number of a known word among those that tell a language; 0 for others.
  @inline(__always)
  func languageNumber(of number: UInt32) -> Int { Int(languageNumbers[Int(number)]) }
}
