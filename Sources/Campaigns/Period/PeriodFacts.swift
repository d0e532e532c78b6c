import FoundationEssentials

/// What was judged, told and done in a period: counts and alerts, nothing about single people.
public struct PeriodFacts: Sendable, Hashable {
  /// Different posts that were judged.
  public var judged: Int
  /// Those of them that are harmful.
  public var harmful: Int
  /// Those that a person should look at.
  public var review: Int
  /// Harmful posts by the categories they promote; a post can count for several.
  public var categories: [String: Int]
  /// The alerts that fired at any time in the period, the earliest first. Rehearsals are left out.
  public var alerts: [Alert]
  /// The names of sites that were seen for the first time.
  public var newBrands: [Brand]
  /// How many alerts had which event in their history.
  public var events: [String: Int]
  /// When the first post ever was judged; nil when none was.
  public var watchedSince: Date?
  /// When the latest post before the period's end was judged; nil when none was.
  public var lastJudged: Date?

  /// Creates facts; the defaults are those of a period without anything.
  public init(
    judged: Int = 0,
    harmful: Int = 0,
    review: Int = 0,
    categories: [String: Int] = [:],
    alerts: [Alert] = [],
    newBrands: [Brand] = [],
    events: [String: Int] = [:],
    watchedSince: Date? = nil,
    lastJudged: Date? = nil
  ) {
    self.judged = judged
    self.harmful = harmful
    self.review = review
    self.categories = categories
    self.alerts = alerts
    self.newBrands = newBrands
    self.events = events
    self.watchedSince = watchedSince
    self.lastJudged = lastJudged
  }
}
