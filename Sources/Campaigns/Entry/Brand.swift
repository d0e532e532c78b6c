import FoundationEssentials
import HarmClassifier

/// When a site's name was seen in promotions. Kept for good: it says nothing about people.
public struct Brand: Sendable, Hashable {
  /// A silence shorter than this, in seconds, is none.
  public static let leastQuiet: TimeInterval = 86_400

  /// The folded name.
  public var name: String
  /// When it was seen first.
  public var firstSeen: Date
  /// When it was seen last.
  public var lastSeen: Date
  /// When the latest silence began; nil when there was none.
  public var quietFrom: Date?
  /// When it came back from it.
  public var returnedAt: Date?

  /// Creates a brand.
  public init(name: String, firstSeen: Date, lastSeen: Date, quietFrom: Date? = nil, returnedAt: Date? = nil) {
    self.name = name
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.quietFrom = quietFrom
    self.returnedAt = returnedAt
  }

  mutating func see(at time: Date) {
    if time.timeIntervalSince(lastSeen) >= Self.leastQuiet {
      quietFrom = lastSeen
      returnedAt = time
    }
    lastSeen = max(lastSeen, time)
  }

  /// What was seen after `now` was seen now.
  mutating func setBack(to now: Date) {
    firstSeen = min(firstSeen, now)
    lastSeen = min(lastSeen, now)
    quietFrom = quietFrom.map { min($0, now) }
    returnedAt = returnedAt.map { min($0, now) }
  }

  func isBack(after quiet: TimeInterval, within window: TimeInterval, at time: Date) -> Bool {
    guard let quietFrom, let returnedAt else { return false }
    return returnedAt.timeIntervalSince(quietFrom) >= quiet && returnedAt <= time && returnedAt > time - window
  }
}

extension JudgedEntry {
  /// The names of sites that the post promotes, masked where one is a number.
  func siteNames(in categories: [String]) -> [String] {
    let names = verdict.evidence.filter { $0.family == .siteName && categories.contains($0.category) }
    return Set(names.map { NumberMask.contacts(in: $0.folded) }).sorted()
  }

  /// The names that count as seen: those of harmful posts.
  var brandNames: [String] {
    guard verdict.decision == .harmful else { return [] }
    return siteNames(in: verdict.categories.filter { $0.stance.mayBeHarmful }.map(\.id))
  }
}
