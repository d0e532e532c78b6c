import Testing

@testable import HarmClassifier

/// The runs that an explanation shows, against a sum over every feature by itself.
@Suite("Runs of words behind an n-gram score")
struct NGramRunTests {
  private static let narrow = model(labels: 2)
  /// More labels than a row holds.
  private static let wide = model(labels: 5)

  private static func model(labels count: Int) -> NGramModel? {
    var random = AnyBytes(seed: 3)
    let weights = (0..<count * NGramModel.slotCount).map { _ in Int8.random(in: -128...127, using: &random) }
    let labels = (0..<count).map { NGramModel.Label(category: "\($0)", bias: 0, scale: 0.25) }
    return NGramModel(version: "t", labels: labels, weights: weights)
  }

  @Test("each n-gram counts for the word in which it begins", arguments: 0..<200 as Range<UInt64>)
  func sums(seed: UInt64) throws {
    try sums(try #require(Self.narrow), seed)
  }

  @Test("also in a model of many labels", arguments: 0..<20 as Range<UInt64>)
  func sumsOfMany(seed: UInt64) throws {
    try sums(try #require(Self.wide), seed)
  }

  private func sums(_ model: NGramModel, _ seed: UInt64) throws {
    let text = folded(seed)
    guard text.count > 0 else { return }
    let window = 0..<NGramModel.windowEnd(from: 0, in: text)
    var reading = NGramText()
    reading.read(text, window)
    model.weigh(&reading)
    var features = 0
    reading.forEachFeature { _, _ in features += 1 }
    let score = NGramModel.Score(value: 0, window: window, features: features)
    for label in 0..<2 {
      var runs: [NGramModel.Run] = []
      model.forEachRun(in: text, score, reading, label: label) { runs.append($0) }
      let expected = wordSums(of: text, window, reading, model, label)
      for run in runs {
        let sum = expected.filter { run.range.covers($0.word) }.reduce(0) { $0 + $1.sum }
        #expect(abs(run.weight - sum) < 1e-9, "\(text.string(run.range))")
      }
      let shown = expected.filter { piece in runs.contains { $0.range.covers(piece.word) } }
      #expect(expected.allSatisfy { piece in piece.sum == 0 || shown.contains { $0.word == piece.word } })
    }
  }

  private func folded(_ seed: UInt64) -> FoldedText {
    let words = [
      "slot", "g4cor", "𝐆𝐀𝐂𝐎𝐑", "pulauwin88", "https://t.co/abc", "@kancil", "xxxxx", "7777", "dan", "é",
      String(repeating: "panjang", count: 30),
    ]
    var random = AnyBytes(seed: seed)
    var bytes = seed % 2 == 0 ? AnyBytes(seed: seed).bytes(200) : []
    for _ in 0..<Int.random(in: 0..<150, using: &random) {
      bytes += Array((words.randomElement(using: &random)! + " ").utf8)
    }
    var text = FoldedText()
    CharacterFolder().fold(bytes.span, into: &text)
    text.findWords(KnownWords())
    return text
  }

  /// By word, the weights of the features that begin in it or in the blank before it.
  private func wordSums(
    of text: FoldedText,
    _ window: Range<Int>,
    _ reading: NGramText,
    _ model: NGramModel,
    _ label: Int
  ) -> [(word: Range<Int>, sum: Double)] {
    var words: [(word: Range<Int>, sum: Double)] = []
    var index = window.lowerBound
    while index < window.upperBound {
      let end = text.wordEnd(from: index)
      if end > index { words.append((index..<end, 0)) }
      index = max(end, index + 1)
    }
    var features = 0
    reading.forEachFeature { slot, place in
      features += 1
      guard place >= 0, !words.isEmpty else { return }
      let word = words.firstIndex { $0.word.upperBound > place } ?? words.count - 1
      words[word].sum += Double(model.weights[slot * model.labels.count + label])
    }
    return words.map { ($0.word, $0.sum * 0.25 / Double(features).squareRoot()) }
  }
}
