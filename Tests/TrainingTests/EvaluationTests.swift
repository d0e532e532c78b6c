import Foundation
import HarmClassifier
import LexiconFiles
import Testing

@testable import Training

@Suite("Evaluation") struct EvaluationTests {
  @Test("the score interval of a share is the textbook's")
  func wilson() {
    let interval = Interval.share(10, of: 100)
    #expect(abs(interval.low - 0.0552) < 0.0005)
    #expect(abs(interval.high - 0.1744) < 0.0005)
    #expect(Interval.share(0, of: 0) == Interval(value: 0, low: 0, high: 1))
  }

  @Test("precision, recall and F1 by hand")
  func detection() {
    let detection = Detection(found: 6, missed: 2, falseAlarms: 4)
    #expect(detection.precision.value == 0.6)
    #expect(detection.recall.value == 0.75)
    #expect(abs(detection.f1.value - 2.0 / 3) < 1e-12)
    #expect(detection.f1.low < detection.f1.value && detection.f1.value < detection.f1.high)
  }

  @Test("average precision by hand; ties are no merit")
  func ranking() {
    let ranking = Ranking(positives: [0.9, 0.6], negatives: [0.8, 0.1])
    #expect(abs(ranking.averagePrecision.value - (1 + 2.0 / 3) / 2) < 1e-12)
    #expect(Ranking(positives: [0.5], negatives: [0.5]).averagePrecision.value == 0.5)
    #expect(ranking.recall(atPrecision: 1) == 0.5)
    #expect(ranking.recall(atPrecision: 0.6) == 1)
  }

  @Test("calibration compares what was said with what was true")
  func calibration() {
    var calibration = Calibration()
    for number in 0..<10 { calibration.add(0.75, isHarmful: number < 5) }
    #expect(abs(calibration.expectedError - 0.25) < 1e-9)
    #expect(abs(calibration.brier - (0.5 * 0.0625 + 0.5 * 0.5625)) < 1e-9)
  }

  @Test("a source is judged by a model that never saw it; figures come as text, JSON and page")
  func leaveOneSourceOut() throws {
    let lexicon = Lexicon(LexiconSource(version: "1", categories: [.init(id: "gambling")]))
    var posts: [LabelledPost] = []
    for source in ["one", "two", "three<b>"] {
      for number in 0..<120 {
        posts.append(
          LabelledPost(
            text: Array("makasih raja\(number)\(number % 7) untung".utf8),
            category: "gambling",
            source: source
          )
        )
        posts.append(LabelledPost(text: Array("makan soto nomor \(number) enak".utf8), category: nil, source: source))
      }
    }
    let set = TrainingSet(posts, categories: ["gambling"], lexicon: lexicon)
    let evaluator = Evaluator(set, lexicon: lexicon, scoring: Scoring(), trainer: Trainer())
    // Copies of every post stand in the other sources, so a model that never saw them knows nothing.
    let left = evaluator.run(.leaveOneSourceOut, model: nil)
    #expect(left.categories.count == 3)
    #expect(left.categories.allSatisfy { $0.positives == 120 && $0.negatives == 120 })
    #expect(left.categories.allSatisfy { $0.harmful.found == 0 })
    let halves = evaluator.run(.twoFold, model: nil)
    #expect((halves.macroF1(of: "gambling")?.flagged ?? 0) > 0.9)
    #expect(halves.text.contains("harmless posts"))
    let json = try #require(try JSONSerialization.jsonObject(with: Data(halves.json.utf8)) as? [String: Any])
    #expect((json["sources"] as? [Any])?.count == 3)
    let page = halves.html(title: "a & b")
    #expect((json["baselines"] as? [Any])?.isEmpty == true)
    #expect(page.contains("three&lt;b&gt;") && page.contains("a &amp; b") && !page.contains("<b>"))
  }

  @Test("misjudged posts come with their verdicts")
  func mistakes() throws {
    let lexicon = Lexicon(LexiconSource(version: "1", categories: [.init(id: "gambling")]))
    let posts = [
      LabelledPost(text: Array("raja \"satu\"".utf8), category: "gambling", source: "a"),
      LabelledPost(text: Array("soto enak".utf8), category: nil, source: "a"),
    ]
    let set = TrainingSet(posts, categories: ["gambling"], lexicon: lexicon)
    let evaluation = Evaluator(set, lexicon: lexicon, scoring: Scoring(), trainer: Trainer()).run(.asIs, model: nil)
    let lines = try evaluation.mistakesNDJSON(.init(lexicon: "1")).split(separator: UInt8(ascii: "\n"))
    let line = try #require(lines.first)
    let row = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    #expect(lines.count == 1)
    #expect(row["text"] as? String == "raja \"satu\"" && row["label"] as? String == "gambling")
    #expect((row["verdict"] as? [String: Any])?["verdict"] as? String == "clean")
  }

  @Test("groups are reported apart, other methods beside, and the mean counts what it was told")
  func besides() {
    let lexicon = Lexicon(LexiconSource(version: "1", categories: [.init(id: "gambling")]))
    func post(_ text: String, _ category: String?, _ source: String, _ group: String? = nil) -> LabelledPost {
      LabelledPost(text: Array(text.utf8), category: category, source: source, group: group)
    }
    let posts = [
      post("raja satu", "gambling", "a"), post("raja dua", "gambling", "b"), post("soto enak", nil, "a", "jav"),
      post("soto panas", nil, "a", "sun"), post("soto dingin", nil, "a", "sun"),
    ]
    let set = TrainingSet(posts, categories: ["gambling"], lexicon: lexicon)
    let evaluator = Evaluator(set, lexicon: lexicon, scoring: Scoring(), trainer: Trainer())
    var evaluation = evaluator.run(.asIs, model: nil)
    #expect(evaluation.quiet.map(\.source) == ["a", "a jav", "a sun"])
    #expect(evaluation.quiet.map(\.posts) == [3, 1, 2])
    evaluation.baselines = [.init(source: "b", model: "keywords", f1: 0.25)]
    #expect(evaluation.text.contains("beside: keywords 25.00"))
    #expect(evaluation.html(title: "x").contains("keywords 25.00"))
    evaluation.averaged = ["c"]
    #expect(evaluation.macroF1(of: "gambling") == nil)
  }
}
