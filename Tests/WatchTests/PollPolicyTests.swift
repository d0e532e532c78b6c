import Testing

@testable import Watch

@Suite("When a source is polled next")
struct PollPolicyTests {
  private let hour = 3600.0

  private func next(_ outcome: PollPolicy.Outcome, failures: Int = 1, jitter: Double = 0) -> PollPolicy.Decision {
    PollPolicy.next(after: outcome, interval: hour, failures: failures, jitter: jitter)
  }

  @Test("after a success: the interval, or as long as the server asks, at most a day")
  func success() {
    #expect(next(.seen(wait: nil)) == .init(wait: hour, reason: .interval))
    #expect(next(.seen(wait: 60)) == .init(wait: hour, reason: .interval))
    #expect(next(.seen(wait: 7200)) == .init(wait: 7200, reason: .askedToWait))
    #expect(next(.seen(wait: 1e9)).wait == 86_400)
  }

  @Test("a server that is asked too often is left alone as long as it says, at most a week")
  func limited() {
    #expect(next(.limited(retryAfter: 5000)) == .init(wait: 5000, reason: .limited))
    #expect(next(.limited(retryAfter: nil)).wait == 900)
    #expect(next(.limited(retryAfter: 344_000_000)).wait == 7 * 86_400)
  }

  @Test(
    "failures double the pause up to a day",
    arguments: [(1, 300.0), (2, 600), (4, 2400), (20, 86_400), (10_000, 86_400)]
  )
  func broken(failures: Int, wait: Double) {
    #expect(next(.broken, failures: failures) == .init(wait: wait, reason: .broken))
  }

  @Test("a refusal waits six hours and longer, what is gone a day")
  func refused() {
    #expect(next(.blocked).wait == 6 * hour)
    #expect(next(.blocked, failures: 3).wait == 24 * hour)
    #expect(next(.gone, failures: 9) == .init(wait: 86_400, reason: .gone))
  }

  @Test("jitter only ever lengthens the pause, by a tenth at most", arguments: [0.0, 0.3, 1, 7, -2])
  func jitter(_ jitter: Double) {
    for outcome in [PollPolicy.Outcome.seen(wait: nil), .broken, .gone, .blocked, .limited(retryAfter: 10)] {
      let plain = next(outcome).wait
      let spread = next(outcome, jitter: jitter).wait
      #expect(plain...plain * 1.1 + 1e-6 ~= spread)
    }
  }
}
