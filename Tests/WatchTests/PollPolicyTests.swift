import Foundation
import Testing

@testable import Watch

@Suite("When a source is polled next")
struct PollPolicyTests {
  private let hour = 3600.0
  /// A Sunday, 22:30 UTC.
  private let now = Date(timeIntervalSince1970: 1_764_541_800)

  private func next(
    _ outcome: PollPolicy.Outcome,
    failures: Int = 1,
    jitter: Double = 0,
    longest: Double? = nil,
    _ change: (inout PollPolicy.Pace) -> Void = { _ in }
  ) -> PollPolicy.Decision {
    var pace = PollPolicy.Pace(interval: hour, longestInterval: longest)
    pace.failures = failures
    change(&pace)
    return PollPolicy.next(after: outcome, pace: pace, now: now, jitter: jitter)
  }

  @Test("after a success: the interval, or as long as the source asks, at most a day or the configured bound")
  func success() {
    #expect(next(.seen) == .init(wait: hour, reason: .interval))
    #expect(next(.seen) { $0.askedWait = 60 } == .init(wait: hour, reason: .interval))
    #expect(next(.seen) { $0.askedWait = 7200 } == .init(wait: 7200, reason: .askedToWait))
    #expect(next(.seen) { $0.askedWait = 1e9 }.wait == 86_400)
    #expect(next(.seen, longest: 5400) { $0.askedWait = 1e9 } == .init(wait: 5400, reason: .askedToWait))
  }

  @Test("a source whose news are rare is polled more rarely, up to four times the interval or the configured bound")
  func rareNews() {
    func wait(gap: Double, quiet: Double, longest: Double? = nil) -> PollPolicy.Decision {
      next(.seen, longest: longest) {
        $0.usualGap = gap
        $0.lastNews = now - quiet
      }
    }
    #expect(wait(gap: 60, quiet: 60) == .init(wait: hour, reason: .interval))
    #expect(wait(gap: 4 * hour, quiet: 0) == .init(wait: 2 * hour, reason: .rareNews))
    #expect(wait(gap: 30 * 24 * hour, quiet: 0) == .init(wait: 4 * hour, reason: .rareNews))
    #expect(wait(gap: 60, quiet: 12 * hour) == .init(wait: 3 * hour, reason: .rareNews))
    #expect(wait(gap: 30 * 24 * hour, quiet: 0, longest: hour) == .init(wait: hour, reason: .interval))
    #expect(wait(gap: 30 * 24 * hour, quiet: 0, longest: 48 * hour).wait == 48 * hour)
  }

  @Test("hours and days that a feed excludes are waited out, unless that would shut us out for days")
  func skips() {
    #expect(next(.seen) { $0.skipHours = [23, 0, 1] } == .init(wait: 3.5 * hour, reason: .skippedHours))
    #expect(next(.seen) { $0.skipHours = [22] } == .init(wait: hour, reason: .interval))
    #expect(next(.seen) { $0.skipDays = [0] } == .init(wait: 1.5 * hour, reason: .skippedHours))
    #expect(next(.seen) { $0.skipHours = Set(0...23) }.reason == .interval)
    #expect(next(.seen) { $0.skipDays = [0, 1, 2, 3] }.reason == .interval)
    #expect(next(.broken) { $0.skipHours = [22, 23] }.reason == .broken)
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
    for outcome in [PollPolicy.Outcome.seen, .broken, .gone, .blocked, .limited(retryAfter: 10)] {
      let plain = next(outcome).wait
      let spread = next(outcome, jitter: jitter).wait
      #expect(plain...plain * 1.1 + 1e-6 ~= spread)
    }
  }

  @Test("whatever is known of a source, it is polled again within eight days and a source that is seen never early")
  func bounds() {
    var random = SplitMix(state: 7)
    for _ in 0..<20_000 {
      var pace = PollPolicy.Pace(interval: .random(in: 1...200_000, using: &random))
      pace.failures = .random(in: 0...200, using: &random)
      pace.askedWait = Bool.random(using: &random) ? .random(in: -10...1e12, using: &random) : nil
      pace.usualGap = Bool.random(using: &random) ? .random(in: 0...1e9, using: &random) : nil
      pace.lastNews = Bool.random(using: &random) ? now - .random(in: -1e6...1e9, using: &random) : nil
      pace.skipHours = Set(
        (0..<Int.random(in: 0...24, using: &random)).map { _ in .random(in: 0...23, using: &random) }
      )
      pace.skipDays = Set((0..<Int.random(in: 0...7, using: &random)).map { _ in .random(in: 0...6, using: &random) })
      let jitter = Double.random(in: 0...1, using: &random)
      let decision = PollPolicy.next(after: .seen, pace: pace, now: now, jitter: jitter)
      #expect(decision.wait >= pace.interval && decision.wait <= 11 * 86_400, "\(pace): \(decision)")
    }
  }
}

/// A seeded source of randomness (SplitMix64, Steele et al. 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
