import CampaignFixtures
import Campaigns
import Foundation
import HarmClassifier
import Storage
import Testing

struct PrivacyTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func commit(_ posts: Post...) async throws {
    let store = try Store(path: place.database)
    let ledger = try await Ledger(
      store: store,
      campaigns: [.stopJudol(posts: 1)],
      routing: .two,
      now: midnight
    )
    try await ledger.commit(Batch(posts: posts), now: midnight)
  }

  @Test func `neither names nor identity nor account numbers reach the disk`() async throws {
    var post = Post.promotion("a")
    post.text = "NIK 3171234567890123, kartu 4111 1111 1111 1111, dari Budi"
    post.author = "Siti Rahmawati"
    post.entry.verdict.indicators.append(Indicator(kind: .bankAccount, value: "7776665554", start: 0, end: 10))
    try await commit(post)
    let bytes = try place.bytes()
    let leaks = ["3171234567890123", "4111 1111 1111 1111", "Rahmawati", "81234567890", "3456-7890", "7776665554"]
    for leak in leaks { #expect(bytes.range(of: Data(leak.utf8)) == nil, "\(leak)") }
    #expect(bytes.range(of: Data("NIK •••••••••••••123".utf8)) != nil)
  }

  @Test func `a pseudonym is the same within a source and another elsewhere`() async throws {
    var posts = ["a", "b", "c", "d"].map { Post.promotion($0) }
    posts[1].entry.key.source = "video"
    posts[2].author = "Siti Rahmawati"
    try await commit(posts[0], posts[1], posts[2], posts[3])
    let authors = try place.inspect { db in try String.fetchAll(db, sql: "SELECT author FROM entries ORDER BY identity")
    }
    #expect(authors.allSatisfy { $0.count == 32 })
    #expect(authors[0] == authors[3])
    #expect(Set(authors).count == 3)
  }

  @Test func `pseudonyms depend on the key and outlive a restart`() async throws {
    try await commit(.promotion("a"))
    try await commit(.promotion("b"))
    let other = try Workplace()
    let ledger = try await Ledger(
      store: try Store(path: other.database),
      campaigns: [],
      routing: .two,
      now: midnight
    )
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    let sql = "SELECT DISTINCT author FROM entries"
    let here = try place.inspect { db in try String.fetchAll(db, sql: sql) }
    let there = try other.inspect { db in try String.fetchAll(db, sql: sql) }
    #expect(here.count == 1)
    #expect(here != there)
  }

  @Test func `equal numbers have equal digests`() async throws {
    try await commit(.promotion("a"), .promotion("b"))
    #expect(try place.count("SELECT COUNT(DISTINCT digest) FROM indicators WHERE kind = 'phone'") == 1)
    #expect(try place.count("SELECT COUNT(DISTINCT digest) FROM indicators") == 2)
  }

  @Test func `the key and the database are for their owner only`() async throws {
    try await commit(.promotion("a"))
    for file in try FileManager.default.contentsOfDirectory(atPath: place.directory) {
      let attributes = try FileManager.default.attributesOfItem(atPath: place.directory + "/" + file)
      #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.database + ".key")).count == 32)
  }
}
