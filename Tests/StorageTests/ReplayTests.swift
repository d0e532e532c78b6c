import CampaignFixtures
import Campaigns
import Foundation
import Storage
import Testing

struct StoredReplayTests {
  @Test func `a replay tells what the watch told, and leaves the store as it is`() async throws {
    let place = try Workplace()
    let store = try Store(path: place.database)
    let campaigns = [Campaign.stopJudol(posts: 2)]
    let ledger = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: midnight)
    var told: [String] = []
    for step in 1...400 {
      let posts = [20, 40, 45, 300].contains(step) ? [Post.promotion("a\(step)"), .promotion("b\(step)")] : []
      told += try await ledger.commit(Batch(posts: posts), now: midnight + Double(step * 30)).actions.map(\.word)
    }
    let before = try place.dump()
    let replayed = try await store.replay(campaigns, over: midnight...midnight + 12_000)
    #expect(replayed.map(\.action.word) == told)
    #expect(told.contains("resolved") && told.contains("updated"))
    #expect(try place.dump() == before)
    let stricter = try await store.replay([.stopJudol(posts: 7)], over: midnight...midnight + 12_000)
    #expect(stricter.isEmpty)
  }
}
