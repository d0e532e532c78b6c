import FoundationEssentials

/// A time during which notices of some alerts are held back. When it ends, alerts that still fire are told of.
public struct Silence: Sendable, Hashable, Codable {
  /// Names it.
  public var id: String
  /// All must hold for an alert's labels. None: it silences nothing.
  public var matchers: [LabelMatcher]
  /// When it begins.
  public var startsAt: Date
  /// When it ends.
  public var endsAt: Date
  /// Who asked for it.
  public var by: String
  /// Why.
  public var comment: String

  /// Creates a silence.
  public init(id: String, matchers: [LabelMatcher], startsAt: Date, endsAt: Date, by: String, comment: String) {
    self.id = id
    self.matchers = matchers
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.by = by
    self.comment = comment
  }

  /// Whether it holds back notices of `alert` at `now`.
  public func mutes(_ alert: Alert, now: Date) -> Bool {
    guard startsAt <= now, now < endsAt, !matchers.isEmpty else { return false }
    let labels = alert.labels
    return matchers.allSatisfy { $0.holds(for: labels) }
  }
}
