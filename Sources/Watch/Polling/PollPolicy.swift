import Foundation

/// When a source is polled next, and why: a pure function of what the last poll brought and of what is known about the
/// source.
public enum PollPolicy {
  /// What a poll brought, as far as it matters for the next one.
  public enum Outcome: Sendable, Hashable {
    /// The server answered with content or "not modified".
    case seen
    /// The server said it is asked too often or not able now (429, 503). Seconds it asks to wait, if it does.
    case limited(retryAfter: Double?)
    /// The server refused (401, 403, 451 or a challenge).
    case blocked
    /// The source is gone for good (410).
    case gone
    /// Anything else: no connection, 404, 5xx, no feed.
    case broken
  }

  /// What is known about a source.
  public struct Pace: Sendable, Hashable {
    /// The configured seconds between polls; no success is ever polled sooner.
    public var interval: Double
    /// The configured most seconds after a success; nil leaves it to the policy.
    public var longestInterval: Double?
    /// Polls in a row that saw nothing, the last one included.
    public var failures = 0
    /// Seconds the source asks to wait after a success: `ttl`, `sy:updatePeriod`, `Cache-Control`.
    public var askedWait: Double?
    /// Hours of the day (UTC) in which it does not want to be polled.
    public var skipHours: Set<Int> = []
    /// Days of the week in which it does not want to be polled; 0 is Sunday.
    public var skipDays: Set<Int> = []
    /// Seconds between two new entries, usually.
    public var usualGap: Double?
    /// When it last brought something new.
    public var lastNews: Date?

    /// Creates a pace.
    public init(interval: Double, longestInterval: Double? = nil) {
      self.interval = interval
      self.longestInterval = longestInterval
    }
  }

  /// Why a source is polled when it is.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The configured interval.
    case interval
    /// New entries are rare.
    case rareNews = "rare_news"
    /// The source asked for a longer pause.
    case askedToWait = "asked_to_wait"
    /// The source does not want to be polled at these hours or on this day.
    case skippedHours = "skipped_hours"
    /// Asked too often.
    case limited
    /// Not asked yet, because another source of its host was told to wait.
    case hostLimited = "host_limited"
    /// Refused.
    case blocked
    /// Gone for good; looked at once a day in case it is not.
    case gone
    /// Not reachable or no feed.
    case broken
  }

  /// The next poll.
  public struct Decision: Sendable, Hashable {
    /// Seconds from now.
    public var wait: Double
    /// Why.
    public var reason: Reason
  }

  private static let hour = 3600.0
  private static let day = 86_400.0
  /// However a server answers, it is asked again within this time.
  private static let longestWait = 7 * day
  /// A source without news is polled up to so many times more rarely than configured.
  private static let mostStretch = 4.0

  /// The next poll of a source.
  ///
  /// - Parameters:
  ///   - outcome: what the last poll brought.
  ///   - pace: what is known about the source.
  ///   - now: the time.
  ///   - jitter: 0…1, from a random source; lengthens the wait by up to a tenth, so that polls spread.
  public static func next(after outcome: Outcome, pace: Pace, now: Date, jitter: Double) -> Decision {
    let interval = pace.interval
    let decision: Decision
    switch outcome {
    case .seen: decision = afterSuccess(pace, now: now)
    case .limited(let retryAfter):
      decision = Decision(wait: max(retryAfter ?? 0, ladder(pace, from: 900)), reason: .limited)
    case .blocked: decision = Decision(wait: ladder(pace, from: 6 * hour), reason: .blocked)
    case .gone: decision = Decision(wait: day, reason: .gone)
    case .broken: decision = Decision(wait: ladder(pace, from: min(interval, 300)), reason: .broken)
    }
    let wait = min(decision.wait, longestWait) * (1 + 0.1 * min(max(jitter, 0), 1))
    guard outcome == .seen, let later = endOfSkip(pace, after: now + wait) else {
      return Decision(wait: wait, reason: decision.reason)
    }
    return Decision(wait: later.timeIntervalSince(now), reason: .skippedHours)
  }

  /// The next poll of a source whose host is to be left alone for `pause` seconds.
  public static func putOff(for pause: Double, jitter: Double) -> Decision {
    Decision(wait: max(pause, 0) * (1 + 0.1 * min(max(jitter, 0), 1)), reason: .hostLimited)
  }

  /// The longest of the interval, what the source asks for, and half of the time in which news is to be expected.
  private static func afterSuccess(_ pace: Pace, now: Date) -> Decision {
    let asked = min(pace.askedWait ?? 0, pace.longestInterval ?? day)
    let stretched = pace.longestInterval ?? max(pace.interval, min(mostStretch * pace.interval, day))
    let rare = min(expectedNews(pace, now: now) / 2, stretched)
    let wait = max(pace.interval, asked, rare)
    if wait <= pace.interval { return Decision(wait: wait, reason: .interval) }
    return Decision(wait: wait, reason: asked >= rare ? .askedToWait : .rareNews)
  }

  /// Seconds between news: the usual gap, or half of the present one when that has become longer.
  private static func expectedNews(_ pace: Pace, now: Date) -> Double {
    guard let gap = pace.usualGap else { return 0 }
    return max(gap, pace.lastNews.map { now.timeIntervalSince($0) / 2 } ?? 0)
  }

  /// Doubles with every failure from `first` seconds up to a day, or the interval where that is longer.
  private static func ladder(_ pace: Pace, from first: Double) -> Double {
    min(first * Double(1 << min(max(pace.failures - 1, 0), 16)), max(day, pace.interval))
  }

  /// The end of the hours and days to skip that `date` lies in; nil when it lies in none. Wishes that would shut us out
  /// for more than three days are ignored.
  private static func endOfSkip(_ pace: Pace, after date: Date) -> Date? {
    guard !pace.skipHours.isEmpty || !pace.skipDays.isEmpty else { return nil }
    let first = Int((date.timeIntervalSince1970 / hour).rounded(.down))
    func isSkipped(_ hours: Int) -> Bool {
      // 1970-01-01 was a Thursday.
      pace.skipHours.contains(hours % 24) || pace.skipDays.contains((hours / 24 + 4) % 7)
    }
    guard isSkipped(first), let open = (first + 1...first + 72).first(where: { !isSkipped($0) }) else { return nil }
    return Date(timeIntervalSince1970: Double(open) * hour)
  }
}
