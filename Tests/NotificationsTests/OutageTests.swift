import CampaignFixtures
import Campaigns
import Foundation
import Notifications
import Storage
import Synchronization
import Testing

/// A receiver that fails for an hour, on a clock of its own.
struct OutageTests {
  /// Answers like a server in trouble until `recovery`, then like one that works.
  private final class Patient: Receiver {
    let name = "desk"
    private let recovery: Date
    private let calls = Mutex<[(id: String, at: Date, arrived: Bool)]>([])

    init(recovery: Date) { self.recovery = recovery }

    func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
      calls.withLock { $0.append((message.id, now, now >= recovery)) }
      return now >= recovery ? .delivered : .failed(reason: "HTTP 500")
    }

    var all: [(id: String, at: Date, arrived: Bool)] { calls.withLock { $0 } }
  }

  @Test func `after an hour of errors every notice arrives once, in order, and the receiver was not hammered`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ronda-outage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try Store(path: folder.appending(path: "ronda.sqlite").path)
    let routing = Routing(receivers: ["desk"], externalURL: "https://ronda.example")
    let campaign = Campaign.stopJudol(posts: 1, groupBy: [.siteName])
    let ledger = try await Ledger(store: store, campaigns: [campaign], routing: routing, now: midnight)
    let patient = Patient(recovery: midnight + 3600)
    let clock = Mutex(midnight)
    let courier = Courier(outbox: store, receivers: [patient], now: { clock.withLock { $0 } }, jitter: { 0.5 })

    var notices = 0
    for step in 0..<480 {
      let now = midnight + Double(step * 30)
      clock.withLock { $0 = now }
      // A new site every ten minutes of the outage; the first has more posts later, so it has several notices.
      let posts = step % 20 == 0 && step < 120 ? [post("p\(step)", "pulau\(step)x88"), post("q\(step)", "zeus88")] : []
      let commit = try await ledger.commit(Batch(posts: posts), now: now)
      notices += commit.actions.count { if case .notify = $0 { true } else { false } }
      while try await courier.drain() > 0 {}
    }

    let arrived = patient.all.filter(\.arrived).map(\.id)
    #expect(notices > 10)
    #expect(arrived.count == notices)
    #expect(Set(arrived).count == notices)
    for (alert, ids) in Dictionary(grouping: arrived, by: { $0.prefix(32) }) {
      #expect(ids == (1...ids.count).map { "\(alert)-\($0)" })
    }
    let attempts = Dictionary(grouping: patient.all, by: \.id).values.map(\.count)
    #expect(attempts.max() ?? 0 <= 5, "at once, then after 5 s, 5 min, 30 min and 2 h")
  }

  private func post(_ identity: String, _ site: String) -> Post {
    Post(entry: .promotion(identity, site: site), text: "makasih \(site)")
  }
}
