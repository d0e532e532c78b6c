import Campaigns
import Foundation
import GRDB
import HarmClassifier

/// Writes posts and verdicts inside a transaction. Prepared statements: a first poll of all feeds is tens of thousands.
struct PostWriter {
  let db: Database
  let now: Date

  /// Writes the rows whose entry is not there yet and returns them.
  func insertNew(_ rows: [PostRow]) throws -> [PostRow] {
    var origins: [PostOrigin: Int64] = [:]
    return try rows.filter { row in
      guard let id = try insertEntry(row) else { return false }
      if let origin = row.origin { try setOrigin(of: id, origin, known: &origins) }
      try insertVerdict(row.entry.verdict, digests: row.digests, entry: id)
      return true
    }
  }

  /// Notes which wave an entry belongs to.
  func setWave(of entry: JudgedEntry) throws {
    guard let wave = entry.wave, let fingerprint = entry.fingerprint else { return }
    try db.cachedStatement(
      sql: "UPDATE entries SET wave = ?, fingerprint = ? WHERE source = ? AND identity = ? AND version = ?"
    ).execute(arguments: [wave, fingerprint.data, entry.key.source, entry.key.identity, entry.key.version])
  }

  private func insertEntry(_ row: PostRow) throws -> Int64? {
    let key = row.entry.key
    try db.cachedStatement(
      sql: """
        INSERT INTO entries (source, identity, version, role, region, link, author, published_at, seen_at, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [
      key.source, key.identity, key.version, row.entry.role, row.entry.region, row.entry.link, row.author,
      row.publishedAt?.milliseconds, now.milliseconds, row.text,
    ])
    return db.changesCount == 1 ? db.lastInsertedRowID : nil
  }

  /// The entries of one answer share its origin.
  private func setOrigin(of entry: Int64, _ origin: PostOrigin, known: inout [PostOrigin: Int64]) throws {
    if known[origin] == nil {
      try db.cachedStatement(sql: "INSERT INTO origins (at, document) VALUES (?, ?)")
        .execute(arguments: [now.milliseconds, try Document.encode(origin)])
      known[origin] = db.lastInsertedRowID
    }
    try db.cachedStatement(sql: "UPDATE entries SET origin = ? WHERE id = ?").execute(arguments: [known[origin], entry])
  }

  private func insertVerdict(_ verdict: Verdict, digests: [Data], entry: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO verdicts (entry, decision, score, language) VALUES (?, ?, ?, ?)")
      .execute(arguments: [entry, verdict.decision.rawValue, verdict.score, verdict.language])
    for (ordinal, category) in verdict.categories.enumerated() { try insert(category, ordinal, entry) }
    for (ordinal, evidence) in verdict.evidence.enumerated() { try insert(evidence, ordinal, entry) }
    for (ordinal, indicator) in verdict.indicators.enumerated() {
      try insert(indicator, digest: digests[ordinal], ordinal, entry)
    }
  }

  private func insert(_ category: CategoryVerdict, _ ordinal: Int, _ entry: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO verdict_categories VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      entry, ordinal, category.id, category.score, category.bias, category.stance.rawValue,
      category.pillars.joined(separator: " "),
    ])
  }

  private func insert(_ evidence: Evidence, _ ordinal: Int, _ entry: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      entry, ordinal, evidence.start, evidence.end, evidence.text, evidence.folded, evidence.family.rawValue,
      evidence.category, evidence.term, evidence.weight,
    ])
  }

  private func insert(_ indicator: Indicator, digest: Data, _ ordinal: Int, _ entry: Int64) throws {
    try db.cachedStatement(sql: "INSERT INTO indicators VALUES (?, ?, ?, ?, ?, ?, ?)").execute(arguments: [
      entry, ordinal, indicator.kind.rawValue, indicator.value, digest, indicator.start, indicator.end,
    ])
  }
}
