/// What the n-gram score says about one category of a post.
struct NGramReading {
  let model: NGramModel
  let label: Int
  let score: NGramModel.Score

  /// Log-odds from which a person should look, when the lexicon says nothing.
  var reviewAt: Double { model.labels[label].reviewAt }
  /// Log-odds from which the post may raise an alert, when the lexicon says nothing.
  var harmfulAt: Double { model.labels[label].harmfulAt }

  /// Log-odds before stance and lexicon. They never fall below `floor`, the lexicon's own bias: an unusual way of
  /// writing does not outweigh what the lexicon knows.
  func logOdds(floor: Double) -> Double { model.logOdds(label, score, floor: floor) }

  /// Whether the n-grams by themselves are worth a person's look.
  func speaks(floor: Double) -> Bool { model.speaks(label, score, floor: floor) }

  /// The runs of words that say most, strongest first. `lastWindow` is the last window of `text` that was scored.
  func strongestRuns(in text: borrowing FoldedText, lastWindow: borrowing NGramText) -> [NGramModel.Run] {
    if score.window.upperBound == text.count { return strongestRuns(in: text, of: lastWindow) }
    var reading = NGramText()
    reading.read(text, score.window)
    return strongestRuns(in: text, of: reading)
  }

  private func strongestRuns(in text: borrowing FoldedText, of reading: borrowing NGramText) -> [NGramModel.Run] {
    var strongest: [NGramModel.Run] = []
    strongest.reserveCapacity(Self.shownRuns + 1)
    for run in model.runs(in: text, score.window, reading, label: label) {
      guard strongest.count < Self.shownRuns || abs(run.weight) > abs(strongest[strongest.count - 1].weight) else {
        continue
      }
      strongest.append(run)
      var place = strongest.count - 1
      while place > 0, abs(strongest[place].weight) > abs(strongest[place - 1].weight) {
        strongest.swapAt(place, place - 1)
        place -= 1
      }
      if strongest.count > Self.shownRuns { strongest.removeLast() }
    }
    return strongest
  }

  /// More spans than a person reads explain nothing.
  private static let shownRuns = 6
}

extension NGramModel {
  /// Log-odds of a label by its score, at least `floor`.
  @inline(__always)
  fileprivate func logOdds(_ label: Int, _ score: Score, floor: Double) -> Double {
    max(floor, labels[label].bias + score.value)
  }

  /// Whether a label's score by itself is worth a person's look.
  @inline(__always)
  func speaks(_ label: Int, _ score: Score, floor: Double) -> Bool {
    logOdds(label, score, floor: floor) >= labels[label].reviewAt
  }
}
