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

  /// The definition, letter by letter.
  private func minima(_ text: String) -> [UInt32] {
    func mix(_ value: UInt64) -> UInt64 {
      var mixed = value &+ 0x9e37_79b9_7f4a_7c15
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
    func finish(_ value: UInt32) -> UInt32 {
      var mixed = value
      mixed = (mixed ^ (mixed >> 16)) &* 0x85eb_ca6b
      mixed = (mixed ^ (mixed >> 13)) &* 0xc2b2_ae35
      return mixed ^ (mixed >> 16)
    }
    let letters = text.utf8.prefix(4000).filter { $0 > 0x20 }
    let bases = (0...letters.count - 4).map { start in
      mix(letters[start..<start + 4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
    return (0..<64).map { (place: UInt32) in
      bases.map { finish(UInt32(truncatingIfNeeded: $0) &+ place &* (UInt32($0 >> 32) | 1)) }.min() ?? 0
    }
  }

  @Test func `fingerprints are those of their definition, which stores keep`() throws {
    let letters = Array("abcdéf0ghi 9jklm")
    for length in [20, 40, 333, 3999, 4000, 4100, 9000] {
      let text = String((0..<length).map { letters[($0 * $0 + length) % letters.count] })
      let bytes = minima(text).flatMap { value in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
      }
      #expect(try #require(WaveFingerprint(folded: text)).data == Data(bytes))
    }
    #expect(WaveFingerprint(folded: "abcdefghijklmn") == nil && WaveFingerprint(folded: "abcdefghijklmno") != nil)
  }

  @Test func `numbers in what is shown are masked, short posts have no wave`() {
    #expect(JudgedEntry.excerpt(of: "hubungi\n 0812-3456-7890  ya") == "hubungi ••••-••••-•890 ya")
    #expect(WaveFingerprint(folded: "gacor bos") == nil)
    let print = WaveFingerprint(folded: "makasih banyak hari ini dapat dua juta")
    #expect(print != nil && WaveFingerprint(data: print!.data) == print)
  }
}
