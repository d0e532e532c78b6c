import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import Storage
import Testing

/// Makes the n-th write of a commit fail, for every n.
struct FaultTests {
  private static let tables = [
    "sources", "entries", "verdicts", "verdict_categories", "evidence", "indicators", "alerts", "alert_entries",
    "outbox", "brands", "alert_history",
  ]

  private func install(in place: Workplace) throws {
    try place.inspect { db in
      try db.execute(sql: "CREATE TABLE fault (remaining INTEGER); INSERT INTO fault VALUES (1000000)")
      for (table, event) in Self.tables.map({ ($0, "INSERT") }) + [("alerts", "UPDATE")] {
        try db.execute(
          sql: """
            CREATE TRIGGER fault_\(table)_\(event) BEFORE \(event) ON \(table) BEGIN
              UPDATE fault SET remaining = remaining - 1;
              SELECT RAISE(ABORT, 'fault') WHERE (SELECT remaining FROM fault) < 0;
            END
            """
        )
      }
    }
  }

  private func arm(_ place: Workplace, remaining: Int) throws {
    try place.inspect { db in try db.execute(sql: "UPDATE fault SET remaining = ?", arguments: [remaining]) }
  }

  @Test func `a commit is written whole or not at all`() async throws {
    let place = try Workplace()
    let store = try Store(path: place.database)
    let campaigns = [Campaign.stopJudol(posts: 2)]
    let ledger = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    try install(in: place)
    let before = try place.dump()
    let batch = Batch(
      posts: [.promotion("b"), .promotion("c"), .harmless("x")],
      source: SourceState(id: "forum", url: "https://forum.example/feed")
    )

    var writes = 0
    while true {
      try arm(place, remaining: writes)
      do throws(StorageError) {
        let commit = try await ledger.commit(batch, now: midnight + 60)
        #expect(commit.actions.map(\.word) == ["open", "opened"])
        break
      } catch {
        #expect(error.detail == "fault")
        #expect(try place.dump() == before)
        writes += 1
      }
    }
    // 1 source, 3 entries, 3 verdicts, 2 × (1 category, 2 evidence, 2 indicators), 1 brand, alert and history twice,
    // 3 links, 2 messages; the second write of the alert also fires the trigger of the update it becomes.
    #expect(writes == 28)
    #expect(try place.count("SELECT COUNT(*) FROM outbox") == 2)
    #expect(try place.count("SELECT COUNT(*) FROM alert_entries") == 3)
  }
}
