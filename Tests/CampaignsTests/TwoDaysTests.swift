import CampaignFixtures
import Campaigns
import FoundationEssentials
import Testing

/// Forty-eight hours of three thousand sources on a clock of its own, with waves planted among everyday posts.
struct TwoDaysTests {
  private static let minutes = 48 * 60
  private static let waves = 12
  private static let words = [
    "makasih", "modal", "receh", "cuan", "hari", "ini", "pasti", "jadi", "coba", "buktikan", "sendiri", "teman",
    "rumah",
    "malam", "gampang", "masuk", "daftar", "segera", "hadiah", "puluhan", "juta", "rupiah", "langsung", "cair",
  ]

  private struct Simulation {
    var byMinute: [Int: [JudgedEntry]] = [:]
    var starts: [String: Int] = [:]
  }

  private func promotion(_ identity: String, _ text: String, source: Int, site: String) -> JudgedEntry {
    var entry = JudgedEntry.promotion(identity, source: "source-\(source)", site: site)
    entry.fingerprint = WaveFingerprint(folded: text)
    entry.excerpt = text
    return entry
  }

  private func simulate(seed: UInt64) -> Simulation {
    var random = SeededGenerator(seed: seed)
    var simulation = Simulation()
    func text(_ random: inout SeededGenerator) -> [String] {
      (0..<14).map { _ in Self.words.randomElement(using: &random) ?? "" }
    }
    for number in 0..<24_000 {
      let key = EntryKey(source: "source-\(number % 3000)", identity: "b\(number)", version: "1")
      let minute = Int.random(in: 0..<Self.minutes, using: &random)
      simulation.byMinute[minute, default: []].append(JudgedEntry(key: key, verdict: .clean))
    }
    // Single promotions, each in its own words: no wave.
    for number in 0..<60 {
      let minute = Int.random(in: 0..<Self.minutes, using: &random)
      let post = promotion(
        "s\(number)",
        text(&random).joined(separator: " "),
        source: .random(in: 0..<3000, using: &random),
        site: "zeus88"
      )
      simulation.byMinute[minute, default: []].append(post)
    }
    for wave in 0..<Self.waves {
      let template = text(&random)
      let start = Int.random(in: 60..<Self.minutes - 300, using: &random)
      simulation.starts["w\(wave)"] = start
      for number in 0..<Int.random(in: 20...60, using: &random) {
        var words = template
        words[3] = "pulau\(Int.random(in: 10...99, using: &random))"
        let post = promotion(
          "w\(wave)-\(number)",
          words.joined(separator: " "),
          source: .random(in: 0..<3000, using: &random),
          site: words[3]
        )
        simulation.byMinute[start + number % 30, default: []].append(post)
      }
    }
    return simulation
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `each planted wave is one alert, at most one notice a repeat interval, nothing else`(seed: UInt64) {
    let simulation = simulate(seed: seed)
    var campaign = Campaign.stopJudol(
      posts: 10,
      groupBy: [.wave],
      pace: .init(groupWait: 300, groupInterval: 4 * 3600, repeatInterval: 4 * 3600)
    )
    campaign.trigger.window = 2 * 3600
    var engine = CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
    var entries: [String: [EntryKey]] = [:]
    var spoken: [String: [Date]] = [:]
    for minute in 0..<Self.minutes + 300 {
      let now = midnight + Double(minute * 60)
      for action in engine.judged(simulation.byMinute[minute] ?? [], now: now) {
        switch action {
        case .open(let alert, let keys), .join(let alert, let keys): entries[alert.id, default: []] += keys
        case .notify(let alert, let notice) where notice != .resolved: spoken[alert.id, default: []].append(now)
        case .notify, .change: break
        }
      }
    }
    #expect(entries.count == Self.waves)
    for keys in entries.values {
      #expect(Set(keys.map { $0.identity.prefix { $0 != "-" } }).count == 1, "one alert, one wave")
    }
    let planted = Set(simulation.byMinute.values.joined().map(\.key.identity).filter { $0.hasPrefix("w") })
    #expect(Set(entries.values.joined().map(\.identity)) == planted, "all found")
    for times in spoken.values {
      #expect(zip(times, times.dropFirst()).allSatisfy { $1.timeIntervalSince($0) >= 4 * 3600 })
    }
  }
}
