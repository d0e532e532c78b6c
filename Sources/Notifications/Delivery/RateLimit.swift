import FoundationEssentials
import Synchronization

/// How many messages a receiver takes.
public struct RateLimit: Sendable, Hashable {
  /// How many, 1 or more.
  public var messages: Int
  /// In how many seconds.
  public var period: TimeInterval

  /// Creates a limit.
  public init(messages: Int, per period: TimeInterval) {
    self.messages = max(messages, 1)
    self.period = period
  }

  /// Reads `20/minute`; also `second` and `hour`. Nil when the text is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let periods: [Substring: TimeInterval] = ["second": 1, "minute": 60, "hour": 3600]
    guard parts.count == 2, let messages = Int(parts[0]), (1...100_000).contains(messages),
      let period = periods[parts[1]]
    else { return nil }
    self.init(messages: messages, per: period)
  }
}

/// The token bucket of one limit: full at first, refilled evenly, one token a message.
struct TokenBucket: Sendable {
  let limit: RateLimit
  private var tokens: Double
  private var asOf: Date

  init(_ limit: RateLimit, now: Date) {
    self.limit = limit
    tokens = Double(limit.messages)
    asOf = now
  }

  /// Whole tokens at `now`. A clock that went back gives none for the time it lost.
  mutating func available(now: Date) -> Int {
    let gained = max(0, now.timeIntervalSince(asOf)) * Double(limit.messages) / limit.period
    tokens = min(tokens + gained, Double(limit.messages))
    asOf = now
    // A sum of many small gains must not miss a whole one by a rounding error.
    return Int(tokens + 1e-9)
  }

  mutating func take() { tokens = max(0, tokens - 1) }
}

/// The buckets of all receivers. It outlives a change of the configuration, so a reload fills no bucket.
public final class RateLimiter: Sendable {
  private let buckets = Mutex<[String: TokenBucket]>([:])

  /// Creates a limiter without limits.
  public init() {}

  /// Sets the limits by receivers' names. A bucket whose limit stays the same keeps its tokens.
  public func set(_ limits: [String: RateLimit], now: Date) {
    buckets.withLock { buckets in
      buckets = limits.reduce(into: [:]) { fresh, limit in
        let old = buckets[limit.key]
        fresh[limit.key] = old?.limit == limit.value ? old : TokenBucket(limit.value, now: now)
      }
    }
  }

  /// How many messages each limited receiver can take at `now`.
  func allowance(now: Date) -> [String: Int] {
    buckets.withLock { buckets in
      buckets.keys.reduce(into: [:]) { allowance, name in allowance[name] = buckets[name]?.available(now: now) }
    }
  }

  func take(_ receiver: String) { buckets.withLock { $0[receiver]?.take() } }
}
