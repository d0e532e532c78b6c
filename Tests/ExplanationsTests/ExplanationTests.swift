import HarmClassifier
import LexiconFiles
import Localization
import Testing

@testable import Explanations

@Suite("Explanations")
struct ExplanationTests {
  private let classifier = Classifier(
    lexicon: Lexicon(
      LexiconSource(
        version: "t",
        categories: [.init(id: "gambling", terms: [.init("slot gacor", .strong), .init("maxwin", .medium)])]
      )
    )
  )

  private func explain(_ post: String, _ language: Language = .en, _ style: Explanation.Style = .plain) -> String {
    Explanation(post, classifier.classify(post), categories: [], language: language, style: style).text
  }

  @Test("evidence is marked where it stands and the sum is written out")
  func sum() {
    let text = explain("ayo 𝐬𝐥𝐨𝐭 gacor, Maxwin!")
    #expect(text.contains("ayo «𝐬𝐥𝐨𝐭 gacor», «Maxwin»!"))
    #expect(text.contains("-6.00  starting value"))
    #expect(text.contains("+4.00  term                    slot gacor  ← 𝐬𝐥𝐨𝐭 gacor"))
    #expect(text.contains("= +2.00"))
  }

  @Test(
    "a post without findings says so, in both languages",
    arguments: [(Language.en, "Nothing was found."), (.id, "Tidak ada yang ditemukan.")]
  )
  func nothing(language: Language, words: String) {
    #expect(explain("halo dunia", language).contains(words))
  }

  @Test("colour only where it is asked for")
  func colour() {
    #expect(!explain("slot gacor").contains("\u{1B}"))
    #expect(explain("slot gacor", .en, .coloured).contains("\u{1B}[1;33mslot gacor\u{1B}[0m"))
  }

  @Test("each piece of evidence is one row, also one that reaches over a line break")
  func lineBreaks() {
    let post = "slot\ngacor"
    let verdict = Verdict(
      decision: .harmful,
      score: 0.9,
      categories: [CategoryVerdict(id: "gambling", score: 0.9, bias: 0.2, stance: .promo, pillars: [])],
      evidence: [
        Evidence(
          start: 0,
          end: post.utf8.count,
          text: post,
          folded: post,
          family: .ngram,
          category: "gambling",
          term: post,
          weight: 2
        )
      ],
      indicators: [],
      language: "id"
    )
    let text = Explanation(post, verdict, categories: [], language: .en, style: .plain).text
    #expect(text.split(separator: "\n").contains { $0.hasSuffix("slot⏎gacor") }, "\(text)")
  }

  @Test("a post cannot write on the reader's terminal")
  func controls() {
    let text = explain("slot gacor \u{1B}[2J\u{9B}31m\u{7}")
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || 0x7F...0x9F ~= $0.value })
  }
}
