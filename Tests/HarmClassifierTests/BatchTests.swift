import HarmClassifier
import Testing

@Suite("Batches") struct BatchTests {
  private let classifier = Classifier(
    lexicon: Lexicon(
      LexiconSource(
        version: "test",
        categories: [
          .init(id: "gambling", terms: [.init("slot gacor", .strong), .init("maxwin", .strong)], hasSiteNames: true)
        ]
      )
    )
  )

  private let posts = [
    "", "kiriman biasa", "slot gacor maxwin di rajawali88", "s l o t gacor", "makasih 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 gacor parah",
    "kiriman biasa",
    String(repeating: "kata demi kata ", count: 2000) + "slot gacor maxwin", "\u{0}\u{FFFF}",
  ]

  @Test("give what the posts give one by one")
  func texts() {
    let oneByOne = posts.map { classifier.classify($0) }
    #expect(oneByOne.contains { $0.decision == .harmful } && oneByOne.contains { $0.decision == .clean })
    #expect(classifier.classify(posts) == oneByOne)
    #expect(classifier.classify([]) == [])
  }

  @Test("in one run of bytes, in the order asked for")
  func bytes() {
    var storage: [UInt8] = [0xFF, 0xC3]
    var ranges: [Range<Int>] = []
    for post in posts {
      let start = storage.count
      storage += post.utf8
      ranges.append(start..<storage.count)
    }
    ranges.reverse()
    var scratch = Classifier.Scratch()
    for _ in 0..<2 {
      var found: [Verdict] = []
      classifier.classify(storage.span, posts: ranges, scratch: &scratch) { index, verdict in
        #expect(index == found.count)
        found.append(verdict)
      }
      #expect(found == posts.reversed().map { classifier.classify($0) })
    }
  }

  @Test("numbers in JSON have at most six places, as short as may be")
  func numbers() {
    var generator = SystemRandomNumberGenerator()
    let chosen = [0, -0.0, 1, -6, 0.5, 1e-7, -1e-7, 1e-6, 9.9e-5, 0.0001, 0.000123, 1e9, 1e16, 123_456.789, -0.25]
    let random = (0..<500).map { _ in Double.random(in: -20...20, using: &generator) }
    for value in chosen + random {
      var bytes: [UInt8] = []
      Verdict(decision: .clean, score: value).appendJSON(id: nil, versions: .init(lexicon: "1"), to: &bytes)
      let rounded = (value * 1e6).rounded() / 1e6
      let expected = rounded == rounded.rounded() ? String(Int(rounded)) : rounded.description
      #expect(String(decoding: bytes, as: UTF8.self).contains("\"score\":\(expected),"), "\(value)")
    }
  }
}
