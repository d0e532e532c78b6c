@_spi(Measuring) import HarmClassifier

/// The parts of the hot path that are measured, each including those before it.
public enum Stage: String, CaseIterable, Sendable {
  /// Folding.
  case fold
  /// Folding and the automaton.
  case match
  /// Everything.
  case verdict

  /// Runs the stage over every post and gives what it counted: folded bytes, matches, harmful verdicts.
  public func run(_ corpus: Corpus, _ classifier: Classifier) -> Int {
    var scratch = Classifier.Scratch()
    return corpus.posts.reduce(0) { count, post in
      switch self {
      case .fold: count + classifier.foldedCount(of: post.span, scratch: &scratch)
      case .match: count + classifier.matchCount(in: post.span, scratch: &scratch)
      case .verdict: count + (classifier.classify(post.span, scratch: &scratch).decision == .harmful ? 1 : 0)
      }
    }
  }
}
