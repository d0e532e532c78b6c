import CampaignFixtures
import Campaigns
import Foundation
import Testing

@testable import Storage
@testable import Watch

/// When briefs are due, and that each is sent once.
struct BriefDeskTests {
  private let makassar = TimeZone(identifier: "Asia/Makassar")!

  /// Mondays at seven in Makassar, 23:00 UTC on Sundays.
  private var schedule: WeeklySchedule { WeeklySchedule(weekday: .monday, hour: 7, minute: 0, timeZone: makassar) }

  @Test(arguments: [(0.0, -90_000.0), (514_799, -90_000), (514_800, 514_800), (514_801, 514_800), (700_000, 514_800)])
  func `the latest due time`(offset: Double, due: Double) {
    // `midnight` is a Tuesday.
    #expect(schedule.latest(before: midnight + offset) == midnight + due)
  }

  @Test func `a week is seven days of the calendar`() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    let schedule = WeeklySchedule(weekday: .monday, hour: 7, minute: 0, timeZone: zone)
    let due = try Date("2026-10-26T06:00:00Z", strategy: .iso8601)
    #expect(schedule.latest(before: due) == due)
    // The clocks went back in that week, so it has 169 hours.
    let week = schedule.week(before: due)
    #expect(week.upperBound == due - 7 * 3600 && week.lowerBound == week.upperBound - 169 * 3600)
  }

  @Test func `each brief goes out once, whatever happens in between, and a new one does not begin with the past`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ronda-brief-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let yaml = """
      contact: https://desk.example
      sources: [{id: forum, url: https://forum.example/feed}]
      campaigns: [{name: judi, categories: [gambling], message: {id: Pesan kami., en: Our message.}}]
      receivers: [{name: arsip, type: file, path: a}, {name: umpan, type: atom, path: b}]
      briefs: [{name: meja, weekday: monday, at: "07:00", time_zone: Asia/Makassar, receivers: [arsip, umpan]}]
      """
    let path = folder.appending(path: "ronda.yaml").path
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    let configuration = try WatchConfiguration(path: path) { $0 ?? ConfigurationTests.root + "/lexicons" }
    let store = try Store(path: folder.appending(path: "ronda.sqlite").path)
    let ledger = try await Ledger(
      store: store,
      campaigns: configuration.campaigns,
      routing: Routing(receivers: [], externalURL: ""),
      now: midnight
    )
    try await ledger.commit(
      Batch(posts: (0..<3).map { Post(entry: .promotion("p\($0)"), text: "makasih") }),
      now: midnight + 3600
    )
    var sent: [OutboxMessage] = []
    for hour in 0..<(15 * 24) {
      let now = midnight + Double(hour) * 3600
      // A desk of its own every time, as after a restart.
      try await BriefDesk(store: store, configuration: configuration).enqueueDue(now: now)
      sent += try await store.claimDue(now: now, limit: 10, lease: 1e9)
    }
    #expect(
      sent.map(\.id).sorted() == [
        "brief-meja-2026-11-30", "brief-meja-2026-11-30", "brief-meja-2026-12-07", "brief-meja-2026-12-07",
      ]
    )
    let body = try #require(try JSONSerialization.jsonObject(with: sent[0].payload) as? [String: Any])
    #expect(body["type"] as? String == "brief" && body["name"] as? String == "meja")
    #expect((body["subject"] as? String)?.hasPrefix("Ringkasan mingguan untuk meja kampanye, 23 November 2026") == true)
    let text = try #require(body["text"] as? String)
    #expect(text.contains("Promosi judi daring | 3 | – | –") && text.contains("Pesan kami."))
    #expect(text.contains("forum (belum pernah terbaca"))
    let later = try #require(try JSONSerialization.jsonObject(with: sent[3].payload) as? [String: Any])
    #expect((later["text"] as? String)?.contains("Kosong: tidak ada kiriman yang dinilai") == true)
  }
}
