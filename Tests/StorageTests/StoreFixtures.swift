import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import HarmClassifier
import Storage

/// A directory that goes away with the test.
final class Workplace: Sendable {
  let directory: String
  var database: String { directory + "/ronda.sqlite" }

  init() throws {
    directory = NSTemporaryDirectory() + "ronda-storage-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// A second connection, to look behind the store's public surface.
  func inspect<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: database)
    return try queue.writeWithoutTransaction(body)
  }

  func count(_ sql: String) throws -> Int {
    try inspect { db in try Int.fetchOne(db, sql: sql) ?? 0 }
  }

  /// Everything in the store's tables, for comparing before and after.
  func dump() throws -> [String] {
    let tables = [
      "sources", "entries", "verdicts", "verdict_categories", "evidence", "indicators", "alerts", "alert_entries",
      "outbox", "deliveries", "disabled_receivers", "brands", "silences", "orders", "alert_history", "briefs",
      "pseudonym_key", "origins",
    ]
    return try inspect { db in
      try tables.flatMap { table in try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" } }
    }
  }

  /// All bytes on the disk: the database and SQLite's files beside it.
  func bytes() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: directory).filter { !$0.hasSuffix(".key") }
      .reduce(into: Data()) { $0 += try Data(contentsOf: URL(fileURLWithPath: directory + "/" + $1)) }
  }
}

extension Routing {
  static let two = Routing(receivers: ["desk", "file"], externalURL: "https://ronda.example")
}

extension Post {
  static func promotion(_ identity: String, source: String = "forum", version: String = "1") -> Post {
    Post(
      entry: .promotion(identity, source: source, version: version),
      text: "makasih PULAUWIN77, hubungi wa 0812-3456-7890",
      author: "Budi Santoso",
      publishedAt: midnight - 60
    )
  }

  static func harmless(_ identity: String) -> Post {
    let key = EntryKey(source: "forum", identity: identity, version: "1")
    return Post(entry: JudgedEntry(key: key, verdict: .clean), text: "pasar murah hari minggu")
  }
}
