import FoundationEssentials
import HarmClassifier

/// When posts become an alert.
public struct Trigger: Sendable, Hashable {
  /// What about the posts of a group makes an alert, beside their number.
  public enum Kind: Sendable, Hashable {
    /// Nothing else.
    case count
    /// They are at least this share, 0…1, of all posts from the same sources in the window.
    case share(Double)
    /// They are more than chance explains, given the windows of the trailing `baseline` (seconds). `falseAlarms` is the
    /// probability, 0…1, of so many posts in one window when nothing changed. See `Spike`.
    case spike(baseline: TimeInterval, falseAlarms: Double)
    /// They name a gambling site that nobody named before the window.
    case newBrand
    /// They name a site that nobody had named for `quiet` seconds.
    case reappeared(quiet: TimeInterval)
    /// Each of the last three windows brought at least `factor` times the posts of the one before.
    case escalating(factor: Double)
  }

  /// What makes an alert, beside the number.
  public var kind: Kind
  /// How many different posts there must be, 1 or more.
  public var posts: Int
  /// The least verdict of a post that counts.
  public var decision: Verdict.Decision
  /// How long a post counts, in seconds. An alert ends when no further post came for so long.
  public var window: TimeInterval

  /// Creates a trigger.
  public init(_ kind: Kind, posts: Int, decision: Verdict.Decision = .harmful, window: TimeInterval) {
    self.kind = kind
    self.posts = max(posts, 1)
    self.decision = decision
    self.window = window
  }

  /// At least `posts` different posts (1 or more), each judged `decision` or worse, within `window` seconds.
  public static func count(posts: Int, decision: Verdict.Decision, window: TimeInterval) -> Trigger {
    Trigger(.count, posts: posts, decision: decision, window: window)
  }

  /// How long posts must be remembered to decide, in seconds.
  public var memory: TimeInterval {
    switch kind {
    case .count, .share, .newBrand, .reappeared: window
    case .spike(let baseline, _): window + max(baseline, window)
    case .escalating: 3 * window
    }
  }

  /// Whether posts without any finding matter, too.
  public var countsAllPosts: Bool { if case .share = kind { true } else { false } }

  /// Whether it is about the names of sites.
  public var isAboutBrands: Bool {
    switch kind {
    case .newBrand, .reappeared: true
    case .count, .share, .spike, .escalating: false
    }
  }

  func admits(_ verdict: Verdict) -> Bool { verdict.decision >= decision }

  /// Whether a category found in an admitted post may count. A post is harmful for the sake of its promoted categories;
  /// one it merely mentions must not ride along.
  func admits(_ category: CategoryVerdict) -> Bool { decision != .harmful || category.stance.mayBeHarmful }

  /// Whether a post of `time` that names `brand` counts.
  func admits(_ brand: Brand?, at time: Date) -> Bool {
    switch kind {
    case .count, .share, .spike, .escalating: true
    case .newBrand: brand.map { $0.firstSeen > time - window } ?? false
    case .reappeared(let quiet): brand.map { $0.isBack(after: quiet, within: window, at: time) } ?? false
    }
  }

  /// Whether the posts of a group are an alert.
  ///
  /// - Parameters:
  ///   - counts: different posts by window: the current one, then those before it, as far back as anything was watched.
  ///   - total: all posts of the group's sources in the current window.
  func fires(counts: [Int], total: Int) -> Bool {
    guard let current = counts.first, current >= posts else { return false }
    switch kind {
    case .count, .newBrand, .reappeared: return true
    case .share(let share): return Double(current) >= share * Double(max(total, current))
    case .spike(_, let falseAlarms):
      return Spike.isSpike(current, baseline: Array(counts.dropFirst()), falseAlarms: falseAlarms)
    case .escalating(let factor):
      guard counts.count >= 3, counts[2] > 0 else { return false }
      return Double(counts[0]) >= factor * Double(counts[1]) && Double(counts[1]) >= factor * Double(counts[2])
    }
  }
}
