import Foundation

/// When a source is polled next, and why: a pure function of what the last poll brought.
public enum PollPolicy {
  /// What a poll brought, as far as it matters for the next one.
  public enum Outcome: Sendable, Hashable {
    /// The server answered with a feed or "not modified". Seconds it asks to wait, if it does.
    case seen(wait: Double?)
    /// The server said it is asked too often or not able now (429, 503).
    case limited(retryAfter: Double?)
    /// The server refused (401, 403, 451 or a challenge).
    case blocked
    /// The feed is gone for good (410).
    case gone
    /// Anything else: no connection, 404, 5xx, no feed.
    case broken
  }

  /// Why a source is polled when it is.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The configured interval.
    case interval
    /// The server asked for a longer pause.
    case askedToWait = "asked_to_wait"
    /// Asked too often.
    case limited
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

  private static let day = 86_400.0
  /// However a server answers, it is asked again within this time.
  private static let longestWait = 7 * day

  /// The next poll of a source.
  ///
  /// - Parameters:
  ///   - outcome: what the last poll brought.
  ///   - interval: the configured seconds between polls; no success is ever polled sooner.
  ///   - failures: polls in a row that saw nothing, this one included.
  ///   - jitter: 0…1, from a random source; spreads polls over a tenth of their wait.
  public static func next(after outcome: Outcome, interval: Double, failures: Int, jitter: Double) -> Decision {
    let decision: Decision
    switch outcome {
    case .seen(let wait):
      let asked = min(wait ?? 0, day)
      decision = Decision(wait: max(interval, asked), reason: asked > interval ? .askedToWait : .interval)
    case .limited(let retryAfter):
      decision = Decision(wait: max(retryAfter ?? 0, ladder(interval, failures, from: 900)), reason: .limited)
    case .blocked: decision = Decision(wait: ladder(interval, failures, from: 6 * 3600), reason: .blocked)
    case .gone: decision = Decision(wait: day, reason: .gone)
    case .broken: decision = Decision(wait: ladder(interval, failures, from: min(interval, 300)), reason: .broken)
    }
    let wait = min(decision.wait, longestWait)
    return Decision(wait: wait * (1 + 0.1 * min(max(jitter, 0), 1)), reason: decision.reason)
  }

  /// Doubles with every failure from `first` seconds up to a day, or the interval where that is longer.
  private static func ladder(_ interval: Double, _ failures: Int, from first: Double) -> Double {
    min(first * Double(1 << min(max(failures - 1, 0), 16)), max(day, interval))
  }
}
