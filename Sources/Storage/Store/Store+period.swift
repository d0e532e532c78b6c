import Campaigns
import Foundation
import GRDB
import HarmClassifier

extension Store {
  /// What happened in a period. Verdicts older than the retention are gone and count no more.
  public func facts(of period: Range<Date>) async throws(StorageError) -> PeriodFacts {
    try await read { db in
      let reader = PeriodReader(db: db, period: period)
      var facts = PeriodFacts()
      for (decision, posts) in try reader.decisions() {
        facts.judged += posts
        if decision == Verdict.Decision.harmful.rawValue { facts.harmful = posts }
        if decision == Verdict.Decision.review.rawValue { facts.review = posts }
      }
      facts.categories = try reader.categories()
      facts.alerts = try reader.alerts()
      facts.newBrands = try reader.newBrands()
      facts.events = try reader.events()
      facts.watchedSince = try reader.time("SELECT MIN(seen_at) FROM entries")
      facts.lastJudged = try reader.time("SELECT MAX(seen_at) FROM entries WHERE seen_at < \(reader.end)")
      return facts
    }
  }
}

/// The queries behind `PeriodFacts`.
private struct PeriodReader {
  let db: Database
  let start: Int64
  let end: Int64

  init(db: Database, period: Range<Date>) {
    self.db = db
    (start, end) = (period.lowerBound.milliseconds, period.upperBound.milliseconds)
  }

  private var ends: StatementArguments { ["start": start, "end": end] }

  /// Different posts by their gravest verdict: an edited post is one post.
  func decisions() throws -> [String: Int] {
    let sql = """
      SELECT decision, COUNT(*) AS posts FROM (
        SELECT CASE MAX(CASE decision WHEN 'harmful' THEN 2 WHEN 'review' THEN 1 ELSE 0 END)
          WHEN 2 THEN 'harmful' WHEN 1 THEN 'review' ELSE 'clean' END AS decision
        FROM entries JOIN verdicts ON entry = id
        WHERE seen_at >= :start AND seen_at < :end GROUP BY source, identity)
      GROUP BY decision
      """
    return try counts(sql)
  }

  /// Harmful posts by the categories for whose sake they are harmful.
  func categories() throws -> [String: Int] {
    let stances = Stance.allCases.filter(\.mayBeHarmful).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let sql = """
      SELECT category, COUNT(*) AS posts FROM (
        SELECT DISTINCT category, source, identity FROM entries
        JOIN verdicts ON verdicts.entry = id JOIN verdict_categories ON verdict_categories.entry = id
        WHERE seen_at >= :start AND seen_at < :end AND decision = 'harmful' AND stance IN (\(stances)))
      GROUP BY category
      """
    return try counts(sql)
  }

  func alerts() throws -> [Alert] {
    let sql = """
      SELECT document FROM alerts WHERE starts_at < :end AND (ends_at IS NULL OR ends_at >= :start)
      ORDER BY starts_at, id
      """
    let all: [Alert] = try String.fetchAll(db, sql: sql, arguments: ends).map { try Document.decode($0) }
    return all.filter { !$0.isShadow }
  }

  func newBrands() throws -> [Brand] {
    try Store.brands(in: db).filter { (start..<end).contains($0.firstSeen.milliseconds) }
  }

  func events() throws -> [String: Int] {
    try counts(
      "SELECT event, COUNT(DISTINCT alert) AS posts FROM alert_history WHERE at >= :start AND at < :end GROUP BY event"
    )
  }

  func time(_ sql: String) throws -> Date? { try Int64.fetchOne(db, sql: sql).map(Date.init(milliseconds:)) }

  private func counts(_ sql: String) throws -> [String: Int] {
    try Row.fetchAll(db, sql: sql, arguments: ends).reduce(into: [:]) { $0[$1[0] as String] = $1[1] as Int }
  }
}
