/// A linear model over hashed n-grams: for each of its categories one small weight a slot.
///
/// The score of a text is the sum of its features' weights over the square root of their number. Added to the log-odds
/// of the lexicon's evidence and the category's bias it gives the category's logit: the model was trained beside the
/// lexicon, as what the lexicon leaves to be said. It never changes, so all share one.
public final class NGramModel: Sendable {
  /// A category the model knows.
  public struct Label: Sendable, Hashable {
    /// The category's id.
    public var category: String
    /// Log-odds of the category before any n-gram or other evidence is seen.
    public var bias: Double
    /// What one unit of a stored weight stands for.
    public var scale: Double
    /// Log-odds from which a person should look at a post for which the lexicon says nothing.
    public var reviewAt: Double
    /// Log-odds from which such a post may raise an alert.
    public var harmfulAt: Double

    /// Creates a label.
    public init(category: String, bias: Double, scale: Double, reviewAt: Double = -1, harmfulAt: Double = 0) {
      self.category = category
      self.bias = bias
      self.scale = scale
      self.reviewAt = reviewAt
      self.harmfulAt = harmfulAt
    }
  }

  /// The model's version, such as `2026.11.1`.
  public let version: String
  /// The categories, in the order of their weights.
  public let labels: [Label]
  /// The weights of all labels, slot by slot.
  public let weights: [Int8]
  /// The same weights, all labels of a slot at once; nil for a model with more labels than a row holds.
  let rows: FixedTable<NGramRow>?

  /// Slots of every model.
  public static let slotCount = NGramText.slotCount

  /// Creates a model; nil unless there are `slotCount` weights a label, and at least one label.
  public init?(version: String, labels: [Label], weights: [Int8]) {
    guard !labels.isEmpty, weights.count == labels.count * Self.slotCount else { return nil }
    self.version = version
    self.labels = labels
    self.weights = weights
    rows = labels.count > NGramRow.mostLabels ? nil : FixedTable(Self.interleaved(weights, width: labels.count))
  }

  private static func interleaved(_ weights: [Int8], width: Int) -> [NGramRow] {
    var rows = Array(repeating: NGramRow(), count: slotCount)
    for label in 0..<width {
      for slot in rows.indices { rows[slot].set(weights[slot &* width &+ label], of: label) }
    }
    return rows
  }

  /// Bytes of folded text that are scored at once: a promotion among ten screens of honest text weighs as much as alone.
  package static let windowLength = 512

  /// What the model says about one label in the window where it says most.
  struct Score: Sendable {
    /// Log-odds that the n-grams add.
    var value = -Double.infinity
    /// The window, in folded bytes.
    var window = 0..<0
    /// How many features it has.
    var features = 0
  }

  /// Scores `text` for every label; `scores` is replaced.
  func score(_ text: borrowing FoldedText, _ scratch: inout NGramText, into scores: inout [Score]) {
    scores.removeAll(keepingCapacity: true)
    for _ in labels { scores.append(Score()) }
    var start = 0
    repeat {
      let window = start..<Self.windowEnd(from: start, in: text)
      scratch.read(text, window)
      let sums = rows.map { weights(of: &scratch, $0) }
      for label in labels.indices {
        let (sum, count) = sums.map { ($0.sum[label], $0.count) } ?? weights(of: scratch, label: label)
        let value = logOdds(sum, of: count, label: label)
        if value > scores[label].value { scores[label] = Score(value: value, window: window, features: count) }
      }
      start = window.upperBound
    } while start < text.count
  }

  /// The log-odds that the n-grams of a text add for a label.
  func value(of text: borrowing NGramText, label: Int) -> Double {
    let (sum, count) = weights(of: text, label: label)
    return logOdds(sum, of: count, label: label)
  }

  /// The weights of all features of a text for one label, and how many features there are.
  private func weights(of text: borrowing NGramText, label: Int) -> (sum: Int32, count: Int) {
    var sum: Int32 = 0
    var count = 0
    let stride = labels.count
    text.forEachFeature { slot, _ in
      sum &+= Int32(weights[slot &* stride &+ label])
      count &+= 1
    }
    return (sum, count)
  }

  private func logOdds(_ sum: Int32, of count: Int, label: Int) -> Double {
    Double(sum) * labels[label].scale / Double(count).squareRoot()
  }

  /// Leaves in `text` what any run of its places weighs, for a model whose labels a row holds.
  func weigh(_ text: inout NGramText) {
    if let rows { _ = text.weigh(rows) }
  }

  /// The weights of all features of a text for all labels, and how many features there are.
  private func weights(of text: inout NGramText, _ rows: FixedTable<NGramRow>) -> (sum: SIMD4<Int32>, count: Int) {
    var (sum, count) = text.weigh(rows)
    NGramText.forEachSign(of: text.counts) { slot in
      sum &+= rows[slot].sum(of: 1)
      count += 1
    }
    return (sum, count)
  }

  /// Where the window from `start` ends: at a blank once it is long enough, so that a short rest is not left alone.
  static func windowEnd(from start: Int, in text: borrowing FoldedText) -> Int {
    guard text.count - start > windowLength * 3 / 2 else { return text.count }
    var end = start + windowLength
    while end < text.count, text.bytes[end] > 0x20, end < start + 2 * windowLength { end += 1 }
    return end
  }
}
