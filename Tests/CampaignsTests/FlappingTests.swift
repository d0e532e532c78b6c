import CampaignFixtures
import Campaigns
import FoundationEssentials
import Testing

/// Groups that come and go, and the time limits of what they hold.
struct FlappingTests {
  /// The notices of posts `gap` seconds apart for two days, engines made anew now and then.
  private func notices(gap: TimeInterval, restarts: Bool) -> [String] {
    let campaigns = [Campaign.stopJudol(posts: 1)]
    var engine = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
    var ended: [Alert] = []
    var words: [String] = []
    for minute in 0..<2880 {
      let now = midnight + Double(minute) * 60
      if restarts, minute % 50 == 0 {
        let recent = ended.filter { $0.endsAt.map { $0 > now - CampaignEngine.flapMemory } ?? false }
        engine = CampaignEngine(campaigns: campaigns, openAlerts: engine.openAlerts, recent: [], ended: recent)
      }
      let isPost = (Double(minute) * 60).truncatingRemainder(dividingBy: gap) == 0
      let actions = isPost ? engine.judged([.promotion("p\(minute)")], now: now) : engine.tick(now: now)
      for case .notify(let alert, let notice) in actions {
        words.append(notice.rawValue)
        if notice == .resolved { ended.append(alert) }
      }
    }
    return words
  }

  @Test(arguments: [false, true])
  func `posts a little more than a window apart become one long alert`(restarts: Bool) {
    let words = notices(gap: 3900, restarts: restarts)
    // Undamped there would be one of each for every one of the 45 posts.
    #expect(words.count { $0 == "resolved" } == 1)
    #expect(words.count { $0 == "opened" } == 2)
  }

  @Test func `what is quiet for a day begins undamped`() {
    let words = notices(gap: 90_000, restarts: false)
    #expect(words == ["opened", "resolved", "opened", "resolved"])
  }

  @Test func `an end by hand is no flap`() throws {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    let first = try #require(engine.judged([.promotion("a")], now: midnight).last?.alert)
    _ = engine.resolve(first.id, now: midnight + 60)
    let second = try #require(engine.judged([.promotion("b")], now: midnight + 120).last?.alert)
    #expect(second.flaps == 0)
    #expect(engine.tick(now: midnight + 120 + 3600).map(\.word) == ["resolved"])
    let third = try #require(engine.judged([.promotion("c")], now: midnight + 8000).last?.alert)
    #expect(third.flaps == 1)
    #expect(engine.tick(now: midnight + 8000 + 3600).isEmpty)
    #expect(engine.tick(now: midnight + 8000 + 7200).map(\.word) == ["resolved"])
  }

  @Test func `an alert takes the shortest time limit of the categories it finds`() throws {
    var campaign = Campaign.stopJudol(posts: 1, groupBy: [.region])
    campaign.categories = ["gambling", "illegal_loan", "drugs"]
    campaign.response.reportWithin = nil
    campaign.reportLimits = ["gambling": 86_400, "illegal_loan": 14_400, "online_fraud": 60]
    var engine = CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
    var alert = try #require(engine.judged([.promotion("a", category: "drugs")], now: midnight).last?.alert)
    #expect(alert.deadline == nil, "no law sets a limit")
    alert = try #require(engine.judged([.promotion("b")], now: midnight + 60).last?.alert)
    #expect(alert.deadline == midnight + 86_400)
    alert = try #require(engine.judged([.promotion("c", category: "illegal_loan")], now: midnight + 900).last?.alert)
    #expect(alert.deadline == midnight + 14_400)
  }
}
