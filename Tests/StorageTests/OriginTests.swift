import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

/// What is kept of how an answer came.
struct OriginTests {
  private let place: Workplace
  private let store: Store
  private let ledger: Ledger

  init() async throws {
    place = try Workplace()
    store = try Store(path: place.database)
    ledger = try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
  }

  private func origin(_ digest: String) -> PostOrigin {
    PostOrigin(
      fetched: midnight - 1,
      url: "https://forum.example/feed?p=1",
      address: "203.0.113.7",
      headers: [.init(name: "ETag", value: "\"1\""), .init(name: "Server", value: "nginx")],
      redirects: [.init(from: "http://forum.example/feed", status: 301, to: "https://forum.example/feed?p=1")],
      digest: digest
    )
  }

  private func post(_ identity: String, version: String = "1", _ origin: PostOrigin?) -> Post {
    var post = Post.promotion(identity, version: version)
    post.origin = origin
    return post
  }

  @Test func `every version shows the answer it came with, which is stored once`() async throws {
    try await ledger.commit(Batch(posts: ["a", "b", "c"].map { post($0, origin("1")) }), now: midnight)
    try await ledger.commit(
      Batch(posts: [post("a", origin("2")), post("a", version: "2", origin("2"))]),
      now: midnight + 60
    )
    let posts = try await store.posts(PostFilter(), limit: 10)
    #expect(posts.map(\.version) == ["2", "1", "1", "1"])
    #expect(posts.map(\.origin) == [origin("2"), origin("1"), origin("1"), origin("1")])
    #expect(try place.count("SELECT COUNT(*) FROM origins") == 2)
  }

  @Test func `posts of an alert are found with their answers`() async throws {
    try await ledger.commit(Batch(posts: [post("a", origin("1")), .harmless("b"), post("c", nil)]), now: midnight)
    let alert = try #require(try await store.alerts(limit: 1).first)
    let posts = try await store.posts(PostFilter(alert: alert.id), limit: 10)
    #expect(posts.map { $0.origin?.digest } == [nil, "1"])
    #expect(try await store.posts(PostFilter(category: "gambling", alert: alert.id), limit: 10) == posts)
    #expect(try await store.posts(PostFilter(category: "scam", alert: alert.id), limit: 10).isEmpty)
    #expect(try await store.posts(PostFilter(alert: "none"), limit: 10).isEmpty)
  }

  @Test func `answers go with the verdicts`() async throws {
    let day: TimeInterval = 86_400
    try await ledger.commit(Batch(posts: [post("a", origin("1"))]), now: midnight)
    try await ledger.commit(Batch(posts: [post("b", origin("2"))]), now: midnight + day)
    try await store.purge(now: midnight + 90 * day + 1)
    #expect(try place.count("SELECT COUNT(*) FROM origins") == 1)
    #expect(try place.count("SELECT COUNT(*) FROM entries WHERE origin IS NOT NULL") == 1)
    #expect(try place.bytes().range(of: Data("forum.example".utf8)) != nil, "the newer one stays")
    try await store.purge(now: midnight + 92 * day)
    #expect(try place.bytes().range(of: Data("203.0.113.7".utf8)) == nil)
  }
}
