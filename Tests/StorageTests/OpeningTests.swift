import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import Testing

@testable import Storage

/// What can be wrong when the store opens or writes.
struct OpeningTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func failure(_ body: () throws -> Void) -> StorageError? {
    do {
      try body()
      return nil
    } catch {
      return error as? StorageError
    }
  }

  @Test func `a directory that does not exist`() {
    let path = place.directory + "/nowhere/ronda.sqlite"
    let error = failure { _ = try Store(path: path) }
    #expect(error?.code == .unreachable)
    #expect(error?.description.contains(path) == true)
  }

  @Test func `a file that is no database`() throws {
    _ = try Store(path: place.database)
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: place.database + suffix) }
    try Data(repeating: 7, count: 8192).write(to: URL(fileURLWithPath: place.database))
    #expect(failure { _ = try Store(path: place.database) }?.code == .damaged)
  }

  @Test func `a database of a newer version`() throws {
    _ = try Store(path: place.database)
    try place.inspect { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('9: the future')") }
    let error = failure { _ = try Store(path: place.database) }
    #expect(error?.code == .newerSchema)
    #expect(error?.description.contains("update the program") == true)
  }

  @Test func `a lost key`() throws {
    _ = try Store(path: place.database)
    try FileManager.default.removeItem(atPath: place.database + ".key")
    #expect(failure { _ = try Store(path: place.database) }?.code == .key)
  }

  @Test func `a key that others can read, and one that is too short`() throws {
    _ = try Store(path: place.database)
    let key = place.database + ".key"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
    #expect(failure { _ = try Store(path: place.database) }?.code == .key)
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: key))
    #expect(failure { _ = try Store(path: place.database) }?.code == .key)
  }

  @Test func `nothing is written into a database that was removed or replaced`() async throws {
    let store = try Store(path: place.database)
    let ledger = try await Ledger(store: store, campaigns: [], routing: .two, now: midnight)
    let aside = place.database + ".aside"
    try FileManager.default.moveItem(atPath: place.database, toPath: aside)
    for isReplaced in [false, true] {
      if isReplaced { try Data().write(to: URL(filePath: place.database)) }
      await #expect {
        try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
      } throws: {
        ($0 as? StorageError)?.code == .removed
      }
      #expect(throws: StorageError.self) { try store.checkFile() }
    }
    try FileManager.default.removeItem(atPath: place.database)
    try FileManager.default.moveItem(atPath: aside, toPath: place.database)
    #expect(try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight).newEntries.count == 1)
  }

  @Test func `each commit is synced to the disk`() throws {
    let store = try Store(path: place.database)
    let settings = try store.pool.writeWithoutTransaction { db in
      [try String.fetchOne(db, sql: "PRAGMA journal_mode"), try String.fetchOne(db, sql: "PRAGMA synchronous")]
    }
    #expect(settings == ["wal", "2"])
  }

  @Test func `a full disk fails the commit and loses nothing`() async throws {
    let store = try Store(path: place.database)
    let ledger = try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    let before = try place.dump()
    try await store.pool.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Row.fetchAll(db, sql: "PRAGMA max_page_count = \(pages)")
    }
    var large = Post.promotion("b")
    large.text = String(repeating: "gacor ", count: 20_000)
    let batch = Batch(posts: [large])
    await #expect {
      try await ledger.commit(batch, now: midnight + 1)
    } throws: {
      ($0 as? StorageError)?.code == .full
    }
    #expect(try place.dump() == before)
    try await store.pool.writeWithoutTransaction { db in
      _ = try Row.fetchAll(db, sql: "PRAGMA max_page_count = 1000000")
    }
    #expect(try await ledger.commit(batch, now: midnight + 2).actions.map(\.word) == ["join"])
  }
}
