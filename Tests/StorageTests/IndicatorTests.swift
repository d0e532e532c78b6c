import CampaignFixtures
import Campaigns
import Foundation
import HarmClassifier
import Storage
import Testing

@Suite("Indicators in the store") struct IndicatorTests {
  @Test("are counted by value and told apart by kind, masked, with their times and categories")
  func counted() async throws {
    let place = try Workplace()
    let store = try Store(path: place.database)
    let ledger = try await Ledger(store: store, campaigns: [], routing: .two, now: midnight)
    func add(_ posts: [Post], at time: Date) async throws {
      _ = try await ledger.commit(Batch(posts: posts), now: time)
    }
    try await add([.promotion("1"), .promotion("2"), .harmless("3")], at: midnight)
    try await add([.promotion("4")], at: midnight + 3600)
    let all = try await store.indicators(since: midnight)
    #expect(all.map(\.posts) == [3, 3] && Set(all.map(\.kind)).count == 2)
    #expect(all.allSatisfy { $0.seen == midnight...(midnight + 3600) && $0.categories == ["gambling"] && $0.score > 0 })
    #expect(all.allSatisfy { !$0.value.contains("812345") })
    let late = try await store.indicators(since: midnight + 1)
    #expect(late.map(\.posts) == [1, 1])
    #expect(try await store.indicators(since: midnight + 7200).isEmpty)
  }
}
