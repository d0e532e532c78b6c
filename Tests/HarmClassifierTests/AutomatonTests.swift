import Testing

@testable import HarmClassifier

@Suite("The automaton finds what a slow search finds")
struct AutomatonTests {
  private static let particles = ["", "ku", "mu", "nya", "lah", "kah", "pun"]

  /// Every place where the words of `phrase` stand in `text`, whatever is between words, the last perhaps with a particle:
  /// by trying each position.
  private func slowly(_ phrase: [UInt8], in text: FoldedText) -> [PhraseAutomaton.Match] {
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
      guard Self.particles.contains(text.string(index..<text.wordEnd(from: index))) else { return nil }
      return PhraseAutomaton.Match(phrase: 0, start: start, end: index)
    }
  }

  /// Phrases numbered by their places.
  private func automaton(of phrases: [[UInt8]]) -> PhraseAutomaton {
    var builder = PhraseAutomatonBuilder()
    for (place, phrase) in phrases.enumerated() { #expect(builder.insert(phrase.span) == place) }
    for (place, phrase) in phrases.enumerated() { #expect(builder.insert(phrase.span) == place) }
    return builder.build()
  }

  @Test("on random phrases and texts", arguments: 1...150 as ClosedRange<UInt64>)
  func random(seed: UInt64) {
    var random = AnyBytes(seed: seed)
    func word() -> String {
      let longest = Int.random(in: 0..<9, using: &random) == 0 ? 40 : 3
      let letters = (0..<Int.random(in: 1...longest, using: &random)).map { _ in
        "abc7".randomElement(using: &random)!
      }
      return String(letters)
    }
    let phrases = Set(
      (0..<12).map { _ in (0..<Int.random(in: 1...3, using: &random)).map { _ in word() }.joined(separator: " ") }
    )
    .sorted().map { Array($0.utf8) }
    let ends = ["", " ", ", ", " - ", "\n", "x", "nya ", "ku, "]
    let text = (0..<60).map { _ in word() + ends.randomElement(using: &random)! }.joined()
    var folded = FoldedText()
    CharacterFolder().fold(Array(text.utf8).span, into: &folded)
    let automaton = automaton(of: phrases)
    folded.findWords(KnownWords(phrases: automaton.words))
    var found: [PhraseAutomaton.Match] = []
    automaton.find(in: folded, into: &found)
    var expected: [PhraseAutomaton.Match] = []
    for (number, phrase) in phrases.enumerated() {
      expected += slowly(phrase, in: folded).map { PhraseAutomaton.Match(phrase: number, start: $0.start, end: $0.end) }
    }
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
  }

  @Test("no phrases, no matches")
  func empty() {
    var folded = FoldedText()
    CharacterFolder().fold(Array("apa saja".utf8).span, into: &folded)
    let automaton = automaton(of: [])
    folded.findWords(KnownWords(phrases: automaton.words))
    var found: [PhraseAutomaton.Match] = []
    automaton.find(in: folded, into: &found)
    #expect(found.isEmpty)
  }
}
