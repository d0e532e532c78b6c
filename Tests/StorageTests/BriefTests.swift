import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import HarmClassifier
import Testing

@testable import Storage

/// What the store says about a week, and briefs in the outbox.
struct BriefTests {
  private let place: Workplace
  private let store: Store

  init() throws {
    place = try Workplace()
    store = try Store(path: place.database)
  }

  @Test func `facts of a period: different posts by their gravest verdict, alerts, names, events`() async throws {
    let campaigns = [Campaign.stopJudol(posts: 1)]
    let ledger = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: midnight - 9 * 86_400)
    func post(_ identity: String, _ site: String, _ decision: Verdict.Decision = .harmful, version: String = "1")
      -> Post
    {
      Post(entry: .promotion(identity, version: version, site: site, decision: decision), text: "x")
    }
    try await ledger.commit(Batch(posts: [post("old", "alfa4d")]), now: midnight - 8 * 86_400)
    try await ledger.commit(Batch(), now: midnight - 7.9 * 86_400)
    // One post, edited twice: clean at first it is not, in the end it is harmful; and one to look at.
    let week = [
      post("a", "alfa4d", .review), post("a", "alfa4d", version: "2"), post("a", "zeus88", version: "3"),
      post("b", "zeus88"), post("c", "pulau9x", .review), .harmless("d"),
    ]
    try await ledger.commit(Batch(posts: week), now: midnight - 3600 * 24)
    let alert = try #require(try await store.alerts(state: .firing, limit: 1).first)
    try await store.submit(.acknowledge(alert: alert.id, by: "Ani", note: ""), now: midnight)
    try await ledger.commit(Batch(), now: midnight - 3600 * 23.5)

    let facts = try await store.facts(of: (midnight - 7 * 86_400)..<midnight)
    #expect(facts.judged == 4 && facts.harmful == 2 && facts.review == 1)
    #expect(facts.categories == ["gambling": 2])
    #expect(facts.alerts.map(\.id) == [alert.id])
    #expect(facts.newBrands.map(\.name) == ["zeus88"])
    #expect(facts.events == ["open": 1, "opened": 1, "acknowledged": 1])
    #expect(facts.watchedSince == midnight - 8 * 86_400)
    #expect(facts.lastJudged == midnight - 86_400)
    let before = try await store.facts(of: (midnight - 14 * 86_400)..<(midnight - 7 * 86_400))
    #expect(before.harmful == 1 && before.newBrands.map(\.name) == ["alfa4d"])
    #expect(before.events == ["open": 1, "opened": 1, "resolved": 1])
    #expect(try await store.facts(of: (midnight - 90 * 86_400)..<(midnight - 80 * 86_400)).judged == 0)
  }

  @Test func `rehearsals are in no facts`() async throws {
    var campaign = Campaign.stopJudol(posts: 1)
    campaign.isShadow = true
    let ledger = try await Ledger(store: store, campaigns: [campaign], routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    let facts = try await store.facts(of: midnight..<(midnight + 60))
    #expect(facts.harmful == 1 && facts.alerts.isEmpty)
  }

  @Test func `a brief stands in the outbox once, is delivered like any message, and goes with the retention`()
    async throws
  {
    let due = midnight + 86_400
    #expect(
      try await store.briefedUntil("meja", now: midnight) == midnight,
      "it does not begin with a week that is over"
    )
    #expect(try await store.briefedUntil("meja", now: midnight + 9) == midnight)
    for _ in 0..<2 {
      try await store.enqueueBrief(
        "meja",
        due: due,
        id: "brief-meja-2026-11-25",
        payload: Data("{}".utf8),
        receivers: ["desk", "file"],
        now: due
      )
    }
    #expect(try await store.briefedUntil("meja", now: due) == due)
    #expect(try await store.briefedUntil("meja", now: due - 9) == due - 9, "the clock was set back")
    let messages = try await store.claimDue(now: due, limit: 10, lease: 60)
    #expect(messages.map(\.receiver).sorted() == ["desk", "file"])
    #expect(messages.allSatisfy { $0.kind == .brief && $0.id == "brief-meja-2026-11-25" })
    try await store.settle(messages[0], .delivered, detail: "delivered", now: due)
    try await store.purge(now: due + 91 * 86_400)
    #expect(try place.count("SELECT COUNT(*) FROM outbox") == 1, "what was not delivered stays")
  }

  @Test func `an allowance holds for its receiver only`() async throws {
    let campaign = Campaign.stopJudol(posts: 1, groupBy: [.siteName])
    let ledger = try await Ledger(store: store, campaigns: [campaign], routing: .two, now: midnight)
    let posts = (0..<6).map { Post(entry: .promotion("p\($0)", site: "pulau\($0)x88"), text: "x") }
    try await ledger.commit(Batch(posts: posts), now: midnight)
    let claimed = try await store.claimDue(now: midnight, limit: 100, lease: 60, allowance: ["desk": 2, "nobody": 0])
    #expect(claimed.count { $0.receiver == "desk" } == 2 && claimed.count { $0.receiver == "file" } == 6)
    #expect(try await store.claimDue(now: midnight, limit: 100, lease: 60, allowance: ["desk": 0]).isEmpty)
    #expect(try await store.claimDue(now: midnight, limit: 100, lease: 60).count == 4)
  }

  @Test func `a database of the version before keeps its messages, deliveries and alerts`() async throws {
    let older = try Workplace()
    _ = try Pseudonyms(beside: older.database)
    let queue = try DatabaseQueue(path: older.database)
    try Schema.migrator.migrate(queue, upTo: "2: waves, brands, silences, orders, history")
    let alert = try #require(CampaignEngine.opened())
    let document = try Document.encode(alert).replacing(#""flaps":0,"#, with: "")
    try await queue.write { db in
      try db.execute(
        sql: "INSERT INTO alerts VALUES (?, 'c', 'k', 'firing', 0, NULL, ?)",
        arguments: [alert.id, document]
      )
      try db.execute(
        sql: "INSERT INTO outbox VALUES (7, 'm', ?, 'desk', x'7b7d', 'pending', 1, 0, NULL)",
        arguments: [alert.id]
      )
      try db.execute(sql: "INSERT INTO deliveries VALUES (1, 7, 1, 0, 'retry', 'HTTP 500')")
    }
    try queue.close()
    let store = try Store(path: older.database)
    #expect(try await store.alerts(limit: 9) == [alert])
    #expect(
      try older.count("SELECT COUNT(*) FROM deliveries JOIN outbox ON outbox.id = outbox WHERE outbox.id = 7") == 1
    )
    #expect(try await store.integrityProblems().isEmpty)
  }
}

extension CampaignEngine {
  fileprivate static func opened() -> Alert? {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    return engine.judged([.promotion("a")], now: midnight).last?.alert
  }
}
