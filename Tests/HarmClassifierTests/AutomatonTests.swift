import Testing

@testable import HarmClassifier

@Suite("The automaton finds what a slow search finds")
struct AutomatonTests {
  /// Every place where the words of `phrase` stand in `text`, whatever is between words: by trying each position.
  private func slowly(_ phrase: [UInt8], in text: FoldedText) -> [Automaton.Match] {
    (0..<text.count).compactMap { start in
      guard text.isWord(at: start), !text.isWord(at: start - 1) else { return nil }
      var index = start
      for byte in phrase {
        if byte == 0x20 {
          guard index < text.count, !text.isWord(at: index) else { return nil }
          while index < text.count, !text.isWord(at: index) { index += 1 }
        } else {
          guard index < text.count, text.bytes[index] == byte else { return nil }
          index += 1
        }
      }
      return Automaton.Match(phrase: 0, start: start, end: index)
    }
  }

  @Test("on random phrases and texts", arguments: 1...150 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var random = AnyBytes(seed: seed)
    func word() -> String {
      String((0..<Int.random(in: 1...3, using: &random)).map { _ in "abc7".randomElement(using: &random)! })
    }
    let phrases = Set(
      (0..<12).map { _ in (0..<Int.random(in: 1...3, using: &random)).map { _ in word() }.joined(separator: " ") }
    )
    .sorted().map { Array($0.utf8) }
    let text = (0..<60).map { _ in word() + ["", " ", ", ", " - ", "\n", "x"].randomElement(using: &random)! }.joined()
    var folded = FoldedText()
    CharacterFolder().fold(Array(text.utf8).span, into: &folded)
    var found: [Automaton.Match] = []
    Automaton(phrases).find(in: folded, into: &found)
    var expected: [Automaton.Match] = []
    for (number, phrase) in phrases.enumerated() {
      expected += slowly(phrase, in: folded).map { Automaton.Match(phrase: number, start: $0.start, end: $0.end) }
    }
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
  }

  @Test("no phrases, no matches")
  func empty() {
    var folded = FoldedText()
    CharacterFolder().fold(Array("apa saja".utf8).span, into: &folded)
    var found: [Automaton.Match] = []
    Automaton([]).find(in: folded, into: &found)
    #expect(found.isEmpty)
  }
}
