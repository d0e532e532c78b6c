import Campaigns
import Foundation
import GRDB

/// What the desk asks of the watch. It waits in the store until the watch takes it up, within a second or two; so it
/// may come from another process.
public enum Order: Sendable, Hashable {
  /// Take charge of an alert.
  case acknowledge(alert: String, by: String, note: String)
  /// End an alert by hand.
  case resolve(alert: String, by: String)
}

/// One line of an alert's history.
public struct AlertEvent: Sendable, Hashable {
  /// When.
  public var at: Date
  /// What: `open`, a notice, or a change.
  public var event: String
  /// Who or why; may be empty.
  public var detail: String
}

extension Store {
  /// Asks for something; the watch does it with its next commit.
  public func submit(_ order: Order, now: Date) async throws(StorageError) {
    let (kind, alert, by, note) =
      switch order {
      case .acknowledge(let alert, let by, let note): ("acknowledge", alert, by, note)
      case .resolve(let alert, let by): ("resolve", alert, by, "")
      }
    try await write { db in
      try db.execute(
        sql: "INSERT INTO orders (at, kind, alert, by, note) VALUES (?, ?, ?, ?, ?)",
        arguments: [now.milliseconds, kind, alert, by, note]
      )
    }
  }

  static func takeOrders(in db: Database) throws -> [Order] {
    let rows = try Row.fetchAll(db, sql: "DELETE FROM orders RETURNING *").sorted {
      ($0["id"] as Int64) < ($1["id"] as Int64)
    }
    return rows.map { row in
      row["kind"] == "resolve"
        ? .resolve(alert: row["alert"], by: row["by"])
        : .acknowledge(alert: row["alert"], by: row["by"], note: row["note"])
    }
  }

  /// Writes a silence; one with the same id is replaced. End it early by writing it with an earlier end.
  public func save(_ silence: Silence) async throws(StorageError) {
    try await write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO silences (id, ends_at, document) VALUES (?, ?, ?)",
        arguments: [silence.id, silence.endsAt.milliseconds, try Document.encode(silence)]
      )
    }
  }

  /// The silences that have not ended at `now`, the first to end first.
  public func silences(now: Date) async throws(StorageError) -> [Silence] {
    try await read { db in try Self.silences(in: db, now: now) }
  }

  static func silences(in db: Database, now: Date) throws -> [Silence] {
    try String.fetchAll(
      db,
      sql: "SELECT document FROM silences WHERE ends_at > ? ORDER BY ends_at, id",
      arguments: [now.milliseconds]
    ).map { try Document.decode($0) }
  }

  /// What happened to an alert, the oldest first.
  public func history(of alert: String) async throws(StorageError) -> [AlertEvent] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM alert_history WHERE alert = ? ORDER BY id", arguments: [alert]).map {
        AlertEvent(at: Date(milliseconds: $0["at"]), event: $0["event"], detail: $0["detail"])
      }
    }
  }

  /// All names of sites seen so far.
  public func brands() async throws(StorageError) -> [Brand] { try await read { db in try Self.brands(in: db) } }

  static func brands(in db: Database) throws -> [Brand] {
    try Row.fetchAll(db, sql: "SELECT * FROM brands ORDER BY name").map { row in
      Brand(
        name: row["name"],
        firstSeen: Date(milliseconds: row["first_seen"]),
        lastSeen: Date(milliseconds: row["last_seen"]),
        quietFrom: (row["quiet_from"] as Int64?).map(Date.init(milliseconds:)),
        returnedAt: (row["returned_at"] as Int64?).map(Date.init(milliseconds:))
      )
    }
  }

  static func upsert(_ brand: Brand, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO brands VALUES (?, ?, ?, ?, ?)").execute(arguments: [
      brand.name, brand.firstSeen.milliseconds, brand.lastSeen.milliseconds, brand.quietFrom?.milliseconds,
      brand.returnedAt?.milliseconds,
    ])
  }
}
