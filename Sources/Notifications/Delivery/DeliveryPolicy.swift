import Campaigns
import FoundationEssentials

/// What follows from an attempt: the retry schedule of Standard Webhooks, eight attempts over some 28 hours.
public enum DeliveryPolicy {
  /// The seconds between an attempt and the next one.
  public static let waits: [TimeInterval] = [5, 300, 1800, 7200, 18_000, 36_000, 36_000]

  /// The share of a wait by which jitter may lengthen it, so that receivers that failed together are not hit together.
  public static let jitterShare = 0.2

  /// The longest wait a receiver can ask for: the schedule's own.
  public static let longestRetryAfter: TimeInterval = 36_000

  /// What to do after an attempt.
  ///
  /// - Parameters:
  ///   - attempt: which one it was, from 1.
  ///   - outcome: how it ended.
  ///   - now: when it ended.
  ///   - jitter: a random number, 0…1.
  public static func step(attempt: Int, outcome: DeliveryOutcome, now: Date, jitter: Double) -> DeliveryStep {
    switch outcome {
    case .delivered: return .delivered
    case .gone: return .disableReceiver
    case .failed(_, let retryAfter):
      guard attempt <= waits.count else { return .giveUp }
      let scheduled = waits[max(attempt, 1) - 1] * (1 + jitterShare * min(max(jitter, 0), 1))
      return .retry(at: now + max(scheduled, min(retryAfter ?? 0, longestRetryAfter)))
    }
  }
}
