import CampaignFixtures
import Campaigns
import FoundationEssentials
import Testing

/// What the desk does about alerts: takes charge, ends, silences; and what a campaign holds back.
struct DeskTests {
  private func silence(_ matcher: String, until end: Date) throws -> Silence {
    Silence(
      id: "s1",
      matchers: [try #require(LabelMatcher(matcher))],
      startsAt: midnight,
      endsAt: end,
      by: "Ani",
      comment: ""
    )
  }

  @Test func `acknowledged: told once, then nothing until the end`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    let id = try #require(engine.judged([.promotion("a")], now: midnight).first?.alert.id)
    let told = engine.acknowledge(id, Acknowledgement(by: "Ani", at: midnight + 60))
    #expect(told.map(\.word) == ["acknowledged"])
    #expect(engine.acknowledge(id, Acknowledgement(by: "Budi", at: midnight + 61)).isEmpty)
    #expect(engine.judged([.promotion("b")], now: midnight + 3000).map(\.word) == ["join"])
    // After a restart it is still in good hands.
    var next = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: engine.openAlerts, recent: [])
    #expect(next.tick(now: midnight + 6000).isEmpty)
    #expect(next.tick(now: midnight + 6600).map(\.word) == ["resolved"])
  }

  @Test func `ended by hand, it begins anew with further posts`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    let id = try #require(engine.judged([.promotion("a")], now: midnight).first?.alert.id)
    #expect(engine.resolve(id, now: midnight + 60).map(\.word) == ["resolved"])
    #expect(engine.tick(now: midnight + 61).isEmpty)
    #expect(engine.judged([.promotion("b")], now: midnight + 62).first?.alert.id != id)
  }

  @Test func `a silence holds notices back; at its end what still fires is told`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    engine.silences = [try silence(#"campaign=~"stop-.*""#, until: midnight + 1800)]
    #expect(engine.judged([.promotion("a")], now: midnight).map(\.word) == ["open", "muted"])
    #expect(engine.tick(now: midnight + 1799).isEmpty)
    #expect(engine.tick(now: midnight + 1800).map(\.word) == ["opened"])
  }

  @Test func `an alert told of earlier is told of again after a silence`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    _ = engine.judged([.promotion("a")], now: midnight)
    engine.silences = [try silence("severity=high", until: midnight + 1800)]
    #expect(engine.judged([.promotion("b")], now: midnight + 600).map(\.word) == ["join", "muted"])
    #expect(engine.tick(now: midnight + 1800).map(\.word) == ["unsilenced"])
  }

  @Test func `over during a silence, nobody hears of it`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    engine.silences = [try silence("campaign!=other", until: midnight + 90_000)]
    _ = engine.judged([.promotion("a")], now: midnight)
    #expect(engine.tick(now: midnight + 3600).map(\.word) == ["resolved_silently"])
    #expect(engine.tick(now: midnight + 90_000).isEmpty)
  }

  @Test func `a silence of something else holds nothing back`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    engine.silences = [try silence(#"campaign!~"stop-.*""#, until: midnight + 90_000)]
    #expect(engine.judged([.promotion("a")], now: midnight).map(\.word) == ["open", "opened"])
  }

  @Test(arguments: ["", "=x", "campaign", "campaign=~(", "campaign!~["])
  func `no matcher`(text: String) { #expect(LabelMatcher(text) == nil) }

  @Test func `a campaign's alert holds another's back while it fires`() {
    let wide = Campaign.stopJudol(posts: 1)
    var narrow = Campaign.stopJudol(posts: 1, groupBy: [.category, .siteName])
    narrow.name = "x-by-site"
    narrow.inhibitedBy = ["stop-judol"]
    var engine = CampaignEngine(campaigns: [wide, narrow], openAlerts: [], recent: [])
    #expect(engine.judged([.promotion("a")], now: midnight).map(\.word) == ["open", "opened", "open", "opened"])
    #expect(
      engine.judged([.promotion("b", site: "alfa4d")], now: midnight + 9).map(\.word) == ["join", "open", "muted"]
    )
  }
}
