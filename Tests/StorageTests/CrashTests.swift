import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import Storage
import Testing

/// Kills the process (SIGKILL) at random moments while it commits, and looks at what is left.
@Suite(.serialized) struct CrashTests {
  @Test func `kill -9 loses nothing acknowledged and parts nothing`() async throws {
    let place = try Workplace()
    var random = SeededGenerator(seed: 20_261_124)
    for round in 0..<10 {
      let path = place.database
      let delay = UInt32.random(in: 1000...120_000, using: &random)
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [path = path as String, round = round as Int, delay = delay as UInt32] in
        try await CrashingWriter(path: path, round: round).run(killedAfter: delay)
      }
      try await check(place)
    }
    #expect(try place.count("SELECT COUNT(*) FROM alerts") > 0)
  }

  private func check(_ place: Workplace) async throws {
    _ = try Store(path: place.database)
    let acknowledged = try String(contentsOfFile: place.database + ".acknowledged", encoding: .utf8)
    let stored = try place.inspect { db in try Set(String.fetchAll(db, sql: "SELECT identity FROM entries")) }
    #expect(Set(acknowledged.split(separator: "\n").map(String.init)).isSubset(of: stored))
    #expect(
      try place.count("SELECT COUNT(*) FROM entries WHERE id NOT IN (SELECT entry FROM verdicts)") == 0,
      "an entry without verdict"
    )
    let alerts = try await Store(path: place.database).alerts(limit: .max)
    for alert in alerts {
      let messages = "SELECT COUNT(*) FROM outbox WHERE alert = '\(alert.id)'"
      #expect(try place.count(messages) == alert.notices * 2)
      #expect(try place.count("SELECT COUNT(*) FROM alert_entries WHERE alert = '\(alert.id)'") == alert.posts)
    }
    #expect(try place.count("SELECT COUNT(*) FROM outbox WHERE alert NOT IN (SELECT id FROM alerts)") == 0)
    #expect(try place.inspect { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") } == "ok")
  }
}

/// Commits as fast as it can and notes each acknowledged entry, until it is killed.
struct CrashingWriter {
  let path: String
  let round: Int

  func run(killedAfter microseconds: UInt32) async throws {
    let store = try Store(path: path)
    let start = midnight + Double(round) * 100_000
    let campaigns = [Campaign.stopJudol(posts: 3, pace: .init(groupWait: 0, groupInterval: 120, repeatInterval: 600))]
    let ledger = try await Ledger(store: store, campaigns: campaigns, routing: .two, now: start)
    let log = open(path + ".acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    Thread.detachNewThread {
      usleep(microseconds)
      kill(getpid(), SIGKILL)
    }
    for step in 0... {
      let posts = (0..<5).map { Post.promotion("\(round)-\(step)-\($0)") }
      // Every tenth step comes after a pause, so that alerts end and begin.
      let now = start + Double(step * 30 + step / 10 * 4000)
      try await ledger.commit(Batch(posts: posts), now: now)
      let lines = posts.map { $0.entry.key.identity + "\n" }.joined()
      _ = lines.withCString { write(log, $0, strlen($0)) }
    }
  }
}
