import CampaignFixtures
import Campaigns
import Foundation
import Localization
import Reports
import Testing

/// What a brief says of a week.
struct BriefTests {
  private let period = (midnight - 7 * 86_400)..<midnight
  private let makassar = TimeZone(secondsFromGMT: 8 * 3600)!

  private func category(_ id: String, _ name: String, _ pillars: [String]) -> BriefMaterial.Category {
    BriefMaterial.Category(
      id: id,
      name: LocalizedText(id: name, en: id),
      pillars: pillars,
      message: Brief.Message(
        pillar: pillars[0],
        category: LocalizedText(id: name, en: id),
        text: LocalizedText(id: "Pesan \(id).", en: "Message \(id)."),
        audience: LocalizedText(id: "Pelajar", en: "Students"),
        channels: LocalizedText(id: "Radio", en: "Radio")
      )
    )
  }

  private func material(_ facts: PeriodFacts, before: PeriodFacts = PeriodFacts()) -> BriefMaterial {
    BriefMaterial(
      facts: facts,
      before: before,
      categories: [
        category("gambling", "Judi daring", ["safety", "skills"]),
        category("illegal_loan", "Pinjol ilegal", ["safety"]), category("drugs", "Narkoba", ["ethics"]),
      ],
      sources: 4,
      blind: [],
      keptSince: midnight - 90 * 86_400
    )
  }

  /// A week with a wave, two alerts and hostile words.
  private func busy() -> BriefMaterial {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1, groupBy: [.siteName])], openAlerts: [], recent: [])
    let posts = ["<b>ZEUS88</b>", "A|LFA4D"].enumerated().map { number, site in
      var entry = JudgedEntry.promotion("p\(number)", source: "kanal-\(number)")
      let text = "makasih banyak \(site) hari ini dapat dua juta dari modal receh, wa 0812-3456-7890"
      entry.fingerprint = WaveFingerprint(folded: text.lowercased())
      entry.excerpt = JudgedEntry.excerpt(of: text)
      return entry
    }
    let start = midnight - 2 * 86_400
    var alerts = engine.judged(posts, now: start).map(\.alert)
    alerts = engine.judged([.promotion("q", site: "pulau9x")], now: start + 600).map(\.alert) + alerts
    let taken = engine.acknowledge(alerts.last!.id, Acknowledgement(by: "Ani", at: start + 1800)).map(\.alert)
    let latest = Dictionary((alerts + taken).map { ($0.id, $0) }) { $1 }.values.sorted { $0.startsAt < $1.startsAt }
    let facts = PeriodFacts(
      judged: 12_345,
      harmful: 130,
      review: 9,
      categories: ["gambling": 120, "illegal_loan": 12],
      alerts: Array(latest),
      newBrands: [Brand(name: "zeus88", firstSeen: start, lastSeen: start)],
      events: ["open": 2, "opened": 2, "acknowledged": 1],
      watchedSince: midnight - 60 * 86_400,
      lastJudged: midnight - 60
    )
    return material(facts, before: PeriodFacts(judged: 9000, harmful: 100, categories: ["gambling": 100, "drugs": 1]))
  }

  private func golden(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RONDA_RECORD"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: url, encoding: .utf8)), "RONDA_RECORD=1 writes \(name) anew")
  }

  @Test func `golden brief for the desk in Indonesian`() throws {
    let brief = Brief(for: .desk, period: period, busy())
    try golden("desk.md", BriefWriter(.id, timeZone: makassar).markdown(brief))
  }

  @Test func `golden brief for the leadership in English`() throws {
    let brief = Brief(for: .leadership, period: period, busy())
    try golden("leadership.md", BriefWriter(.en, timeZone: makassar).markdown(brief))
  }

  @Test func `golden figures`() throws {
    let brief = Brief(for: .desk, period: period, busy())
    try golden("desk.json", String(decoding: try brief.json(), as: UTF8.self) + "\n")
  }

  @Test func `the page needs nothing else, and what strangers wrote is no markup`() throws {
    let html = BriefWriter(.id, timeZone: makassar).html(Brief(for: .desk, period: period, busy()))
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("@media print"))
    #expect(html.firstMatch(of: /(src|href)=/) == nil && !html.contains("<script") && !html.contains("url("))
    #expect(html.contains("&lt;b&gt;") && !html.contains("<b>ZEUS88"))
    #expect(html.contains("••••-••••-•890") && !html.contains("0812-3456-7890"))
    #expect(html.contains("12.345") && html.contains("+20 (+20 %)"))
    #expect(!html.contains("Ani"), "staff are not named either")
    #expect(!html.contains("{{"))
  }

  @Test func `the leadership gets neither names of sites nor single alerts`() {
    let brief = Brief(for: .leadership, period: period, busy())
    #expect(brief.newBrands.isEmpty && brief.work.open.isEmpty)
    #expect(brief.categories.count == 3 && brief.messages.count == 2)
  }

  @Test func `it says why it is empty`() {
    func remarks(_ change: (inout BriefMaterial) -> Void) -> String {
      var material = material(PeriodFacts(judged: 10, watchedSince: .distantPast, lastJudged: midnight - 60))
      change(&material)
      let brief = Brief(for: .desk, period: period, material)
      return BriefWriter(.id, timeZone: makassar).markdown(brief)
    }
    #expect(remarks { _ in }.contains("tidak ada yang berbahaya"))
    #expect(remarks { $0.facts = PeriodFacts() }.contains("belum ada satu kiriman pun yang dinilai"))
    let stopped = remarks { $0.facts = PeriodFacts(watchedSince: .distantPast, lastJudged: midnight - 8 * 86_400) }
    #expect(stopped.contains("Penilaian terakhir 16 November 2026 08.00"))
    let blind = remarks {
      $0.facts = PeriodFacts(watchedSince: .distantPast, lastJudged: midnight - 8 * 86_400)
      $0.blind = [
        BlindSource(
          id: "forum",
          lastSuccess: midnight - 86_400,
          reason: "the server refuses us (HTTP 403)",
          code: "blocked"
        ),
        BlindSource(id: "kanal", lastSuccess: nil, reason: "as the log has it", code: "of_another_kind"),
      ]
    }
    #expect(blind.contains("2 dari 4 sumber tidak terbaca"))
    #expect(
      blind.contains(
        "forum (sejak 23 November 2026 08.00: server menolak kami); kanal (belum pernah terbaca: as the log has it)"
      )
    )
    let young = remarks { $0.facts = PeriodFacts(judged: 1, harmful: 1, watchedSince: midnight - 3 * 86_400) }
    #expect(young.contains("Pekan lalu tidak lengkap") && !young.contains("tidak ada yang berbahaya"))
    #expect(remarks { $0.keptSince = midnight - 10 * 86_400 }.contains("masa simpan"))
  }

  @Test func `a small number carries no percentage`() {
    let trends = Brief(for: .desk, period: period, busy()).categories
    #expect(trends.map(\.id) == ["gambling", "illegal_loan", "drugs"])
    let text = BriefWriter(.en, timeZone: makassar).markdown(Brief(for: .desk, period: period, busy()))
    #expect(text.contains("| gambling | 120 | 100 | +20 (+20 %) |"))
    #expect(text.contains("| drugs | 0 | 1 | −1 |"))
  }
}
