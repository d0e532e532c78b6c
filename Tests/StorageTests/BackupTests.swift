import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

struct BackupTests {
  @Test func `a backup made while commits go on is whole, readable and keyed`() async throws {
    let place = try Workplace()
    let store = try Store(path: place.database)
    let ledger = try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("first")]), now: midnight)
    let copyPath = place.directory + "/copy.sqlite"
    async let writing: Void = {
      for step in 1...100 {
        try await ledger.commit(Batch(posts: [.promotion("p\(step)")]), now: midnight + Double(step))
      }
    }()
    try store.backup(to: copyPath)
    try await writing
    let copy = try Store(path: copyPath)
    #expect(try await copy.integrityProblems().isEmpty)
    let alert = try #require(try await copy.alerts(limit: 1).first)
    #expect(try await copy.entries(of: alert).count == alert.posts, "a commit is in the copy whole or not at all")
    let mode = try FileManager.default.attributesOfItem(atPath: copyPath)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let error = #expect(throws: StorageError.self) { try store.backup(to: copyPath) }
    #expect(error?.code == .occupied)
  }
}
