import HarmClassifier

/// What a scan has counted.
public struct ScanTally: Sendable, Hashable {
  /// Posts judged.
  public private(set) var posts = 0
  /// Records that could not be read.
  public private(set) var unreadable = 0
  /// Posts by decision.
  public private(set) var decisions: [Verdict.Decision: Int] = [:]
  /// Posts by category and decision; a post may count in several categories, clean talk about one counts as clean.
  public private(set) var categories: [String: [Verdict.Decision: Int]] = [:]
  /// How often each site name stood in a post that was not clean, as folded.
  public private(set) var siteNames: [String: Int] = [:]
  /// How often each indicator stood in a post that was not clean.
  public private(set) var indicators: [IndicatorKey: Int] = [:]

  /// An indicator without its place.
  public struct IndicatorKey: Sendable, Hashable {
    /// The kind.
    public var kind: Indicator.Kind
    /// The value.
    public var value: String
  }

  /// Creates an empty tally.
  public init() {}

  /// Posts of a decision.
  public subscript(decision: Verdict.Decision) -> Int { decisions[decision] ?? 0 }

  mutating func add(_ verdict: Verdict) {
    posts += 1
    decisions[verdict.decision, default: 0] += 1
    for category in verdict.categories {
      let decision = category.stance.mayBeHarmful || category.stance == .crisis ? verdict.decision : .clean
      categories[category.id, default: [:]][decision, default: 0] += 1
    }
    guard verdict.decision != .clean else { return }
    for name in Set(verdict.evidence.lazy.filter { $0.family == .siteName }.map(\.folded)) {
      siteNames[name, default: 0] += 1
    }
    for indicator in verdict.indicators {
      indicators[IndicatorKey(kind: indicator.kind, value: indicator.value), default: 0] += 1
    }
  }

  mutating func addUnreadable() { unreadable += 1 }

  /// Adds the counts of another part of the scan.
  public mutating func merge(_ other: ScanTally) {
    posts += other.posts
    unreadable += other.unreadable
    decisions.merge(other.decisions, uniquingKeysWith: +)
    categories.merge(other.categories) { $0.merging($1, uniquingKeysWith: +) }
    siteNames.merge(other.siteNames, uniquingKeysWith: +)
    indicators.merge(other.indicators, uniquingKeysWith: +)
  }
}
