import HarmClassifier
import Scanning
import Testing

@Suite("Suggestions for the lexicon") struct SuggestionsTests {
  private static let source = LexiconSource(
    version: "1",
    categories: [.init(id: "gambling", terms: [.init("slot gacor", .strong), .init("maxwin", .strong)])]
  )

  private func suggestions() -> Suggestions {
    var suggestions = Suggestions(classifier: Classifier(lexicon: Lexicon(Self.source)), lexicon: Self.source)
    for number in 0..<40 {
      suggestions.add("slot gacor maxwin di rajawali88 malam ini nomor 0812 3456 789\(number % 10)")
      for _ in 0..<5 { suggestions.add("makan malam ini di rumah nomor \(number)") }
    }
    return suggestions
  }

  @Test("a new name in flagged posts comes first; known terms and everyday words do not come")
  func names() throws {
    let found = suggestions().candidates()
    let first = try #require(found.first)
    #expect(first.kind == .siteName && first.text == "rajawali88" && first.flagged == 40 && first.clean == 0)
    #expect(!found.contains { ["slot gacor", "maxwin", "malam ini", "malam"].contains($0.text) })
  }

  @Test("examples are few, short and without long numbers")
  func examples() throws {
    for candidate in suggestions().candidates() {
      #expect((1...3).contains(candidate.examples.count))
      #expect(candidate.examples.allSatisfy { $0.count <= 100 && !$0.contains("3456") })
    }
  }

  @Test("minimum and limit hold")
  func limits() {
    #expect(suggestions().candidates(minimum: 41).isEmpty)
    #expect(suggestions().candidates(limit: 1).map(\.kind) == [.siteName, .phrase])
  }
}
