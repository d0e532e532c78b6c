import Foundation
import Testing

/// What the desk does beside a running daemon.
@Suite("ronda alerts", .serialized)
struct AlertsCommandTests {
  @Test(
    "an alert is listed with its wave, acknowledged, ended, and has a history; silences hold; the past can be replayed"
  )
  func desk() async throws {
    let town = try Town()
    defer { town.close() }
    town.say("c1", "makasih banyak situs slot gacor pulau88 hari ini dapat dua juta dari modal receh, link di bio")
    town.say("c2", "makasih banyak situs slot gacor zeus77 hari ini dapat dua juta dari modal receh, link di bio")
    let daemon = try town.start()
    let alert = try #require(await town.alert()).alert
    let list = try town.run(["alerts", "list"])
    #expect(list.output.hasPrefix("\(alert) firing judi category=gambling posts=2"))
    #expect(list.output.contains("wave posts=2 sources=1") && list.output.contains("slot gacor … hari ini"), "\(list)")

    let shown = try town.run(["alerts", "show", String(alert.prefix(8))])
    for part in [
      "server=127.0.0.1 http=200", "ETag: \"2\"", "Content-Type: application/rss+xml", "sha256=", "slot gacor",
    ] { #expect(shown.output.contains(part), "\(shown)") }
    let origin = try town.run(["alerts", "show", alert, "--json"]).objects.first?["origin"] as? [String: Any]
    #expect(origin?["address"] as? String == "127.0.0.1")
    #expect(shown.output.contains(/sha256=[0-9a-f]{64}\n/), "all of it, for whoever checks it")

    #expect(try town.run(["alerts", "ack", String(alert.prefix(8)), "--by", "Ani"]).code == 0)
    let acknowledged = await town.wait {
      (try? town.run(["alerts", "list", "--state", "acknowledged"]).lines.isEmpty) == false
    }
    #expect(acknowledged)
    #expect(try town.run(["alerts", "silence", "campaign", "--for", "1h", "--by", "Ani"]).code == 2)
    let silence = try town.run(["alerts", "silence", "campaign=judi", "--for", "1h", "--by", "Ani"])
    let id = silence.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try town.run(["alerts", "silences"]).output.hasPrefix("\(id) campaign=\"judi\" until="))
    #expect(try town.run(["alerts", "unsilence", id]).code == 0)
    #expect(try town.run(["alerts", "silences"]).output.isEmpty)
    #expect(try town.run(["alerts", "resolve", alert, "--by", "Ani"]).code == 0)
    #expect(await town.wait { (try? town.run(["alerts", "history", alert]).output.contains("resolved")) == true })
    let events = try town.run(["alerts", "history", String(alert.prefix(8))]).lines.map { $0.split(separator: " ")[1] }
    #expect(events == ["open", "opened", "acknowledged", "resolved"])
    #expect(try town.run(["alerts", "history", "zz"]).code == 2)
    #expect(try town.run(["alerts", "ack", alert, "--by", "Ani"]).errors.contains("0 open alerts"))

    #expect(try town.run(["backup", "copy.sqlite"]).code == 0)
    #expect(try town.run(["privacy", "purge", "--texts", "1h"]).code == 0)
    daemon.terminate()
    daemon.waitUntilExit()
    let replay = try town.run(["watch", "--config", "ronda.yaml", "--replay", "2020-01-01T00:00:00Z..2020-01-02"])
    #expect(replay.code == 0 && replay.output.isEmpty)
    let end = (Date() + 7200).formatted(.iso8601)
    let today = (Date() - 3600).formatted(.iso8601)
    let told = try town.run(["watch", "--config", "ronda.yaml", "--replay", "\(today)..\(end)"]).lines
    #expect(told.count == 2, "opened and resolved: \(told)")
    #expect(told.first?.contains("opened judi") == true && told.first?.contains("posts=2") == true)
  }

  @Test("SIGTERM ends it within ten seconds though a receiver does not answer")
  func drain() async throws {
    let town = try Town()
    defer { town.close() }
    town.delay = 15
    town.say("c1", "situs slot gacor, daftar sekarang")
    town.say("c2", "slot gacor maxwin, cek bio")
    let daemon = try town.start()
    #expect(await town.wait { (try? town.log().contains("found=2")) == true })
    // The group wait, the delivery's turn, and then it waits for the answer.
    try await Task.sleep(for: .seconds(4))
    let start = ContinuousClock.now
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
  }
}
