import CampaignFixtures
import FoundationEssentials
import HarmClassifier
import Testing

@testable import Campaigns

/// Triggers beyond a plain count, stepped by hand.
struct TriggerTests {
  private func engine(_ kind: Trigger.Kind, posts: Int = 1, window: TimeInterval = 3600, groupBy: [GroupLabel] = [])
    -> CampaignEngine
  {
    var campaign = Campaign.stopJudol(groupBy: groupBy)
    campaign.trigger = Trigger(kind, posts: posts, window: window)
    return CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
  }

  private func promotions(_ count: Int, _ name: String, site: String = "zeus88") -> [JudgedEntry] {
    (0..<count).map { .promotion("\(name)-\($0)", site: site) }
  }

  private func clean(_ count: Int, _ name: String) -> [JudgedEntry] {
    (0..<count).map {
      JudgedEntry(key: EntryKey(source: "forum", identity: "\(name)-\($0)", version: "1"), verdict: .clean)
    }
  }

  @Test func `share: the same posts fire among few and not among many`() {
    var few = engine(.share(0.2))
    #expect(few.judged(clean(8, "x") + promotions(2, "p"), now: midnight).map(\.word) == ["open", "opened"])
    var many = engine(.share(0.2))
    #expect(many.judged(clean(9, "x") + promotions(2, "p"), now: midnight).isEmpty)
    // An hour later the clean ones are out of the window.
    #expect(many.judged(promotions(2, "q"), now: midnight + 3600).map(\.word) == ["open", "opened"])
  }

  @Test func `spike: the predictive tail has the closed forms of the literature`() {
    // After n windows of nothing, P(0) = √(n/(n+1)), so P(≥ 1) is its complement.
    #expect(abs(Spike.tail(of: 1, baseline: [0, 0, 0]) - (1 - 0.75.squareRoot())) < 1e-12)
    #expect(abs(Spike.tail(of: 0, baseline: [4, 5]) - 1) < 1e-12)
    // With a long baseline it comes near the Poisson tail: P(X ≥ 10 | 5) = 0.0318.
    #expect(abs(Spike.tail(of: 10, baseline: Array(repeating: 5, count: 2000)) - 0.0318) < 0.0005)
    let tails = (0..<60).map { Spike.tail(of: $0, baseline: [3, 7, 2, 5, 4, 6]) }
    #expect(zip(tails, tails.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test func `spike: not on the first day, not on the usual, but on a wave`() {
    var engine = engine(.spike(baseline: 24 * 3600, falseAlarms: 0.001), posts: 3)
    #expect(engine.judged(promotions(30, "first poll"), now: midnight).isEmpty, "nothing is known yet")
    for hour in 1...30 {
      let usual = promotions(2 + hour % 3, "usual\(hour)")
      #expect(engine.judged(usual, now: midnight + Double(hour) * 3600 + 10).isEmpty, "hour \(hour)")
    }
    #expect(engine.judged(promotions(25, "wave"), now: midnight + 31 * 3600 + 10).map(\.word) == ["open", "opened"])
  }

  @Test func `new brand: the first promotion of a name, once`() throws {
    var engine = engine(.newBrand, groupBy: [.siteName])
    let first = engine.judged(promotions(1, "a", site: "zeus88"), now: midnight)
    #expect(first.first?.alert.groupLabels == ["site_name": "zeus88"])
    #expect(engine.tick(now: midnight + 3600).map(\.word) == ["resolved"])
    #expect(engine.judged(promotions(1, "b", site: "zeus88"), now: midnight + 9000).isEmpty, "known by now")
    #expect(engine.judged(promotions(1, "c", site: "alfa4d"), now: midnight + 9000).count == 2)
    // What the store keeps is enough to know it after a restart.
    #expect(engine.takeChangedBrands().map(\.name) == ["alfa4d", "zeus88"])
  }

  @Test func `reappeared: back after the quiet time, not before`() {
    let day = 86_400.0
    var engine = engine(.reappeared(quiet: 30 * day), groupBy: [.siteName])
    #expect(engine.judged(promotions(1, "a"), now: midnight).isEmpty)
    #expect(engine.judged(promotions(1, "b"), now: midnight + 20 * day).isEmpty)
    #expect(engine.judged(promotions(1, "c"), now: midnight + 51 * day).map(\.word) == ["open", "opened"])
  }

  @Test func `escalating: each window at least twice the one before`() {
    var engine = engine(.escalating(factor: 2), posts: 4)
    #expect(engine.judged(clean(1, "watching"), now: midnight - 7200).isEmpty)
    #expect(engine.judged(promotions(2, "a"), now: midnight).isEmpty)
    #expect(engine.judged(promotions(4, "b"), now: midnight + 3600).isEmpty)
    #expect(engine.judged(promotions(7, "c"), now: midnight + 7200).isEmpty)
    #expect(engine.judged(promotions(1, "d"), now: midnight + 7201).map(\.word) == ["open", "opened"])
  }
}
