import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import Storage
import Testing

@Suite("counts by day")
struct DashboardMigrationTests {
  @Test("a store from before the counts gets those of what it holds; later posts add to them")
  func backfill() async throws {
    let place = try Workplace()
    func commit(_ posts: [Post], at time: Date) async throws {
      let store = try Store(path: place.database)
      let ledger = try await Ledger(store: store, campaigns: [], routing: .two, now: time)
      try await ledger.commit(Batch(posts: posts), now: time)
    }
    try await commit([.promotion("1"), .promotion("2"), .harmless("3")], at: midnight)
    try await commit([.promotion("4")], at: midnight + 86_400)
    func counts() async throws -> [String] {
      try await Store(path: place.database).dayCounts(since: midnight).filter { $0.posts > 0 }
        .map {
          "\(Int($0.day.timeIntervalSince(midnight) / 86_400)) \($0.category) \($0.decision.rawValue) \($0.posts)"
        }
    }
    let before = try await counts()
    #expect(before == ["0  clean 1", "0 gambling harmful 2", "1 gambling harmful 1"])
    try place.inspect { db in
      try db.execute(
        sql: """
          DROP TABLE verdict_days; DROP TRIGGER verdict_counted; DROP TRIGGER category_counted;
          DROP INDEX verdicts_decision; DROP INDEX verdict_categories_category;
          DELETE FROM grdb_migrations WHERE identifier LIKE 'dashboard%';
          """
      )
    }
    #expect(try await counts() == before)
    try await commit([.promotion("4"), .promotion("5")], at: midnight + 86_400)
    #expect(try await counts() == ["0  clean 1", "0 gambling harmful 2", "1 gambling harmful 2"])
  }
}
