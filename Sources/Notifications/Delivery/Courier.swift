import Campaigns
import FoundationEssentials

/// Carries messages from the outbox to the receivers.
///
/// ```swift
/// let courier = Courier(outbox: store, receivers: receivers, now: { Date() }, jitter: { .random(in: 0...1) })
/// while try await courier.drain() > 0 {}
/// ```
public struct Courier<Box: Outbox>: Sendable {
  /// Hears of an attempt: how it ended and what becomes of the message.
  public typealias Report = @Sendable (OutboxMessage, DeliveryOutcome, DeliveryStep) -> Void

  /// Must outlast an attempt for every message of a round, or a second courier could take the same one.
  private static var lease: TimeInterval { 1800 }

  private let outbox: Box
  private let receivers: [String: any Receiver]
  private let limiter: RateLimiter
  private let report: Report
  private let now: @Sendable () -> Date
  private let jitter: @Sendable () -> Double

  /// Creates a courier.
  ///
  /// - Parameters:
  ///   - outbox: where messages wait.
  ///   - receivers: those it can reach; of two with one name the last counts.
  ///   - limiter: how many messages receivers take; what is more waits in the outbox.
  ///   - report: hears how each attempt ended.
  ///   - now: the clock.
  ///   - jitter: random numbers, 0…1.
  public init(
    outbox: Box,
    receivers: [any Receiver],
    limiter: RateLimiter = RateLimiter(),
    report: @escaping Report = { _, _, _ in },
    now: @escaping @Sendable () -> Date,
    jitter: @escaping @Sendable () -> Double
  ) {
    self.outbox = outbox
    self.receivers = Dictionary(receivers.map { ($0.name, $0) }) { $1 }
    self.limiter = limiter
    self.report = report
    self.now = now
    self.jitter = jitter
  }

  /// Tries each message that is due once, receivers side by side, and gives the number of attempts.
  ///
  /// - Parameter limit: the most messages to take.
  @discardableResult
  public func drain(limit: Int = 32) async throws(Box.Failure) -> Int {
    let time = now()
    let allowance = limiter.allowance(now: time)
    let due = try await outbox.claimDue(now: time, limit: limit, lease: Self.lease, allowance: allowance)
    for message in due { limiter.take(message.receiver) }
    let failures = await withTaskGroup { group in
      for messages in Dictionary(grouping: due, by: \.receiver).values {
        group.addTask { await carry(messages) }
      }
      return await group.reduce(into: []) { failures, failure in failures += failure.map { [$0] } ?? [] }
    }
    if let failure = failures.first { throw failure }
    return due.count
  }

  /// Delivers one receiver's messages in order; gives the outbox's failure, after which it leaves the rest.
  private func carry(_ messages: [OutboxMessage]) async -> Box.Failure? {
    for message in messages {
      let outcome = await deliver(message)
      let step = DeliveryPolicy.step(attempt: message.attempt, outcome: outcome, now: now(), jitter: jitter())
      report(message, outcome, step)
      do throws(Box.Failure) {
        try await outbox.settle(message, step, detail: outcome.detail, now: now())
      } catch {
        return error
      }
    }
    return nil
  }

  private func deliver(_ message: OutboxMessage) async -> DeliveryOutcome {
    guard let receiver = receivers[message.receiver] else {
      return .failed(reason: "no receiver of this name is configured")
    }
    return await receiver.deliver(message, now: now())
  }
}
