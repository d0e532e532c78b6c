import Campaigns
import Foundation
import GRDB
import HarmClassifier

/// How many posts of a source were judged alike.
public struct PostCount: Sendable, Hashable {
  /// The source's id.
  public var source: String
  /// The verdict.
  public var decision: Verdict.Decision
  /// How many.
  public var posts: Int

  /// Creates a count.
  public init(source: String, decision: Verdict.Decision, posts: Int) {
    self.source = source
    self.decision = decision
    self.posts = posts
  }
}

extension Store {
  /// Those of `keys` that have not been judged yet: what is worth classifying.
  public func unjudged(_ keys: [EntryKey]) async throws(StorageError) -> Set<EntryKey> {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT 1 FROM entries WHERE source = ? AND identity = ? AND version = ?"
      )
      let unknown = try keys.filter { key in
        try Int.fetchOne(statement, arguments: [key.source, key.identity, key.version]) == nil
      }
      return Set(unknown)
    }
  }

  /// The latest alerts, newest first; of one state, or of both when `state` is nil.
  public func alerts(state: Alert.State? = nil, limit: Int) async throws(StorageError) -> [Alert] {
    try await read { db in try Self.alerts(in: db, state: state, limit: limit) }
  }

  static func alerts(in db: Database, state: Alert.State?, limit: Int) throws -> [Alert] {
    try String.fetchAll(
      db,
      sql: "SELECT document FROM alerts WHERE ? IS NULL OR state = ? ORDER BY starts_at DESC, id LIMIT ?",
      arguments: [state?.rawValue, state?.rawValue, limit]
    ).map { try Document.decode($0) }
  }

  /// The alerts that ended since `start`.
  static func ended(in db: Database, since start: Date) throws -> [Alert] {
    try String.fetchAll(
      db,
      sql: "SELECT document FROM alerts WHERE state = 'resolved' AND ends_at > ? ORDER BY ends_at, id",
      arguments: [start.milliseconds]
    ).map { try Document.decode($0) }
  }

  static func openAlerts(in db: Database) throws -> [Alert] {
    try String.fetchAll(db, sql: "SELECT document FROM alerts WHERE state <> 'resolved' ORDER BY starts_at DESC, id")
      .map { try Document.decode($0) }
  }

  /// The entries that belong to an alert, the oldest first.
  public func entries(of alert: Alert) async throws(StorageError) -> [EntryKey] {
    try await read { db in
      let sql =
        "SELECT source, identity, version FROM entries JOIN alert_entries ON entry = id WHERE alert = ? ORDER BY id"
      return try Row.fetchAll(db, sql: sql, arguments: [alert.id]).map {
        EntryKey(source: $0["source"], identity: $0["identity"], version: $0["version"])
      }
    }
  }

  /// How many posts were judged how since `start`, by source and decision.
  public func postCounts(since start: Date) async throws(StorageError) -> [PostCount] {
    try await read { db in
      let sql = """
        SELECT source, decision, COUNT(*) AS posts FROM entries JOIN verdicts ON entry = id
        WHERE seen_at >= ? GROUP BY source, decision ORDER BY source, decision
        """
      return try Row.fetchAll(db, sql: sql, arguments: [start.milliseconds]).map { row in
        PostCount(source: row["source"], decision: try row.value("decision"), posts: row["posts"])
      }
    }
  }
}
