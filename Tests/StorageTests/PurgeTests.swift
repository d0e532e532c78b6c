import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

struct PurgeTests {
  private static let day: TimeInterval = 86_400
  private let place: Workplace
  private let store: Store
  private let ledger: Ledger

  init() async throws {
    place = try Workplace()
    store = try Store(path: place.database)
    ledger = try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
  }

  @Test func `texts go after a week, and from the disk`() async throws {
    try await store.purge(now: midnight + 7 * Self.day)
    #expect(try place.bytes().range(of: Data("makasih PULAUWIN77".utf8)) != nil)
    try await store.purge(now: midnight + 7 * Self.day + 1)
    #expect(try place.bytes().range(of: Data("makasih PULAUWIN77".utf8)) == nil)
    #expect(try await store.postCounts(since: midnight).map(\.posts) == [1])
  }

  @Test func `verdicts and ended alerts go after ninety days, the entry stays judged`() async throws {
    try await ledger.commit(Batch(), now: midnight + 3600)
    try await store.purge(now: midnight + 91 * Self.day)
    #expect(try await store.postCounts(since: .distantPast).isEmpty)
    #expect(try await store.alerts(limit: 10).isEmpty)
    let gone = ["verdict_categories", "evidence", "indicators", "alert_entries", "outbox"]
    for table in gone { #expect(try place.count("SELECT COUNT(*) FROM \(table)") == 0) }
    #expect(try place.count("SELECT COUNT(*) FROM entries WHERE author IS NULL AND link IS NULL") == 1)
    let again = try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight + 92 * Self.day)
    #expect(again.newEntries.isEmpty)
  }

  @Test func `an alert that fires stays, however old`() async throws {
    try await store.purge(now: midnight + 91 * Self.day)
    #expect(try await store.alerts(state: .firing, limit: 10).count == 1)
  }

  @Test func `retention can be shorter`() async throws {
    try await store.purge(Retention(texts: 60, verdicts: 120), now: midnight + 121)
    #expect(try place.count("SELECT COUNT(*) FROM entries WHERE text IS NOT NULL") == 0)
    #expect(try await store.postCounts(since: .distantPast).isEmpty)
  }
}
