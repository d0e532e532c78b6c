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

/// Which posts are wanted; nil means all.
public struct PostFilter: Sendable, Hashable {
  /// With this verdict.
  public var decision: Verdict.Decision?
  /// In which this category was found.
  public var category: String?
  /// From this source.
  public var source: String?
  /// Stored before the post with this id.
  public var before: Int64?

  /// Creates a filter.
  public init(
    decision: Verdict.Decision? = nil,
    category: String? = nil,
    source: String? = nil,
    before: Int64? = nil
  ) {
    self.decision = decision
    self.category = category
    self.source = source
    self.before = before
  }
}

/// A post as others may see it: no author, numbers masked.
public struct StoredPost: Sendable, Hashable, Codable {
  /// Its number in the store.
  public var id: Int64
  /// The id of its source.
  public var source: String
  /// When it was judged.
  public var seen: Date
  /// Where a person can see it.
  public var link: String?
  /// The verdict.
  public var verdict: String
  /// The score.
  public var score: Double
  /// The ids of the categories found, the most likely first.
  public var categories: [String]
  /// Its first words; nil when the text is no longer kept.
  public var excerpt: String?
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

  /// Posts, the newest first.
  public func posts(_ filter: PostFilter, limit: Int) async throws(StorageError) -> [StoredPost] {
    try await read { db in
      var conditions = ["verdicts.entry < :before"]
      if filter.decision != nil { conditions.append("decision = :decision") }
      if filter.source != nil { conditions.append("source = :source") }
      // A rare category is found by its index; otherwise the newest verdicts are walked.
      let table = filter.category == nil ? "verdicts" : "verdict_categories AS chosen CROSS JOIN verdicts USING (entry)"
      if filter.category != nil { conditions += ["chosen.entry < :before", "chosen.category = :category"] }
      let sql = """
        SELECT id, source, seen_at, link, text, decision, verdicts.score AS score,
          (SELECT GROUP_CONCAT(category, ' ') FROM
            (SELECT category FROM verdict_categories AS c WHERE c.entry = verdicts.entry ORDER BY ordinal)) AS categories
        FROM \(table) CROSS JOIN entries ON id = verdicts.entry
        WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(filter.category == nil ? "verdicts" : "chosen").entry DESC LIMIT :limit
        """
      let arguments: [String: (any DatabaseValueConvertible)?] = [
        "before": filter.before ?? Int64.max, "decision": filter.decision?.rawValue, "source": filter.source,
        "category": filter.category, "limit": limit,
      ]
      let used = arguments.filter { sql.contains(":\($0.key)") }
      return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(used)).map { row in
        StoredPost(
          id: row["id"],
          source: row["source"],
          seen: Date(milliseconds: row["seen_at"]),
          link: row["link"],
          verdict: row["decision"],
          score: row["score"],
          categories: (row["categories"] as String? ?? "").split(separator: " ").map(String.init),
          excerpt: (row["text"] as String?).map(JudgedEntry.excerpt(of:))
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
      let sql = """
        SELECT kind, MIN(value) AS value, COUNT(DISTINCT entry) AS posts, COUNT(DISTINCT source) AS sources,
          MAX(seen_at) AS last
        FROM indicators CROSS JOIN entries ON id = entry
        WHERE entry >= ? AND (? IS NULL OR kind = ?)
        GROUP BY kind, digest ORDER BY posts DESC, last DESC, value LIMIT ? OFFSET ?
        """
      return try Row.fetchAll(db, sql: sql, arguments: [first, kind, kind, limit, offset]).map { row in
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
