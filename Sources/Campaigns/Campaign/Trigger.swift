import FoundationEssentials
import HarmClassifier

/// When posts become an alert.
public enum Trigger: Sendable, Hashable {
  /// At least `posts` different posts (1 or more), each judged `decision` or worse, within `window` seconds.
  case count(posts: Int, decision: Verdict.Decision, window: TimeInterval)

  /// How long a post counts, in seconds. An alert ends when no further post came for so long.
  public var window: TimeInterval {
    switch self {
    case .count(_, _, let window): window
    }
  }

  func admits(_ verdict: Verdict) -> Bool {
    switch self {
    case .count(_, let decision, _): verdict.decision >= decision
    }
  }

  /// Whether a category found in an admitted post may count. A post is harmful for the sake of its promoted categories;
  /// one it merely mentions must not ride along.
  func admits(_ category: CategoryVerdict) -> Bool {
    switch self {
    case .count(_, .harmful, _): category.stance.mayBeHarmful
    case .count: true
    }
  }

  func fires(posts: Int) -> Bool {
    switch self {
    case .count(let needed, _, _): posts >= max(needed, 1)
    }
  }
}
