import Foundation
import Testing
import Transfers

@testable import Watch

@Suite("What a host asks of its visitors")
struct HostPauseTests {
  private let now = Date(timeIntervalSince1970: 1_764_000_000)

  private func pause(_ status: Int, _ headers: HeaderFields) -> HostPause? {
    HostPause(TransferResponse(status: status, headers: headers, finalURL: "https://A.example/feed"), now: now)
  }

  @Test("Retry-After, in seconds or as a date, within a day")
  func retryAfter() {
    #expect(pause(429, ["Retry-After": "120"]) == HostPause(host: "a.example", seconds: 120))
    #expect(pause(503, ["Retry-After": "Mon, 24 Nov 2025 16:01:00 GMT"])?.seconds == 60)
    #expect(pause(429, [:])?.seconds == 900, "too many requests, for how long is not said")
    #expect(pause(429, ["Retry-After": "9999999"])?.seconds == 86_400)
    #expect(pause(429, ["Retry-After": "Mon, 24 Nov 2025 15:00:00 GMT"])?.seconds == 0)
  }

  @Test("503 without a time is about a page, other answers about nothing")
  func none() {
    for (status, headers) in [(503, [:]), (200, [:]), (500, ["Retry-After": "60"]), (304, [:])] as [(Int, HeaderFields)]
    {
      #expect(pause(status, headers) == nil)
    }
  }

  @Test(
    "a spent allowance, as the draft, Reddit, GitHub and Mastodon write it",
    arguments: [
      ["RateLimit-Remaining": "0", "RateLimit-Reset": "50"],
      ["X-RateLimit-Remaining": "0.0", "X-RateLimit-Reset": "50"],
      ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1764000050"],
      ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2025-11-24T16:00:50Z"],
      ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "2025-11-24T16:00:50.000Z"],
    ] as [HeaderFields]
  )
  func allowance(headers: HeaderFields) {
    #expect(pause(200, headers)?.seconds == 50)
    #expect(pause(429, headers)?.seconds == 50)
  }

  @Test("an allowance that is not spent, or whose end can't be read, asks for nothing")
  func plenty() {
    for left in ["1", "17", "many"] {
      #expect(pause(200, ["RateLimit-Remaining": left, "RateLimit-Reset": "50"]) == nil)
    }
    for reset in ["soon", "nan", "-5"] {
      #expect(pause(200, ["RateLimit-Remaining": "0", "RateLimit-Reset": reset]) == nil)
    }
  }

  @Test("those that are put off come back after the pause, spread over a tenth of it")
  func putOff() {
    #expect(PollPolicy.putOff(for: 100, jitter: 0) == .init(wait: 100, reason: .hostLimited))
    #expect(abs(PollPolicy.putOff(for: 100, jitter: 1).wait - 110) < 0.001)
  }
}
