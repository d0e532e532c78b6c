@_spi(Measuring) import HarmClassifier
import Synchronization

/// A worker in steady state: it keeps its scratch memory from run to run.
public final class Worker: Sendable {
  private let classifier: Classifier
  private let scratch = Mutex(Classifier.Scratch())

  /// A worker that has seen nothing yet.
  public init(_ classifier: Classifier) { self.classifier = classifier }

  /// Shows the worker posts, so that its memory has grown to what posts need.
  public func warm(on corpus: Corpus) {
    for stage in Stage.allCases { _ = run(stage, corpus.posts[...]) }
  }

  /// Runs a stage over posts and gives what it counted: folded bytes, matches, harmful verdicts.
  public func run(_ stage: Stage, _ posts: ArraySlice<[UInt8]>) -> Int {
    scratch.withLock { scratch in
      posts.reduce(0) { count, post in
        switch stage {
        case .fold: count + classifier.foldedCount(of: post.span, scratch: &scratch)
        case .match: count + classifier.matchCount(in: post.span, scratch: &scratch)
        case .verdict: count + (classifier.classify(post.span, scratch: &scratch).decision == .harmful ? 1 : 0)
        }
      }
    }
  }
}
