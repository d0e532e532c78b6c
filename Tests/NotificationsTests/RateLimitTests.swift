import CampaignFixtures
import Campaigns
import Foundation
import Notifications
import Storage
import Synchronization
import Testing

/// Receivers that take only so much.
struct RateLimitTests {
  private final class Counter: Receiver {
    let name: String
    private let calls = Mutex<[(id: String, at: Date)]>([])

    init(_ name: String) { self.name = name }

    func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
      calls.withLock { $0.append((message.id, now)) }
      return .delivered
    }

    var all: [(id: String, at: Date)] { calls.withLock { $0 } }
  }

  @Test func `what is too much waits in the outbox; nothing is lost, others are not held up`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ronda-rate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try Store(path: folder.appending(path: "ronda.sqlite").path)
    let routing = Routing(receivers: ["slow", "fast"], externalURL: "https://ronda.example")
    let campaign = Campaign.stopJudol(posts: 1, groupBy: [.siteName])
    let ledger = try await Ledger(store: store, campaigns: [campaign], routing: routing, now: midnight)
    let posts = (0..<50).map { Post(entry: .promotion("p\($0)", site: "pulau\($0)x88"), text: "makasih") }
    try await ledger.commit(Batch(posts: posts), now: midnight)

    let (slow, fast) = (Counter("slow"), Counter("fast"))
    let clock = Mutex(midnight)
    let limiter = RateLimiter()
    let limit = try #require(RateLimit("20/minute"))
    limiter.set(["slow": limit], now: midnight)
    let courier = Courier(
      outbox: store,
      receivers: [slow, fast],
      limiter: limiter,
      now: { clock.withLock { $0 } },
      jitter: { 0 }
    )
    for second in 0..<200 {
      clock.withLock { $0 = midnight + Double(second) }
      // A reload, now and then, fills no bucket.
      if second % 10 == 0 { limiter.set(["slow": limit], now: midnight + Double(second)) }
      while try await courier.drain() > 0 {}
    }
    #expect(fast.all.count == 50 && fast.all.allSatisfy { $0.at == midnight })
    #expect(slow.all.count == 50 && Set(slow.all.map(\.id)).count == 50)
    #expect(slow.all.count { $0.at == midnight } == 20)
    // The bucket at once, then one every three seconds.
    #expect(slow.all.last?.at == midnight + 90)
    #expect(zip(slow.all.dropFirst(20), slow.all.dropFirst(21)).allSatisfy { $1.at.timeIntervalSince($0.at) == 3 })
  }

  @Test(arguments: [("20/minute", 60.0), ("1/second", 1), ("500/hour", 3600)])
  func `a limit as people write it`(text: String, period: Double) { #expect(RateLimit(text)?.period == period) }

  @Test(arguments: ["", "20", "0/minute", "-1/hour", "x/second", "20/day", "1.5/hour", "20/minute/"])
  func `no limit`(text: String) { #expect(RateLimit(text) == nil) }
}
