import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

struct OutboxTests {
  private let place: Workplace
  private let store: Store
  private let ledger: Ledger

  /// One alert that began at midnight, and its first messages.
  init() async throws {
    place = try Workplace()
    store = try Store(path: place.database)
    ledger = try await Ledger(store: store, campaigns: [.stopJudol(posts: 1)], routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
  }

  private func claim(at offset: TimeInterval, limit: Int = 10) async throws -> [OutboxMessage] {
    try await store.claimDue(now: midnight + offset, limit: limit, lease: 60)
  }

  @Test func `a message is claimed once until its lease is over`() async throws {
    let first = try await claim(at: 0)
    #expect(first.map(\.attempt) == [1, 1])
    #expect(try await claim(at: 59).isEmpty)
    let second = try await claim(at: 60)
    #expect(second.map(\.id) == first.map(\.id))
    #expect(second.map(\.payload) == first.map(\.payload))
    #expect(second.map(\.attempt) == [2, 2])
  }

  @Test func `what was under way in a crash is due at once`() async throws {
    let first = try await claim(at: 0)
    let reopened = try Store(path: place.database)
    try await reopened.releaseClaims()
    let second = try await reopened.claimDue(now: midnight + 1, limit: 10, lease: 60)
    #expect(second.map(\.id) == first.map(\.id))
  }

  @Test func `a failed attempt comes back when it is due`() async throws {
    let message = try #require(try await claim(at: 0, limit: 1).first)
    try await store.settle(message, .retry(at: midnight + 5), detail: "HTTP 503", now: midnight + 1)
    #expect(try await claim(at: 4).map(\.receiver) == ["file"])
    #expect(try await claim(at: 5).map(\.receiver) == ["desk"])
    #expect(try place.count("SELECT COUNT(*) FROM deliveries WHERE step = 'retry' AND detail = 'HTTP 503'") == 1)
  }

  @Test func `delivered and given up are done`() async throws {
    let messages = try await claim(at: 0)
    try await store.settle(messages[0], .delivered, detail: "delivered", now: midnight)
    try await store.settle(messages[1], .giveUp, detail: "HTTP 500", now: midnight)
    #expect(try await claim(at: 1_000_000).isEmpty)
    #expect(try place.count("SELECT COUNT(*) FROM outbox WHERE state = 'delivered'") == 1)
    #expect(try place.count("SELECT COUNT(*) FROM outbox WHERE state = 'failed'") == 1)
  }

  @Test func `an end never overtakes its beginning`() async throws {
    try await ledger.commit(Batch(), now: midnight + 3600)
    let beginnings = try await claim(at: 3600)
    #expect(beginnings.map { $0.id.hasSuffix("-1") } == [true, true])
    try await store.settle(beginnings[0], .retry(at: midnight + 9000), detail: "HTTP 503", now: midnight + 3600)
    try await store.settle(beginnings[1], .delivered, detail: "delivered", now: midnight + 3600)
    let ends = try await claim(at: 3601)
    #expect(ends.map(\.receiver) == [beginnings[1].receiver])
    #expect(ends.allSatisfy { $0.id.hasSuffix("-2") })
  }

  @Test func `a disabled receiver's messages wait until it is enabled`() async throws {
    let message = try #require(try await claim(at: 0).first { $0.receiver == "desk" })
    try await store.settle(message, .disableReceiver, detail: "410", now: midnight)
    #expect(try await store.disabledReceivers() == ["desk"])
    try await ledger.commit(Batch(), now: midnight + 3600)
    #expect(try await claim(at: 3600).map(\.receiver) == ["file"])
    try await store.enableReceivers()
    #expect(try await store.disabledReceivers().isEmpty)
    #expect(try await claim(at: 3600).map(\.id) == [message.id])
  }

  @Test func `after the clock was set back nothing waits for the old time`() async throws {
    let day: TimeInterval = 86_400
    let messages = try await claim(at: 0)
    try await store.settle(messages[0], .retry(at: midnight + 300), detail: "HTTP 503", now: midnight)
    // The other one was still under way. An adjusted clock is none that was set back.
    #expect(try await claim(at: -30).isEmpty)
    let again = try await claim(at: -day)
    #expect(Set(again.map(\.receiver)) == ["desk", "file"] && again.map(\.attempt) == [2, 2])
    #expect(try await claim(at: -day + 1).isEmpty)
    for message in again {
      try await store.settle(message, .retry(at: midnight - day + 300), detail: "HTTP 503", now: midnight - day)
    }
    #expect(try await claim(at: -day + 299).isEmpty)
    #expect(try await claim(at: -day + 300).count == 2)
  }

  @Test func `what was put in before the clock was set back is sent`() async throws {
    #expect(try await claim(at: -30).isEmpty)
    #expect(try await claim(at: -86_400).count == 2)
  }
}
