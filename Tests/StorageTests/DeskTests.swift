import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

/// Orders and silences that reach the watch through the store, and what is written of them.
struct StoredDeskTests {
  @Test func `orders, silences, brands and history survive a restart`() async throws {
    let place = try Workplace()
    let store = try Store(path: place.database)
    let campaigns = [Campaign.stopJudol(posts: 1)]
    var ledger = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: midnight)
    try await ledger.commit(Batch(posts: [.promotion("a")]), now: midnight)
    let id = try #require(try await store.alerts(limit: 1).first?.id)

    try await store.submit(.acknowledge(alert: id, by: "Ani", note: "sedang ditangani"), now: midnight + 1)
    let commit = try await ledger.commit(Batch(), now: midnight + 2)
    #expect(commit.actions.map(\.word) == ["acknowledged"])
    #expect(try await ledger.commit(Batch(), now: midnight + 3).actions.isEmpty, "an order is done once")
    #expect(try await store.alerts(state: .acknowledged, limit: 9).first?.acknowledgement?.by == "Ani")

    ledger = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: midnight + 4)
    let matcher = try #require(LabelMatcher("campaign=stop-judol"))
    let silence = Silence(
      id: "s1",
      matchers: [matcher],
      startsAt: midnight,
      endsAt: midnight + 90_000,
      by: "Ani",
      comment: "rapat"
    )
    try await store.save(silence)
    #expect(try await store.silences(now: midnight + 5) == [silence])
    #expect(try await ledger.commit(Batch(), now: midnight + 3600).actions.map(\.word) == ["resolved_silently"])
    #expect(try await store.history(of: id).map(\.event) == ["open", "opened", "acknowledged", "resolved_silently"])
    #expect(try await store.brands().map(\.name) == ["pulauwin77"])
    #expect(try await store.silences(now: midnight + 90_000).isEmpty)
  }
}
