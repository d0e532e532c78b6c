import Foundation
import Testing

@testable import HarmClassifier

@Suite("Verdicts")
struct VerdictTests {
  private static let source = LexiconSource(
    version: "t",
    evidence: [.callToAction: ["daftar sekarang", "klik link"], .priceBait: ["bonus 100"]],
    markers: [
      .counter: ["bahaya judi", "waspada", "hoaks"], .news: ["polisi menangkap"], .helpSeeking: ["minta saran"],
    ],
    negators: ["jangan", "bukan", "gak"],
    assurances: ["nyangka", "bukan main", "bukan hoaks"],
    categories: [
      .init(
        id: "gambling",
        pillars: ["safety"],
        terms: [.init("slot gacor", .strong), .init("maxwin", .medium), .init("cuan", .weak), .init("judi", .context)],
        hasSiteNames: true
      ),
      .init(
        id: "hate",
        ceiling: .review,
        pillars: ["ethics"],
        terms: [.init("usir mereka", .strong), .init("bakar rumah mereka", .strong)]
      ),
    ]
  )
  private let classifier = Classifier(lexicon: Lexicon(source))

  private func reads(_ text: String) -> String {
    let verdict = classifier.classify(text)
    return "\(verdict.decision.rawValue) \(verdict.categories.first?.stance.rawValue ?? "-")"
  }

  @Test(
    "promotion, and talk about it",
    arguments: [
      ("slot gacor maxwin daftar sekarang", "harmful promo"), ("slot gacor", "review promo"),
      ("maxwin", "clean mention"), ("cuan cuan", "clean -"),
      ("bahaya judi: kenali slot gacor", "clean counter"), ("jangan main slot gacor", "clean counter"),
      ("polisi menangkap admin slot gacor maxwin", "clean news"),
      ("minta saran, saya kalah di slot gacor", "clean help_seeking"),
      ("waspada ajakan \"slot gacor daftar sekarang\" di kolom komentar", "clean counter"),
      ("bahaya judi online! main di pulau88 slot gacor daftar sekarang", "harmful mimicry"),
      ("bahaya judi di pulau88", "review mimicry"), ("jangan klik link slot gacor", "clean counter"),
      ("gak main slot gacor", "clean counter"), ("gak nyangka slot gacor maxwin", "review promo"),
      ("gak main, slot gacor", "review promo"), ("bukan slot gacor maxwin", "clean counter"),
      ("bukan main slot gacor maxwin", "review promo"), ("slot gacor maxwin hoaks", "clean counter"),
      ("slot gacor maxwin bukan hoaks", "review promo"), ("slot gacor maxwin cuan", "harmful promo"),
      ("usir mereka, bakar rumah mereka", "review promo"), ("halo apa kabar", "clean -"), ("", "clean -"),
    ]
  )
  func stances(text: String, expected: String) {
    #expect(reads(text) == expected)
  }

  @Test("bias and weights add up to the score, spans are the original's", arguments: 1...300 as ClosedRange<UInt64>)
  func addsUp(seed: UInt64) {
    let bytes = AnyBytes(seed: seed).bytes(400)
    var scratch = Classifier.Scratch()
    let verdict = classifier.classify(bytes.span, scratch: &scratch)
    #expect(verdict.score == verdict.categories.map(\.score).max() ?? 0)
    for category in verdict.categories {
      let logit = verdict.evidence.filter { $0.category == category.id }.reduce(category.bias) { $0 + $1.weight }
      #expect(abs(category.score - 1 / (1 + exponential(-logit))) < 1e-9)
    }
    for piece in verdict.evidence {
      #expect(0 <= piece.start && piece.start < piece.end && piece.end <= bytes.count)
      #expect(piece.text == String(decoding: bytes[piece.start..<piece.end], as: UTF8.self))
    }
    var again = Classifier.Scratch()
    #expect(classifier.classify(bytes.span, scratch: &again) == verdict, "scratch memory must not matter")
  }

  @Test("one promotion among long honest text weighs as much as one alone")
  func pages() {
    let honest = String(repeating: "berita pembangunan daerah hari ini. ", count: 3000)
    let promotion = "slot gacor maxwin daftar sekarang di pulau88"
    let page = honest + promotion + ". " + honest
    let alone = classifier.classify(promotion)
    let whole = classifier.classify(page)
    #expect(whole.decision == .harmful && alone.decision == .harmful)
    #expect(whole.evidence.map(\.text) == alone.evidence.map(\.text))
    #expect(whole.evidence.first?.start == honest.utf8.count)
  }

  @Test(
    "work grows with length, not with its square",
    arguments: [
      "s l o t ", "a", "gacor ", "slot gacor ", "\"", "@", "1.", "\u{336}", "🇸", "daftar sekarang ", "jangan ",
      "\u{E0061}", "a.b.", "waspada! ", "08123456789 ",
    ]
  )
  func linear(pattern: String) {
    func milliseconds(_ count: Int) -> Double {
      let bytes = Array(String(repeating: pattern, count: count / pattern.utf8.count).utf8)
      var scratch = Classifier.Scratch()
      let start = Self.threadMilliseconds()
      _ = classifier.classify(bytes.span, scratch: &scratch)
      return Self.threadMilliseconds() - start
    }
    _ = milliseconds(1000)
    let (small, large) = (milliseconds(32_000), milliseconds(128_000))
    #expect(large < max(small, 20) * 10, "\(small) ms for 32 kB, \(large) ms for 128 kB")
  }

  /// The processor's time of this thread, which other programs on the machine do not lengthen.
  private static func threadMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  @Test("JSON: fixed order, escaped, rounded, the same bytes each time")
  func json() {
    var bytes: [UInt8] = []
    classifier.classify("maxwin \"\u{1}\n slot gacor").appendJSON(id: "7", versions: .init(lexicon: "v1"), to: &bytes)
    let json = String(decoding: bytes, as: UTF8.self)
    #expect(
      json.hasPrefix(
        "{\"id\":\"7\",\"verdict\":\"review\",\"score\":0.5,\"categories\":[{\"id\":\"gambling\",\"score\":0.5,\"bias\":-6,"
      )
    )
    #expect(json.hasSuffix("\"indicators\":[],\"lexicon\":\"v1\"}"))
    var clean: [UInt8] = []
    Verdict.clean.appendJSON(id: nil, versions: .init(lexicon: "v\"1"), to: &clean)
    #expect(
      String(decoding: clean, as: UTF8.self)
        == "{\"verdict\":\"clean\",\"score\":0,\"categories\":[],\"evidence\":[],\"indicators\":[],\"lexicon\":\"v\\\"1\"}"
    )
  }

  @Test("JSON: any text and number comes back as it was, however long")
  func jsonOfAnything() throws {
    let texts = ["\u{0}\u{1F}\u{7F}\"\\\n\r\t", "ｇａ𝐂or/\u{2028}", String(repeating: "\u{1}slot", count: 3000), ""]
    for (text, number) in zip(texts, [0, 7, 1_234_567_890, 10]) {
      var verdict = Verdict(decision: .review, score: 0.000_001)
      let evidence = Evidence(
        start: number,
        end: number,
        text: text,
        folded: text,
        family: .lexicon,
        category: "c",
        term: text,
        weight: -1.25 * Double(number)
      )
      verdict.evidence = [evidence, evidence]
      var bytes = Array("before ".utf8)
      verdict.appendJSON(id: text, versions: .init(lexicon: text), to: &bytes)
      #expect(bytes.starts(with: "before ".utf8))
      let object = try JSONSerialization.jsonObject(with: Data(bytes.dropFirst(7))) as? [String: Any]
      let piece = try #require((object?["evidence"] as? [[String: Any]])?.last)
      #expect(object?["id"] as? String == text && object?["lexicon"] as? String == text)
      #expect(piece["text"] as? String == text && piece["start"] as? Int == number)
      #expect(piece["weight"] as? Double == -1.25 * Double(number) && object?["score"] as? Double == 0.000_001)
    }
  }

  @Test("the folded beginning of a judged post is what folding it gives")
  func foldedBeginning() {
    let post = "Daftar Sekarang! SLOT GACOR m4xwin 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 bonus 100. "
    var scratch = Classifier.Scratch()
    for copies in [1, 40, 200, 600] {
      let text = String(repeating: post, count: copies)
      let bytes = Array(text.utf8)
      #expect(classifier.classify(bytes.span, scratch: &scratch).decision != .clean)
      let folded = classifier.withFoldedBeginning(ofJudged: bytes.span, 8192, scratch: &scratch) { folded in
        String(decoding: folded.indices.map { folded[$0] }, as: UTF8.self)
      }
      // A text that is judged in one go lies there whole, also where less was asked for.
      let whole = classifier.fold(text)
      #expect(whole.hasPrefix(folded.prefix(2000)) && folded.utf8.count >= min(4000, whole.utf8.count))
    }
  }

  @Test("the exponential function", arguments: [-800.0, -30, -1, -1e-9, 0, 0.5, 1, 10, 300])
  func exponentials(x: Double) {
    let reference = (0..<200).reduce((sum: 0.0, term: 1.0)) { ($0.sum + $0.term, $0.term * abs(x) / Double($1 + 1)) }
      .sum
    let expected = x < 0 ? 1 / reference : reference
    if abs(x) <= 30 { #expect(abs(exponential(x) / expected - 1) < 1e-10) }
    #expect(exponential(x) >= 0 && exponential(x).isFinite)
  }
}
