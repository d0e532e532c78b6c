import Campaigns
import Foundation
import GRDB
import HarmClassifier

/// How many posts of a day had one decision and one most likely category.
public struct DayCount: Sendable, Hashable {
  /// The day's beginning, UTC.
  public var day: Date
  /// The category's id; empty when none was found.
  public var category: String
  /// The verdict.
  public var decision: Verdict.Decision
  /// How many.
  public var posts: Int
}

/// Something that posts of a time point at.
public struct IndicatorCount: Sendable, Hashable, Codable {
  /// The kind of indicator.
  public var type: String
  /// The value; of numbers only the last digits.
  public var value: String
  /// In how many posts.
  public var posts: Int
  /// In how many sources.
  public var sources: Int
  /// When it was seen last.
  public var last: Date
}

/// How full the store's queues are.
public struct StoreGauges: Sendable {
  /// Messages of one receiver in one state.
  public var outbox: [(receiver: String, state: String, messages: Int)]
  /// Since when the longest waiting message has been due.
  public var oldestDue: Date?
  /// Receivers that asked for no more messages.
  public var disabledReceivers: Int
  /// Orders not taken up.
  public var orders: Int
  /// Alerts by state.
  public var alerts: [Alert.State: Int]
  /// Silences that hold.
  public var silences: Int
}

extension Store {
  /// Posts by day, category and decision from the day of `start` on. Stays when the verdicts are purged.
  public func dayCounts(since start: Date) async throws(StorageError) -> [DayCount] {
    try await read { db in
      let sql = "SELECT * FROM verdict_days WHERE day >= ? ORDER BY day, category, decision"
      return try Row.fetchAll(db, sql: sql, arguments: [start.milliseconds / Self.day]).map { row in
        DayCount(
          day: Date(milliseconds: (row["day"] as Int64) * Self.day),
          category: row["category"],
          decision: try row.value("decision"),
          posts: row["posts"]
        )
      }
    }
  }

  private static let day: Int64 = 86_400_000

  /// Posts by category and decision since the store began; `day` is that beginning.
  public func verdictTotals() async throws(StorageError) -> [DayCount] {
    try await read { db in
      let sql = """
        SELECT category, decision, SUM(posts) AS posts, MIN(day) AS day FROM verdict_days
        GROUP BY category, decision ORDER BY category, decision
        """
      return try Row.fetchAll(db, sql: sql).map { row in
        DayCount(
          day: Date(milliseconds: (row["day"] as Int64) * Self.day),
          category: row["category"],
          decision: try row.value("decision"),
          posts: row["posts"]
        )
      }
    }
  }

  /// What posts since `start` point at, the most frequent first.
  public func indicators(
    since start: Date,
    kind: String? = nil,
    offset: Int = 0,
    limit: Int
  ) async throws(StorageError) -> [IndicatorCount] {
    try await read { db in
      // Entries are numbered in the order of time, so the numbers tell the time without looking at each.
      let first = try Int64.fetchOne(
        db,
        sql: "SELECT id FROM entries WHERE seen_at >= ? ORDER BY seen_at, id LIMIT 1",
        arguments: [start.milliseconds]
      )
      guard let first else { return [] }
      // Counting along the index needs neither sorting nor the entries; those are looked up only for what is on the page.
      let sql = """
        WITH ranked AS (
          SELECT kind, digest, COUNT(DISTINCT entry) AS posts, MAX(entry) AS newest
          FROM indicators INDEXED BY indicators_value
          WHERE entry >= :first \(kind == nil ? "" : "AND kind = :kind")
          GROUP BY kind, digest ORDER BY posts DESC, newest DESC, kind, digest LIMIT :limit OFFSET :offset
        )
        SELECT kind, posts,
          (SELECT value FROM indicators AS one
            WHERE one.entry = newest AND one.kind = ranked.kind AND one.digest = ranked.digest) AS value,
          (SELECT COUNT(DISTINCT source) FROM indicators AS each INDEXED BY indicators_value
            CROSS JOIN entries ON id = each.entry
            WHERE each.kind = ranked.kind AND each.digest = ranked.digest AND each.entry >= :first) AS sources,
          (SELECT seen_at FROM entries WHERE id = newest) AS last
        FROM ranked ORDER BY posts DESC, newest DESC, kind, digest
        """
      var arguments: StatementArguments = ["first": first, "limit": limit, "offset": offset]
      if let kind { arguments += ["kind": kind] }
      return try Row.fetchAll(db, sql: sql, arguments: arguments).map { row in
        IndicatorCount(
          type: row["kind"],
          value: row["value"],
          posts: row["posts"],
          sources: row["sources"],
          last: Date(milliseconds: row["last"])
        )
      }
    }
  }

  /// A page of the alerts, newest first.
  public func alerts(state: Alert.State?, offset: Int, limit: Int) async throws(StorageError) -> [Alert] {
    try await read { db in
      try String.fetchAll(
        db,
        sql: "SELECT document FROM alerts WHERE ? IS NULL OR state = ? ORDER BY starts_at DESC, id LIMIT ? OFFSET ?",
        arguments: [state?.rawValue, state?.rawValue, limit, offset]
      ).map { try Document.decode($0) }
    }
  }

  /// The alert with this id.
  public func alert(_ id: String) async throws(StorageError) -> Alert? {
    try await read { db in
      try String.fetchOne(db, sql: "SELECT document FROM alerts WHERE id = ?", arguments: [id])
        .map { try Document.decode($0) }
    }
  }

  /// How full the queues are.
  public func gauges(now: Date = Date()) async throws(StorageError) -> StoreGauges {
    try await read { db in
      func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
      }
      var alerts = Dictionary(uniqueKeysWithValues: Alert.State.allCases.map { ($0, 0) })
      for row in try Row.fetchAll(db, sql: "SELECT state, COUNT(*) AS alerts FROM alerts GROUP BY state") {
        if let state = Alert.State(rawValue: row["state"]) { alerts[state] = row["alerts"] }
      }
      let outbox = try Row.fetchAll(
        db,
        sql:
          "SELECT receiver, state, COUNT(*) AS messages FROM outbox GROUP BY receiver, state ORDER BY receiver, state"
      )
      return StoreGauges(
        outbox: outbox.map { ($0["receiver"], $0["state"], $0["messages"]) },
        oldestDue: try Int64.fetchOne(db, sql: "SELECT MIN(next_attempt) FROM outbox WHERE state = 'pending'")
          .map(Date.init(milliseconds:)),
        disabledReceivers: try count("SELECT COUNT(*) FROM disabled_receivers"),
        orders: try count("SELECT COUNT(*) FROM orders"),
        alerts: alerts,
        silences: try count("SELECT COUNT(*) FROM silences WHERE ends_at > ?", [now.milliseconds])
      )
    }
  }
}
