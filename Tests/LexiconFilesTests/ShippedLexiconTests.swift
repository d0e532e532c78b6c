import HarmClassifier
import LexiconFiles
import Testing

@Suite("The shipped lexicon")
struct ShippedLexiconTests {
  @Test("has all categories, each complete in both languages, with twelve examples and half of them harmless")
  func complete() throws {
    let files = try Shipped.files.get()
    #expect(files.categories.count == 17)
    for category in files.categories {
      let texts = [
        category.name, category.definition, category.response.message, category.response.audience,
        category.response.channels, category.response.reportTo, category.response.angle,
      ]
      #expect(texts.allSatisfy { !$0.id.isEmpty && !$0.en.isEmpty }, "\(category.source.id)")
      let clean = category.examples.count { $0.decision == .clean }
      #expect(category.examples.count >= 12 && clean * 2 >= category.examples.count, "\(category.source.id)")
    }
  }

  @Test("what people may say is not ours to judge: some categories never go beyond review")
  func ceilings() throws {
    let reviewed = try Shipped.files.get().categories.filter { $0.source.ceiling == .review }.map(\.source.id)
    #expect(Set(reviewed) == ["hoax_pattern", "hate_sara", "terror_extremism", "cyberbullying", "self_harm"])
  }

  @Test("every example gives its verdict")
  func examples() throws {
    let files = try Shipped.files.get()
    for result in files.runExamples(files.classifier()) {
      #expect(result.failure == nil, "\(result.example.location.line): \(result.example.text)")
    }
  }

  @Test(
    "every contrast pair falls on its side",
    .enabled(if: Shipped.outside("taxonomy.yaml") != nil, "the taxonomy is not here")
  )
  func contrastPairs() throws {
    let files = try Shipped.files.get()
    let classifier = files.classifier()
    let taxonomy = try String(contentsOf: #require(Shipped.outside("taxonomy.yaml")), encoding: .utf8)
    let pairs = taxonomy.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /\ \ - \{category: (\w+), label: (\w+), text: "(.*)"\}/)?.output
    }
    #expect(pairs.count > 50)
    for (_, category, label, text) in pairs {
      let verdict = classifier.classify(String(text))
      switch label {
      case "promo", "crisis":
        #expect(verdict.decision != .clean, "\(category) \(label): \(text)")
        #expect(verdict.categories.contains { $0.id == category }, "\(category) \(label): \(text)")
      default: #expect(verdict.decision == .clean, "\(category) \(label): \(text)")
      }
    }
  }

  @Test("the sentences of the first promise")
  func promise() throws {
    let classifier = try Shipped.files.get().classifier()
    let news =
      "Wakil gubernur tidak ingin masyarakat hanya memanfaatkan teknologi 5G untuk hal-hal negatif seperti judi online"
    #expect(classifier.classify(news).decision == .clean)
    #expect(classifier.classify("makasih 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 gacor parah, link di bio").decision == .harmful)
  }
}
