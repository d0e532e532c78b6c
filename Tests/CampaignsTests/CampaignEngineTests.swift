import CampaignFixtures
import Campaigns
import FoundationEssentials
import HarmClassifier
import Testing

/// The engine stepped by hand on a clock of its own; times are seconds after midnight.
struct CampaignEngineTests {
  private func engine(_ campaigns: Campaign...) -> CampaignEngine {
    CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
  }

  @Test func `fires at the third post and tells at once`() throws {
    var engine = engine(.stopJudol())
    #expect(engine.judged([.promotion("a")], now: midnight).isEmpty)
    #expect(engine.judged([.promotion("b")], now: midnight + 60).isEmpty)
    let actions = engine.judged([.promotion("c")], now: midnight + 120)
    #expect(actions.map(\.word) == ["open", "opened"])
    guard case .open(_, let entries) = try #require(actions.first) else { return }
    #expect(entries.map(\.identity) == ["a", "b", "c"])
    let alert = try #require(actions.last?.alert)
    #expect(alert.posts == 3)
    #expect(alert.startsAt == midnight)
    #expect(alert.deadline == midnight + 86_400)
    #expect(alert.notices == 1)
  }

  @Test func `posts older than the window do not count`() {
    var engine = engine(.stopJudol())
    #expect(engine.judged([.promotion("a"), .promotion("b")], now: midnight).isEmpty)
    #expect(engine.judged([.promotion("c")], now: midnight + 3600).isEmpty)
    #expect(engine.judged([.promotion("d")], now: midnight + 3601).isEmpty)
    #expect(engine.judged([.promotion("e")], now: midnight + 3602).map(\.word) == ["open", "opened"])
  }

  @Test func `an edited post counts once`() {
    var engine = engine(.stopJudol())
    for version in 1...9 {
      #expect(engine.judged([.promotion("a", version: "\(version)")], now: midnight + Double(version)).isEmpty)
    }
  }

  @Test func `waits for the rest of a wave`() {
    var engine = engine(.stopJudol(posts: 1, pace: .init(groupWait: 30)))
    #expect(engine.judged([.promotion("a")], now: midnight).map(\.word) == ["open"])
    #expect(engine.judged([.promotion("b")], now: midnight + 10).map(\.word) == ["join"])
    #expect(engine.tick(now: midnight + 29).isEmpty)
    let actions = engine.tick(now: midnight + 30)
    #expect(actions.map(\.word) == ["opened"])
    #expect(actions.first?.alert.posts == 2)
  }

  @Test func `the group wait counts from the trigger and not from the first post`() {
    var engine = engine(.stopJudol(posts: 2, pace: .init(groupWait: 30)))
    #expect(engine.judged([.promotion("a")], now: midnight).isEmpty)
    #expect(engine.judged([.promotion("b")], now: midnight + 1000).map(\.word) == ["open"])
    #expect(engine.tick(now: midnight + 1030).map(\.word) == ["opened"])
  }

  @Test func `tells of further posts after the group interval`() {
    var engine = engine(.stopJudol(posts: 1))
    #expect(engine.judged([.promotion("a")], now: midnight).map(\.word) == ["open", "opened"])
    #expect(engine.judged([.promotion("b")], now: midnight + 60).map(\.word) == ["join"])
    #expect(engine.tick(now: midnight + 299).isEmpty)
    #expect(engine.tick(now: midnight + 300).map(\.word) == ["updated"])
    #expect(engine.tick(now: midnight + 900).isEmpty)
  }

  @Test func `repeats while it fires and nothing new comes`() {
    var engine = engine(.stopJudol(posts: 1, pace: .init(groupWait: 0, repeatInterval: 1200)))
    #expect(engine.judged([.promotion("a")], now: midnight).count == 2)
    #expect(engine.tick(now: midnight + 1199).isEmpty)
    #expect(engine.tick(now: midnight + 1200).map(\.word) == ["repeated"])
    #expect(engine.tick(now: midnight + 2399).isEmpty)
    #expect(engine.tick(now: midnight + 2400).map(\.word) == ["repeated"])
  }

  @Test func `resolves after a quiet window and may fire again under a new id`() throws {
    var engine = engine(.stopJudol(posts: 1))
    let first = engine.judged([.promotion("a")], now: midnight)
    #expect(engine.tick(now: midnight + 3599).isEmpty)
    let end = engine.tick(now: midnight + 3600)
    #expect(end.map(\.word) == ["resolved"])
    let resolved = try #require(end.first?.alert)
    #expect(resolved.state == .resolved)
    #expect(resolved.endsAt == midnight + 3600)
    #expect(resolved.id == first.first?.alert.id)
    #expect(engine.openAlerts.isEmpty)
    let again = engine.judged([.promotion("b")], now: midnight + 4000)
    #expect(again.map(\.word) == ["open", "opened"])
    #expect(again.first?.alert.id != resolved.id)
  }

  @Test func `after a long pause the beginning is told before the end`() {
    var engine = engine(.stopJudol(posts: 1, pace: .init(groupWait: 30)))
    _ = engine.judged([.promotion("a")], now: midnight)
    #expect(engine.tick(now: midnight + 90_000).map(\.word) == ["opened"])
    #expect(engine.tick(now: midnight + 90_001).map(\.word) == ["resolved"])
  }

  @Test func `groups by site name and source`() {
    var engine = engine(.stopJudol(posts: 1, groupBy: [.siteName, .source]))
    let actions = engine.judged(
      [
        .promotion("a", site: "zeus88"), .promotion("b", source: "video", site: "alfa4d"),
        .promotion("c", site: "zeus88"),
      ],
      now: midnight
    )
    #expect(actions.map(\.word) == ["open", "opened", "open", "opened"])
    #expect(
      engine.openAlerts.map(\.groupKey) == [
        #"{}/{campaign="stop-judol"}:{site_name="alfa4d", source="video"}"#,
        #"{}/{campaign="stop-judol"}:{site_name="zeus88", source="forum"}"#,
      ]
    )
    #expect(engine.openAlerts.map(\.posts) == [1, 2])
  }

  @Test func `looks only at its scope, categories and decision`() {
    var campaign = Campaign.stopJudol(posts: 1)
    campaign.scope = .init(sources: ["forum"], roles: ["forum"], regions: ["kaltim"])
    var engine = engine(campaign)
    var elsewhere = JudgedEntry.promotion("a")
    elsewhere.region = "papua"
    let unseen: [JudgedEntry] = [
      elsewhere,
      .promotion("b", source: "video"),
      .promotion("c", category: "illegal_loan"),
      .promotion("d", decision: .review),
      .promotion("e", stance: .mention),
    ]
    #expect(engine.judged(unseen, now: midnight).isEmpty)
    #expect(engine.judged([.promotion("f")], now: midnight).count == 2)
  }

  @Test func `a campaign that is gone resolves its alerts`() {
    var before = engine(.stopJudol(posts: 1))
    _ = before.judged([.promotion("a")], now: midnight)
    var after = CampaignEngine(campaigns: [], openAlerts: before.openAlerts, recent: [])
    #expect(after.tick(now: midnight + 1).map(\.word) == ["resolved"])
    #expect(after.tick(now: midnight + 2).isEmpty)
  }

  @Test func `evidence is masked, deduplicated and short`() throws {
    var engine = engine(.stopJudol(posts: 1))
    let posts = (0..<40).map { JudgedEntry.promotion("p\($0)", site: "situs\($0)") }
    let alert = try #require(engine.judged(posts, now: midnight).last?.alert)
    #expect(alert.evidence.count == 12)
    #expect(alert.indicators.count == 41)
    #expect(alert.indicators.contains { $0.kind == .phone && $0.value == "+••••••••••890" })
    let single = try #require(self.engine(.stopJudol(posts: 1)).judgedOnce(.promotion("a")).last?.alert)
    #expect(single.evidence.map(\.text) == ["PULAUWIN77", "hubungi wa ••••-••••-•890"])
  }
}

extension CampaignEngine {
  fileprivate func judgedOnce(_ entry: JudgedEntry) -> [AlertAction] {
    var copy = self
    return copy.judged([entry], now: midnight)
  }
}
