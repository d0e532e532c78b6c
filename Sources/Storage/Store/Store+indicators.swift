import Foundation
import GRDB
import HarmClassifier

/// An indicator with the posts it stood in.
public struct SeenIndicator: Sendable, Hashable {
  /// The kind.
  public var kind: Indicator.Kind
  /// The value; numbers are masked.
  public var value: String
  /// Posts it stood in.
  public var posts: Int
  /// The highest score of those posts, 0…1.
  public var score: Double
  /// The worst categories of those posts, in alphabetical order.
  public var categories: [String]
  /// When it was first and last seen.
  public var seen: ClosedRange<Date>
}

extension Store {
  /// The indicators of posts judged `mildest` or worse since `start`, by kind and value.
  ///
  /// Numbers that look the same once masked are told apart.
  public func indicators(
    since start: Date,
    mildest: Verdict.Decision = .harmful
  ) async throws(StorageError) -> [SeenIndicator] {
    let decisions = Verdict.Decision.allCases.filter { $0 >= mildest }.map(\.rawValue)
    return try await read { db in
      let sql = """
        SELECT indicators.kind, indicators.value, COUNT(DISTINCT indicators.entry) AS posts,
          MIN(seen_at) AS first_seen, MAX(seen_at) AS last_seen, MAX(verdicts.score) AS score,
          GROUP_CONCAT(DISTINCT category) AS categories
        FROM indicators
        JOIN entries ON entries.id = indicators.entry JOIN verdicts ON verdicts.entry = indicators.entry
        LEFT JOIN verdict_categories ON verdict_categories.entry = indicators.entry AND verdict_categories.ordinal = 0
        WHERE seen_at >= ? AND decision IN (\(databaseQuestionMarks(count: decisions.count)))
        GROUP BY indicators.kind, indicators.digest ORDER BY indicators.kind, indicators.value, indicators.digest
        """
      return try Row.fetchAll(db, sql: sql, arguments: [start.milliseconds] + StatementArguments(decisions)).map {
        row in
        SeenIndicator(
          kind: try row.value("kind"),
          value: row["value"],
          posts: row["posts"],
          score: row["score"],
          categories: (row["categories"] as String? ?? "").split(separator: ",").map(String.init).sorted(),
          seen: Date(milliseconds: row["first_seen"])...Date(milliseconds: row["last_seen"])
        )
      }
    }
  }
}
