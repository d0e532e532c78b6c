import Campaigns
import Foundation
import Notifications
import Testing

@Suite("Retries")
struct DeliveryPolicyTests {
  private let now = Date(timeIntervalSince1970: 0)

  private func step(_ attempt: Int, _ outcome: DeliveryOutcome, jitter: Double = 0) -> DeliveryStep {
    DeliveryPolicy.step(attempt: attempt, outcome: outcome, now: now, jitter: jitter)
  }

  @Test("the schedule of Standard Webhooks, then no more")
  func schedule() {
    let waits = (1...7).map { step($0, .failed(reason: "x")) }
    #expect(waits == [5, 300, 1800, 7200, 18_000, 36_000, 36_000].map { .retry(at: now + $0) })
    #expect(step(8, .failed(reason: "x")) == .giveUp)
  }

  @Test("a receiver may ask for more time, but not for ever")
  func retryAfter() {
    #expect(step(1, .failed(reason: "x", retryAfter: 90)) == .retry(at: now + 90))
    #expect(step(1, .failed(reason: "x", retryAfter: 1e9)) == .retry(at: now + 36_000))
    #expect(step(2, .failed(reason: "x", retryAfter: 1)) == .retry(at: now + 300))
  }

  @Test("jitter lengthens by a fifth at most")
  func jitter() {
    #expect(step(2, .failed(reason: "x"), jitter: 1) == .retry(at: now + 360))
    #expect(step(2, .failed(reason: "x"), jitter: 99) == .retry(at: now + 360))
  }

  @Test("success ends, 410 disables")
  func ends() {
    #expect(step(1, .delivered) == .delivered)
    #expect(step(1, .gone) == .disableReceiver)
  }
}
