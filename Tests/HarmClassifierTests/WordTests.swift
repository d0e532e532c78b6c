import Testing

@testable import HarmClassifier

/// Words are read off bits, many bytes at once: against a look at each byte.
@Suite("The words of a text")
struct WordTests {
  private typealias Traits = FoldedText.Word.Traits

  private struct Seen: Equatable {
    var range: Range<Int>
    var isPlain: Bool
    var traits: Traits
  }

  private func slowly(_ bytes: [UInt8], from first: Int) -> [Seen] {
    var words: [Seen] = []
    var index = first
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index].isWordByte { index += 1 }
      if index > start { words.append(seen(start..<index, bytes)) }
      index += 1
    }
    return words
  }

  private func seen(_ range: Range<Int>, _ bytes: [UInt8]) -> Seen {
    let word = Array(bytes[range])
    var traits: Traits = []
    if word.contains(where: \.isDigitByte) { traits.insert(.digits) }
    if word.contains(where: { $0 >= 0x80 }) { traits.insert(.beyondASCII) }
    if word.indices.dropFirst(2).contains(where: { word[$0] == word[$0 - 1] && word[$0] == word[$0 - 2] }) {
      traits.insert(.stretched)
    }
    let isDoubled = zip(word, word.dropFirst()).contains { $0 == $1 }
    return Seen(range: range, isPlain: traits.isEmpty && !isDoubled, traits: traits)
  }

  @Test("by their ends and by what they are made of", arguments: 0..<300 as Range<UInt64>)
  func words(seed: UInt64) {
    var random = AnyBytes(seed: seed)
    // Long words and long gaps cross what is looked at at once.
    let letters: [UInt8] = seed % 3 == 0 ? Array("aab7é.".utf8) : Array("abcdefgh  9".utf8)
    let bytes = (0..<Int.random(in: 0..<300, using: &random)).flatMap { _ -> [UInt8] in
      let byte = letters.randomElement(using: &random)!
      return Array(repeating: byte, count: Int.random(in: 0..<40, using: &random) == 0 ? 70 : 1)
    }
    var first = Int.random(in: 0...bytes.count, using: &random)
    while first < bytes.count, first > 0, bytes[first - 1].isWordByte { first += 1 }
    var words: [Seen] = []
    bytes.span.forEachWord(from: first) { range, isPlain in
      words.append(Seen(range: range, isPlain: isPlain, traits: Traits(range, of: bytes.span)))
    }
    #expect(words == slowly(bytes, from: first))
  }

  @Test("keep the numbers they have in phrases, and are known when they tell a language")
  func known() {
    let phrases = WordTable(["gacor", "yang", "kemenanganberuntunsetiaphari"])
    let known = KnownWords(phrases: phrases)
    func number(_ word: String) -> UInt32 {
      let bytes = Array(word.utf8)
      return known.number(of: 0..<bytes.count, in: bytes.span)
    }
    #expect(["gacor", "yang", "kemenanganberuntunsetiaphari"].map(number) == [1, 2, 3])
    #expect(known.languageNumber(of: number("gacor")) == 0)
    #expect(known.languageNumber(of: number("yang")) != 0)
    #expect(number("tiang") > 3)
    #expect(known.languageNumber(of: number("tiang")) != 0)
    #expect(number("xqzt") == 0)
    #expect(KnownWords().number(of: 0..<5, in: Array("gacor".utf8).span) == 0)
  }
}
