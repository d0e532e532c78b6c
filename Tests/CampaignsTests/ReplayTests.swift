import CampaignFixtures
import Campaigns
import FoundationEssentials
import Testing

/// Random waves of posts, played twice, and played with a restart after every step.
struct ReplayTests {
  private let campaigns: [Campaign] = {
    var wide = Campaign.stopJudol(posts: 2, groupBy: [.siteName], pace: .init(groupWait: 120, repeatInterval: 2000))
    wide.name = "by-site"
    return [.stopJudol(posts: 4), wide]
  }()

  /// Steps of some minutes with none to three posts each, some of them edits of earlier ones.
  private func wave(seed: UInt64) -> [(now: Date, entries: [JudgedEntry])] {
    var random = SeededGenerator(seed: seed)
    var now = midnight
    return (0..<120).map { step in
      now += TimeInterval(Int.random(in: 1...1500, using: &random))
      let entries = (0..<Int.random(in: 0...3, using: &random)).map { number in
        let isEdit = Int.random(in: 0..<5, using: &random) == 0
        return JudgedEntry.promotion(
          isEdit ? "0-0" : "\(step)-\(number)",
          source: ["forum", "video"].randomElement(using: &random) ?? "forum",
          version: "\(step).\(number)",
          site: ["zeus88", "alfa4d", "pulau77"].randomElement(using: &random) ?? "zeus88"
        )
      }
      return (now, entries)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the same events give the same actions`(seed: UInt64) {
    func play() -> [AlertAction] {
      var engine = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
      return wave(seed: seed).flatMap { engine.judged($0.entries, now: $0.now) }
    }
    let actions = play()
    #expect(actions == play())
    #expect(actions.contains { $0.word == "resolved" })
    #expect(actions.contains { $0.word == "updated" })
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a restart after every step changes nothing`(seed: UInt64) {
    var steady = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
    var restarted = steady
    var seen: [SeenEntry] = []
    var ended: [Alert] = []
    for (now, entries) in wave(seed: seed) {
      let actions = restarted.judged(entries, now: now)
      #expect(actions == steady.judged(entries, now: now))
      seen += entries.map { SeenEntry(entry: $0, seenAt: now) }
      for case .open(let alert, let keys) in actions { Self.count(keys, in: alert, &seen) }
      for case .join(let alert, let keys) in actions { Self.count(keys, in: alert, &seen) }
      ended += actions.map(\.alert).filter { $0.state == .resolved }
      let start = now - CampaignEngine.longestMemory(of: campaigns)
      restarted = CampaignEngine(
        campaigns: campaigns,
        openAlerts: restarted.openAlerts,
        recent: seen.filter { $0.seenAt > start },
        ended: ended.filter { $0.endsAt.map { $0 > now - CampaignEngine.flapMemory } ?? false }
      )
    }
  }

  private static func count(_ keys: [EntryKey], in alert: Alert, _ seen: inout [SeenEntry]) {
    for index in seen.indices where keys.contains(seen[index].entry.key) {
      seen[index].countedIn.insert(alert.groupKey)
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `ids of notices are never used twice`(seed: UInt64) {
    var engine = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
    var ids: Set<String> = []
    for (now, entries) in wave(seed: seed) {
      for case .notify(let alert, _) in engine.judged(entries, now: now) {
        #expect(ids.insert("\(alert.id)-\(alert.notices)").inserted)
      }
    }
    #expect(!ids.isEmpty)
  }
}
