import HarmClassifier

/// Posts by decision.
public struct DecisionCounts: Sendable, Hashable {
  /// Posts with nothing to see.
  public private(set) var clean = 0
  /// Posts a person should look at.
  public private(set) var review = 0
  /// Posts worth an alert.
  public private(set) var harmful = 0

  /// Creates zeros.
  public init() {}

  /// Posts of any decision.
  public var total: Int { clean + review + harmful }

  /// Posts of a decision.
  public internal(set) subscript(decision: Verdict.Decision) -> Int {
    get {
      switch decision {
      case .clean: clean
      case .review: review
      case .harmful: harmful
      }
    }
    set {
      switch decision {
      case .clean: clean = newValue
      case .review: review = newValue
      case .harmful: harmful = newValue
      }
    }
  }

  static func + (left: DecisionCounts, right: DecisionCounts) -> DecisionCounts {
    var sum = left
    for decision in Verdict.Decision.allCases { sum[decision] += right[decision] }
    return sum
  }
}

/// What a scan has counted.
///
/// A clean post costs one counter; only what is found is looked up by name.
public struct ScanTally: Sendable, Hashable {
  /// Records that could not be read.
  public private(set) var unreadable = 0
  /// Posts by decision.
  public private(set) var decisions = DecisionCounts()
  /// Posts by category and decision; a post may count in several categories, clean talk about one counts as clean.
  public private(set) var categories: [String: DecisionCounts] = [:]
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

  /// Beyond this many different names or indicators the rarest are forgotten, so that memory stays bounded.
  private static let mostNames = 50_000

  /// Creates an empty tally.
  public init() {}

  /// Posts judged.
  public var posts: Int { decisions.total }

  /// Posts of a decision.
  public subscript(decision: Verdict.Decision) -> Int { decisions[decision] }

  @inline(__always)
  mutating func add(_ verdict: borrowing Verdict) {
    decisions[verdict.decision] += 1
    if !verdict.categories.isEmpty { addFound(verdict) }
  }

  private mutating func addFound(_ verdict: borrowing Verdict) {
    for category in verdict.categories {
      let decision = category.stance.mayBeHarmful || category.stance == .crisis ? verdict.decision : .clean
      categories[category.id, default: DecisionCounts()][decision] += 1
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
  public mutating func merge(_ other: borrowing ScanTally) {
    unreadable += other.unreadable
    decisions = decisions + other.decisions
    categories.merge(other.categories, uniquingKeysWith: +)
    siteNames.merge(other.siteNames, uniquingKeysWith: +)
    indicators.merge(other.indicators, uniquingKeysWith: +)
    Self.bound(&siteNames)
    Self.bound(&indicators)
  }

  private static func bound<Key: Hashable>(_ counts: inout [Key: Int]) {
    var rarest = 1
    while counts.count > mostNames {
      counts = counts.filter { $0.value > rarest }
      rarest *= 2
    }
  }
}
