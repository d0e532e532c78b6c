import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

struct LedgerTests {
  private let place: Workplace
  private let store: Store

  init() throws {
    place = try Workplace()
    store = try Store(path: place.database)
  }

  private func ledger(_ campaigns: Campaign..., now: Date = midnight) async throws -> Ledger {
    try await Ledger(store: store, campaigns: campaigns, routing: .two, now: now)
  }

  @Test func `an entry is judged once`() async throws {
    let ledger = try await ledger(.stopJudol(posts: 2))
    let posts = [Post.promotion("a"), .promotion("a")]
    #expect(try await ledger.commit(Batch(posts: posts), now: midnight).newEntries.count == 1)
    let again = try await ledger.commit(Batch(posts: posts), now: midnight + 60)
    #expect(again.newEntries.isEmpty && again.actions.isEmpty)
    let keys = [Post.promotion("a").entry.key, Post.promotion("a", version: "2").entry.key]
    #expect(try await store.unjudged(keys) == [keys[1]])
    let edited = try await ledger.commit(Batch(posts: [.promotion("a", version: "2")]), now: midnight + 120)
    #expect(edited.newEntries == [keys[1]])
    #expect(edited.actions.isEmpty)
  }

  @Test func `an alert comes with a message for each receiver and links to its posts`() async throws {
    let ledger = try await ledger(.stopJudol(posts: 2))
    try await ledger.commit(Batch(posts: [.promotion("a"), .harmless("x")]), now: midnight)
    let commit = try await ledger.commit(Batch(posts: [.promotion("b")]), now: midnight + 60)
    #expect(commit.actions.map(\.word) == ["open", "opened"])
    let alert = try #require(commit.actions.last?.alert)
    #expect(try await store.alerts(limit: 10) == [alert])
    #expect(try await store.entries(of: alert).map(\.identity) == ["a", "b"])
    let messages = try await store.claimDue(now: midnight + 60, limit: 10, lease: 60)
    #expect(messages.map(\.id) == ["\(alert.id)-1", "\(alert.id)-1"])
    #expect(messages.map(\.receiver) == ["desk", "file"])
    let body = AlertBody(alert, notice: .opened, receiver: "desk", externalURL: "https://ronda.example")
    #expect(messages.first?.payload == (try body.json()))
  }

  @Test func `a rehearsal is stored and never sent`() async throws {
    var campaign = Campaign.stopJudol(posts: 1)
    campaign.isShadow = true
    let ledger = try await ledger(campaign)
    #expect(try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight).actions.count == 2)
    #expect(try await store.alerts(state: .firing, limit: 10).map(\.isShadow) == [true])
    #expect(try await store.claimDue(now: midnight, limit: 10, lease: 60).isEmpty)
  }

  @Test func `time alone repeats and resolves`() async throws {
    let ledger = try await ledger(.stopJudol(posts: 1, pace: .init(groupWait: 0, repeatInterval: 600)))
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    #expect(try await ledger.commit(Batch(), now: midnight + 600).actions.map(\.word) == ["repeated"])
    #expect(try await ledger.commit(Batch(), now: midnight + 3600).actions.map(\.word) == ["resolved"])
    #expect(try await store.alerts(state: .firing, limit: 10).isEmpty)
    #expect(try await store.alerts(state: .resolved, limit: 10).map(\.notices) == [3])
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a restart after every commit changes nothing`(seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    var bySite = Campaign.stopJudol(posts: 2, groupBy: [.siteName], pace: .init(groupWait: 120, repeatInterval: 2000))
    bySite.name = "by-site"
    let campaigns = [Campaign.stopJudol(posts: 4), bySite]
    var engine = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
    var now = midnight
    for step in 0..<40 {
      now += TimeInterval(Int.random(in: 1...1500, using: &random))
      let posts = (0..<Int.random(in: 0...3, using: &random)).map { number in
        let isEdit = Int.random(in: 0..<5, using: &random) == 0
        return Post.promotion(isEdit ? "0-0" : "\(step)-\(number)", version: "\(step).\(number)")
      }
      let restarted = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: now)
      let commit = try await restarted.commit(Batch(posts: posts), now: now)
      let expected = engine.judged(posts.map(\.entry), now: now)
      #expect(commit.actions.map(\.word) == expected.map(\.word))
      #expect(commit.actions.map(\.alert.id) == expected.map(\.alert.id))
      #expect(commit.actions.map(\.alert.posts) == expected.map(\.alert.posts))
    }
  }

  @Test func `commits from many tasks are counted one after the other`() async throws {
    let ledger = try await ledger(.stopJudol(posts: 50))
    let actions = try await withThrowingTaskGroup { group in
      for number in 0..<100 {
        group.addTask { try await ledger.commit(Batch(posts: [.promotion("p\(number)")]), now: midnight).actions }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(actions.count { $0.word == "open" } == 1)
    #expect(actions.count { $0.word == "join" } == 50)
    #expect(try await store.alerts(limit: 10).map(\.posts) == [100])
  }

  @Test func `reload goes on with other campaigns`() async throws {
    let ledger = try await ledger(.stopJudol(posts: 2))
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    var strict = Campaign.stopJudol(posts: 1)
    strict.name = "strict"
    try await ledger.reload(campaigns: [strict], routing: .two, now: midnight + 10)
    #expect(try await ledger.commit(Batch(), now: midnight + 10).actions.map(\.alert.campaign) == ["strict", "strict"])
    try await ledger.reload(campaigns: [], routing: .two, now: midnight + 20)
    #expect(try await ledger.commit(Batch(), now: midnight + 20).actions.map(\.word) == ["resolved"])
  }

  @Test func `a source's state is written with its entries`() async throws {
    let ledger = try await ledger()
    var state = SourceState(id: "forum", url: "https://forum.example/feed")
    state.etag = "\"7\""
    state.lastModified = "Tue, 24 Nov 2026 00:00:00 GMT"
    state.nextPoll = midnight + 900
    state.lastSuccess = midnight
    try await ledger.commit(Batch(posts: [.harmless("x")], source: state), now: midnight)
    #expect(try await store.sources() == [state])
    state.consecutiveFailures = 2
    state.reason = "HTTP 503"
    try await store.save(state)
    #expect(try await store.sources() == [state])
  }

  @Test func `posts are counted by source and decision`() async throws {
    let ledger = try await ledger()
    try await ledger.commit(Batch(posts: [.promotion("old")]), now: midnight - 1)
    let posts = [Post.promotion("a"), .promotion("b"), .promotion("c", source: "video"), .harmless("x")]
    try await ledger.commit(Batch(posts: posts), now: midnight)
    #expect(
      try await store.postCounts(since: midnight) == [
        PostCount(source: "forum", decision: .clean, posts: 1),
        PostCount(source: "forum", decision: .harmful, posts: 2),
        PostCount(source: "video", decision: .harmful, posts: 1),
      ]
    )
  }
}
