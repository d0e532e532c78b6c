import CampaignFixtures
import Campaigns
import FoundationEssentials
import Testing

/// Clocks that are set back, while the engine runs and between two runs.
struct ClockTests {
  private let day: TimeInterval = 86_400

  /// An engine with an open alert of midnight, as it runs or made anew from what a store keeps.
  private func engine(afterRestart: Bool, campaign: Campaign = .stopJudol(posts: 1)) -> CampaignEngine {
    var engine = CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
    _ = engine.judged([.promotion("a")], now: midnight)
    guard afterRestart else { return engine }
    return CampaignEngine(campaigns: [campaign], openAlerts: engine.openAlerts, recent: [])
  }

  @Test(arguments: [false, true])
  func `an alert ends a window after the clock was set back, not at the old time`(afterRestart: Bool) throws {
    var engine = engine(afterRestart: afterRestart)
    let now = midnight - day
    #expect(engine.tick(now: now).isEmpty)
    #expect(engine.tick(now: now + 3599).isEmpty)
    let end = engine.tick(now: now + 3600)
    #expect(end.map(\.word) == ["resolved"])
    let alert = try #require(end.first?.alert)
    #expect(alert.startsAt == now && alert.endsAt == now + 3600)
  }

  @Test(arguments: [false, true])
  func `updates and reminders go on`(afterRestart: Bool) {
    var engine = engine(
      afterRestart: afterRestart,
      campaign: .stopJudol(posts: 1, pace: .init(groupWait: 0, repeatInterval: 1200))
    )
    let now = midnight - day
    #expect(engine.judged([.promotion("b")], now: now).map(\.word) == ["join"])
    #expect(engine.tick(now: now + 300).map(\.word) == ["updated"])
    #expect(engine.tick(now: now + 1500).map(\.word) == ["repeated"])
  }

  @Test func `what waits for its first notice waits no longer than it was to`() {
    var engine = engine(afterRestart: false, campaign: .stopJudol(posts: 1, pace: .init(groupWait: 30)))
    #expect(engine.tick(now: midnight - day).isEmpty)
    #expect(engine.tick(now: midnight - day + 30).map(\.word) == ["opened"])
  }

  @Test func `posts from before count beside those from after, and are forgotten a window later`() {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 2)], openAlerts: [], recent: [])
    _ = engine.judged([.promotion("a")], now: midnight)
    var later = engine
    #expect(engine.judged([.promotion("b")], now: midnight - day).map(\.word) == ["open", "opened"])
    #expect(later.tick(now: midnight - day).isEmpty)
    #expect(later.judged([.promotion("b")], now: midnight - day + 3600).isEmpty)
  }

  @Test func `a brand is known from the time it was seen on the new clock`() {
    var engine = engine(afterRestart: false)
    _ = engine.takeChangedBrands()
    _ = engine.tick(now: midnight - day)
    #expect(engine.takeChangedBrands().map(\.lastSeen) == [midnight - day])
  }

  @Test func `adjusting a clock is not setting it`() {
    var engine = engine(afterRestart: false)
    _ = engine.tick(now: midnight - 60)
    #expect(engine.openAlerts.map(\.lastPostAt) == [midnight])
  }
}
