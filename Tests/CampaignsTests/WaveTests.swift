import CampaignFixtures
import Campaigns
import Foundation
import Testing

/// Paste-and-change spam: one wave, however the name changes.
struct WaveTests {
  private func post(_ identity: String, _ text: String, source: String) -> JudgedEntry {
    var entry = JudgedEntry.promotion(identity, source: source)
    entry.fingerprint = WaveFingerprint(folded: text.lowercased())
    entry.excerpt = JudgedEntry.excerpt(of: text)
    return entry
  }

  private let sites = ["ZEUS88", "ALFA4D", "PULAU77", "MAHJONG5", "RATU303", "KODE4D", "LUXURY12", "BINTANG9"]

  private func wave(_ count: Int) -> [JudgedEntry] {
    (0..<count).map { number in
      let text =
        "makasih banyak \(sites[number % sites.count]) hari ini dapat dua juta dari modal receh, coba saja sendiri"
      return post("w\(number)", text, source: "kanal-\(number % 17)")
    }
  }

  @Test func `an alert tells of one wave, its posts, sources, beginning and varying part`() throws {
    let campaign = Campaign.stopJudol(posts: 1)
    var engine = CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
    let other = post(
      "o",
      "jual beli akun slot murah meriah terpercaya sejak dulu kala, hubungi admin segera ya",
      source: "forum"
    )
    let alert = try #require(engine.judged(wave(342) + [other], now: midnight).last?.alert)
    #expect(alert.posts == 343)
    let found = try #require(alert.tellingWaves.first)
    #expect(alert.tellingWaves.count == 1)
    #expect(found.posts == 342 && found.sources.count == 17 && found.since == midnight)
    #expect(found.template == "makasih banyak … hari ini dapat dua juta dari modal receh, coba saja sendiri")
    #expect(Set(found.variants) == Set(sites))
  }

  @Test func `grouped by wave, each wave is one alert over all sources and restarts`() throws {
    let campaign = Campaign.stopJudol(posts: 2, groupBy: [.wave])
    var engine = CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
    let posts = engine.joinWaves(wave(20), now: midnight)
    #expect(Set(posts.map(\.wave)).count == 1)
    #expect(engine.judged(posts, now: midnight).map(\.word) == ["open", "opened"])
    let seen = posts.map { SeenEntry(entry: $0, seenAt: midnight, countedIn: [engine.openAlerts[0].groupKey]) }
    var restarted = CampaignEngine(campaigns: [campaign], openAlerts: engine.openAlerts, recent: seen)
    let late = post(
      "late",
      "makasih banyak SULTAN7 hari ini dapat dua juta dari modal receh, coba saja sendiri",
      source: "z"
    )
    #expect(restarted.joinWaves([late], now: midnight + 60)[0].wave == posts[0].wave)
    #expect(restarted.judged([late], now: midnight + 60).map(\.word) == ["join"])
  }

  @Test func `numbers in what is shown are masked, short posts have no wave`() {
    #expect(JudgedEntry.excerpt(of: "hubungi\n 0812-3456-7890  ya") == "hubungi ••••-••••-•890 ya")
    #expect(WaveFingerprint(folded: "gacor bos") == nil)
    let print = WaveFingerprint(folded: "makasih banyak hari ini dapat dua juta")
    #expect(print != nil && WaveFingerprint(data: print!.data) == print)
  }
}
