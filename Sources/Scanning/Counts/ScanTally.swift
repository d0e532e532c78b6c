import HarmClassifier

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
  /// Posts by the day they bear, of those that bear one.
  public private(set) var days: [CalendarDay: DecisionCounts] = [:]
  /// Posts by the input they came from, as it was named.
  public private(set) var sources: [String: DecisionCounts] = [:]
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

  /// Creates the tally of an earlier part of a scan, of which no more is known.
  init(decisions: DecisionCounts, unreadable: Int) {
    self.decisions = decisions
    self.unreadable = unreadable
  }

  /// Posts judged.
  public var posts: Int { decisions.total }

  /// Posts of a decision.
  public subscript(decision: Verdict.Decision) -> Int { decisions[decision] }

  @inline(__always)
  mutating func add(_ verdict: borrowing Verdict, on day: CalendarDay?) {
    decisions[verdict.decision] += 1
    if let day { days[day, default: DecisionCounts()][verdict.decision] += 1 }
    if !verdict.categories.isEmpty { addFound(verdict) }
  }

  private mutating func addFound(_ verdict: borrowing Verdict) {
    for category in verdict.categories {
      let decision = category.stance.mayBeHarmful || category.stance == .crisis ? verdict.decision : .clean
      categories[category.id, default: DecisionCounts()][decision] += 1
    }
    guard verdict.decision != .clean else { return }
    // By index: a piece that is looked at in full is copied, and most are of another family.
    for index in verdict.evidence.indices where verdict.evidence[index].family == .siteName {
      let name = verdict.evidence[index].folded
      let isRepeated = verdict.evidence[..<index].contains { $0.family == .siteName && $0.folded == name }
      if !isRepeated { siteNames[name, default: 0] += 1 }
    }
    for indicator in verdict.indicators {
      indicators[IndicatorKey(kind: indicator.kind, value: indicator.value), default: 0] += 1
    }
  }

  mutating func addUnreadable() { unreadable += 1 }

  /// Adds the counts of another part of the scan, which came from `source`.
  mutating func merge(_ other: borrowing ScanTally, source: String) {
    unreadable += other.unreadable
    decisions = decisions + other.decisions
    if other.posts > 0 { sources[source] = (sources[source] ?? DecisionCounts()) + other.decisions }
    days.merge(other.days, uniquingKeysWith: +)
    categories.merge(other.categories, uniquingKeysWith: +)
    siteNames.merge(other.siteNames, uniquingKeysWith: +)
    indicators.merge(other.indicators, uniquingKeysWith: +)
  }

  /// Keeps the memory bounded. To be called at places that do not depend on the number of workers, as what is forgotten
  /// does.
  mutating func forgetRarest() {
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
