import Dispatch
import HarmClassifier
import Synchronization

/// Judges labelled posts with a model that never saw them, or with the one in use.
public struct Evaluator: Sendable {
  /// Which posts a model must not have seen that judges a post.
  public enum Split: Sendable, Hashable {
    /// The model in use judges everything, also what it was trained on.
    case asIs
    /// Each source is judged by a model trained without it and without copies of its posts.
    case leaveOneSourceOut
    /// Two halves, each judged by a model trained on the other.
    case twoFold
  }

  private let set: TrainingSet
  private let lexicon: Lexicon
  private let scoring: Scoring
  private let trainer: Trainer
  private let unjudged: Set<String>

  /// Prepares an evaluation over `set`; `trainer` trains the models of the splits that leave something out.
  ///
  /// Sources in `unjudged` are only learnt from, as invented posts are: judging them would flatter.
  public init(_ set: TrainingSet, lexicon: Lexicon, scoring: Scoring, trainer: Trainer, unjudged: Set<String> = []) {
    self.set = set
    self.unjudged = unjudged.union([LabelledPosts.names])
    self.lexicon = lexicon
    self.scoring = scoring
    self.trainer = trainer
  }

  /// Judges every post once. `model` judges under `asIs`. `progress` gets the share done, 0…1, and may be called from any
  /// thread.
  public func run(
    _ split: Split,
    model: NGramModel?,
    progress: @Sendable (Double) -> Void = { _ in }
  ) -> Evaluation {
    let parts = parts(split)
    let judged = Mutex([Judged]())
    let done = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
      let model = split == .asIs ? model : trained(without: parts[part])
      let result = judge(parts[part], Classifier(lexicon: lexicon, model: model))
      judged.withLock { $0 += result }
      progress(
        Double(
          done.withLock {
            $0 += 1; return $0
          }
        ) / Double(parts.count)
      )
    }
    return Evaluation(judged.withLock { $0 }.sorted { $0.post < $1.post }, set)
  }

  private func parts(_ split: Split) -> [[Int]] {
    let posts = set.posts.indices.filter { !unjudged.contains(set.posts[$0].source) }
    switch split {
    case .asIs: return [posts]
    case .leaveOneSourceOut:
      return Dictionary(grouping: posts) { set.posts[$0].source }.sorted { $0.key < $1.key }.map(\.value)
    case .twoFold: return [0, 1].map { half in posts.filter { Int(set.keys[$0] >> 9 & 1) == half } }
    }
  }

  private func trained(without posts: [Int]) -> NGramModel {
    let keys = Set(posts.map { set.keys[$0] })
    return trainer.train(set, version: "evaluation", scoring: scoring, leavingOut: { keys.contains(set.keys[$0]) })
  }

  private func judge(_ posts: [Int], _ classifier: Classifier) -> [Judged] {
    var scratch = Classifier.Scratch()
    return posts.map { index in
      let post = set.posts[index]
      let verdict = classifier.classify(post.text.span, scratch: &scratch)
      return Judged(
        post: index,
        verdict: verdict,
        probabilities: set.categories.map { classifier.probability(of: $0, in: post.text.span, scratch: &scratch) },
        named: Set(verdict.categories.map(\.id))
      )
    }
  }
}
