import CampaignFixtures
import Campaigns
import Feeds
import Foundation
import Localization
import Notifications
import Testing

/// The feed of alerts, read back by our own reader of feeds.
struct AtomTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "ronda-atom-\(UUID().uuidString)")
  private var path: String { folder.appending(path: "alerts.atom").path }

  private func receiver(entries: Int = 100) throws -> AtomReceiver {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return AtomReceiver(
      name: "umpan",
      path: path,
      externalURL: "https://ronda.example",
      entries: entries,
      language: .id,
      timeZone: makassar,
      lexicon: LexiconWords(
        categories: ["gambling": LocalizedText(id: "Promosi judi daring", en: "Online gambling promotion")]
      )
    )
  }

  private func feed() throws -> Feed {
    try FeedParser.parse(Array(Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test func `an alert is one entry, brought up to date by each notice`() async throws {
    let receiver = try receiver()
    defer { try? FileManager.default.removeItem(at: folder) }
    let hostile = "]]> <b>slot</b> & gacor \u{1}\u{FFFE} maxwin hari ini"
    for resolved in [false, true, true] {
      let message = try notice([hostile, hostile + " lagi"], resolved: resolved)
      #expect(await receiver.deliver(message, now: midnight + 3600) == .delivered)
    }
    let feed = try feed()
    #expect(feed.title == "Peringatan Ronda")
    #expect(feed.entries.count == 1)
    let entry = try #require(feed.entries.first)
    #expect(entry.title == "Selesai [tinggi] stop-judol · Promosi judi daring")
    #expect(entry.link?.hasPrefix("https://ronda.example/alerts/") == true)
    let document = try String(contentsOfFile: path, encoding: .utf8)
    #expect(document.contains("<updated>2026-11-24T01:00:00Z</updated>"))
    #expect(document.contains("<category term=\"gambling\" label=\"Promosi judi daring\"/>"))
  }

  @Test func `it keeps the newest entries, also of briefs, over a restart`() async throws {
    _ = try receiver()
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 0..<7 {
      var campaign = Campaign.stopJudol(posts: 1)
      campaign.name = "kampanye-\(number)"
      #expect(await (try receiver(entries: 5)).deliver(try notice(campaign: campaign), now: midnight) == .delivered)
    }
    #expect(await (try receiver(entries: 5)).deliver(try brief(), now: midnight) == .delivered)
    let titles = try feed().entries.map { $0.title ?? "" }
    #expect(titles.count == 5)
    #expect(titles[0] == "Ringkasan mingguan" && titles[1].contains("kampanye-6") && titles[4].contains("kampanye-3"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["alerts.atom"])
  }

  @Test func `somebody else's file is left alone`() async throws {
    let receiver = try receiver()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "<html>mine</html>".write(toFile: path, atomically: true, encoding: .utf8)
    guard case .failed(let reason, _) = await receiver.deliver(try notice(), now: midnight) else {
      Issue.record("it was written over")
      return
    }
    #expect(reason.contains("another file"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "<html>mine</html>")
  }
}
