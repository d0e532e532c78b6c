/// What the n-gram score says about one category of a post.
struct NGramReading {
  let model: NGramModel
  let label: Int
  let score: NGramModel.Score
  /// The text that was scored last, the last window of the post.
  let lastWindow: NGramText

  private var bias: Double { model.labels[label].bias }
  /// Log-odds from which a person should look, when the lexicon says nothing.
  var reviewAt: Double { model.labels[label].reviewAt }
  /// Log-odds from which the post may raise an alert, when the lexicon says nothing.
  var harmfulAt: Double { model.labels[label].harmfulAt }

  /// Log-odds before stance and lexicon. They never fall below `floor`, the lexicon's own bias: an unusual way of
  /// writing does not outweigh what the lexicon knows.
  func logOdds(floor: Double) -> Double { max(floor, bias + score.value) }

  /// The runs of words that say most, strongest first.
  func strongestRuns(in text: borrowing FoldedText) -> ArraySlice<NGramModel.Run> {
    var reading = lastWindow
    if score.window.upperBound != text.count { reading.read(text, score.window) }
    return model.runs(in: text, score.window, reading, label: label)
      .sorted { (abs($0.weight), $1.range.lowerBound) > (abs($1.weight), $0.range.lowerBound) }
      .prefix(Self.shownRuns)
  }

  /// More spans than a person reads explain nothing.
  private static let shownRuns = 6
}
