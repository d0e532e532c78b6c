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

  /// Calls `body` with the runs of words behind the score, in order. `lastWindow` is the last window of `text` that was scored.
  func forEachRun(in text: borrowing FoldedText, lastWindow: borrowing NGramText, _ body: (NGramModel.Run) -> Void) {
    if score.window.upperBound == text.count {
      model.forEachRun(in: text, score, lastWindow, label: label, body)
    } else {
      var reading = NGramText()
      reading.read(text, score.window)
      model.weigh(&reading)
      model.forEachRun(in: text, score, reading, label: label, body)
    }
  }
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
