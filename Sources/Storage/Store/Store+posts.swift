import Campaigns
import Foundation
import GRDB
import HarmClassifier

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
  /// That belongs to this alert.
  public var alert: String?

  /// Creates a filter.
  public init(
    decision: Verdict.Decision? = nil,
    category: String? = nil,
    source: String? = nil,
    before: Int64? = nil,
    alert: String? = nil
  ) {
    self.decision = decision
    self.category = category
    self.source = source
    self.before = before
    self.alert = alert
  }
}

/// A post as others may see it: no author, numbers masked.
public struct StoredPost: Sendable, Hashable, Codable {
  /// Its number in the store.
  public var id: Int64
  /// The id of its source.
  public var source: String
  /// A digest of the text that was judged: an edited post is another version.
  public var version: String
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
  /// How the answer came that it stood in.
  public var origin: PostOrigin?
}

extension Store {
  /// Posts, the newest first.
  public func posts(_ filter: PostFilter, limit: Int) async throws(StorageError) -> [StoredPost] {
    try await read { db in
      var conditions: [String] = []
      if filter.decision != nil { conditions.append("decision = :decision") }
      if filter.source != nil { conditions.append("source = :source") }
      if filter.category != nil { conditions.append("found.category = :category") }
      if filter.alert != nil { conditions.append("alert = :alert") }
      // What is rare is found by its index; otherwise the newest verdicts are walked.
      let tables = [
        filter.alert == nil ? nil : "alert_entries", filter.category == nil ? nil : "verdict_categories AS found",
        "verdicts",
      ].compactMap { $0 }
      let order = (filter.alert != nil ? "alert_entries" : filter.category != nil ? "found" : "verdicts") + ".entry"
      conditions.append("\(order) < :before")
      let sql = """
        SELECT id, source, version, seen_at, link, text, decision, verdicts.score AS score,
          (SELECT document FROM origins WHERE origins.id = entries.origin) AS origin,
          (SELECT GROUP_CONCAT(category, ' ') FROM
            (SELECT category FROM verdict_categories AS c WHERE c.entry = verdicts.entry ORDER BY ordinal)) AS categories
        FROM \(tables.joinedByEntry) CROSS JOIN entries ON id = verdicts.entry
        WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) DESC LIMIT :limit
        """
      let arguments: [String: (any DatabaseValueConvertible)?] = [
        "before": filter.before ?? Int64.max, "decision": filter.decision?.rawValue, "source": filter.source,
        "category": filter.category, "alert": filter.alert, "limit": limit,
      ]
      let used = arguments.filter { sql.contains(":\($0.key)") }
      return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(used)).map { row in
        StoredPost(
          id: row["id"],
          source: row["source"],
          version: row["version"],
          seen: Date(milliseconds: row["seen_at"]),
          link: row["link"],
          verdict: row["decision"],
          score: row["score"],
          categories: (row["categories"] as String? ?? "").split(separator: " ").map(String.init),
          excerpt: (row["text"] as String?).map(JudgedEntry.excerpt(of:)),
          origin: try (row["origin"] as String?).map { try Document.decode($0) }
        )
      }
    }
  }
}

extension [String] {
  /// The tables in this order, which SQLite keeps for CROSS JOIN.
  fileprivate var joinedByEntry: String {
    first.map { dropFirst().reduce($0) { "\($0) CROSS JOIN \($1) USING (entry)" } } ?? ""
  }
}
