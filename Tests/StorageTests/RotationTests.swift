import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import HarmClassifier
import Testing

@testable import Storage

/// A new key for the pseudonyms.
struct RotationTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func ledger(_ store: Store) async throws -> Ledger {
    try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
  }

  private func authors() throws -> [String?] {
    try place.inspect { db in
      try Row.fetchAll(db, sql: "SELECT author FROM entries ORDER BY id").map { $0["author"] as String? }
    }
  }

  private func digests(_ kind: String) throws -> [Data] {
    try place.inspect { db in
      try Data.fetchAll(db, sql: "SELECT digest FROM indicators WHERE kind = ? ORDER BY entry", arguments: [kind])
    }
  }

  @Test func `old pseudonyms end; a running watch takes up the new key; names stay comparable, numbers do not mix`()
    async throws
  {
    // The watch has its store open; the rotation comes from another process.
    let watch = try await ledger(try Store(path: place.database))
    try await watch.commit(Batch(posts: [.promotion("a"), .promotion("b")]), now: midnight)
    let oldAuthor = try #require(try authors()[0])
    let oldDomain = try digests("domain")[0]
    let oldPhone = try digests("phone")[0]
    let result = try await Store(path: place.database).rotateKey()
    #expect(result == KeyRotation(ended: 2, renewed: 2, retired: 2))
    #expect(try authors() == [nil, nil])

    try await watch.commit(Batch(posts: [.promotion("c"), .promotion("d")]), now: midnight + 1)
    let now = try authors()
    #expect(now[2] != nil && now[2] != oldAuthor && now[2] == now[3])
    let domains = try digests("domain")
    #expect(Set(domains).count == 1 && domains[0] != oldDomain)
    let phones = try digests("phone")
    #expect(Set(phones).count == 3 && !phones.contains(oldPhone), "two retired, the new ones equal")
    // Nothing of the old key is left on the disk.
    for old in [Data(oldAuthor.utf8), oldDomain, oldPhone] { #expect(try place.bytes().range(of: old) == nil) }
    let files = try FileManager.default.contentsOfDirectory(atPath: place.directory)
    #expect(!files.contains { $0.hasSuffix(".next") || $0.hasSuffix(".new") })
    let again = try await ledger(try Store(path: place.database))
    try await again.commit(Batch(posts: [.promotion("e")]), now: midnight + 2)
    #expect(try authors()[4] == now[2], "the new key outlives a restart")
  }

  @Test func `cut short before or after its commit, one key holds`() async throws {
    let first = try await ledger(try Store(path: place.database))
    try await first.commit(Batch(posts: [.promotion("a")]), now: midnight)
    let old = try #require(try authors()[0])
    let store = try Store(path: place.database)
    // Before: the new key lies there, the transaction never came to its end.
    try? await store.write { db in
      _ = try store.keys.rotate(in: db)
      throw CancellationError()
    }
    #expect(FileManager.default.fileExists(atPath: place.database + ".key.next"))
    let second = try await ledger(try Store(path: place.database))
    try await second.commit(Batch(posts: [.promotion("b")]), now: midnight)
    #expect(try authors() == [old, old])
    // After: committed, and the file not moved into place.
    try await store.write { db in _ = try store.keys.rotate(in: db) }
    let third = try await ledger(try Store(path: place.database))
    try await third.commit(Batch(posts: [.promotion("c")]), now: midnight)
    #expect(try authors()[2] != old)
    #expect(!FileManager.default.fileExists(atPath: place.database + ".key.next"))
    try await second.commit(Batch(posts: [.promotion("d")]), now: midnight)
    #expect(try authors()[2] == authors()[3])
  }

  @Test func `two rotations at once and commits between them`() async throws {
    let watch = try await ledger(try Store(path: place.database))
    try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        let path = place.database
        group.addTask { _ = try await Store(path: path).rotateKey() }
      }
      group.addTask {
        for number in 0..<30 { try await watch.commit(Batch(posts: [.promotion("p\(number)")]), now: midnight) }
      }
      try await group.waitForAll()
    }
    try await watch.commit(Batch(posts: [.promotion("y"), .promotion("z")]), now: midnight)
    let pseudonyms = Set(try authors().compactMap { $0 })
    #expect(pseudonyms.count == 1, "whoever was named before the last rotation is nameless")
    _ = try Store(path: place.database)
  }

  @Test func `a stranger's key is refused`() throws {
    _ = try Store(path: place.database)
    let other = try Workplace()
    _ = try Store(path: other.database)
    let key = URL(fileURLWithPath: place.database + ".key")
    try Data(contentsOf: URL(fileURLWithPath: other.database + ".key")).write(to: key)
    #expect(throws: StorageError.self) { try Store(path: place.database) }
  }

  @Test func `a backup holds its own key`() async throws {
    let store = try Store(path: place.database)
    try store.backup(to: place.directory + "/copy.sqlite")
    try await store.rotateKey()
    try store.backup(to: place.directory + "/later.sqlite")
    for copy in ["copy", "later"] { _ = try Store(path: place.directory + "/\(copy).sqlite") }
    let keys = try ["copy", "later"].map {
      try Data(contentsOf: URL(fileURLWithPath: place.directory + "/\($0).sqlite.key"))
    }
    #expect(keys[0] != keys[1])
  }
}

/// Kills the process (SIGKILL) at random moments while it rotates and commits.
@Suite(.serialized) struct RotationCrashTests {
  @Test func `kill -9 leaves one key and its pseudonyms`() async throws {
    let place = try Workplace()
    var random = SeededGenerator(seed: 20_261_127)
    for round in 0..<10 {
      let path = place.database
      let delay = UInt32.random(in: 1000...80_000, using: &random)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, round = round as Int, delay = delay as UInt32] in
        try await RotatingWriter(path: path, round: round).run(killedAfter: delay)
      }
      let store = try Store(path: path)
      let authors = try place.inspect { db in
        try String.fetchAll(db, sql: "SELECT DISTINCT author FROM entries WHERE author IS NOT NULL")
      }
      #expect(authors.count <= 1, "one person, one source, one key: one pseudonym")
      #expect(authors.allSatisfy { $0 == store.keys.current.author("Budi Santoso", source: "forum") })
    }
    #expect(try place.count("SELECT COUNT(*) FROM entries WHERE author IS NULL") > 0, "some were rotated away")
  }
}

/// Commits and rotates in turn until it is killed.
struct RotatingWriter {
  let path: String
  let round: Int

  func run(killedAfter microseconds: UInt32) async throws {
    let store = try Store(path: path)
    let ledger = try await Ledger(store: store, campaigns: [.stopJudol()], routing: .two, now: midnight)
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    for step in 0... {
      try await ledger.commit(Batch(posts: [.promotion("\(round)-\(step)")]), now: midnight)
      if step % 2 == 1 { try await Store(path: path).rotateKey() }
    }
  }
}
