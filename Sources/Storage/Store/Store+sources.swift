import Foundation
import GRDB

extension Store {
  /// The states of all sources, by id.
  public func sources() async throws(StorageError) -> [SourceState] {
    try await read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM sources ORDER BY id").map { try SourceState(row: $0) }
    }
  }

  /// Writes the state of a source that brought no entries.
  public func save(_ source: SourceState) async throws(StorageError) {
    try await write { db in try Self.upsert(source, in: db) }
  }

  /// Writes a state. Of thousands of polls nearly all leave the notes as they were, and encoding those costs most.
  static func upsert(_ source: SourceState, storedNotes: SourceNotes?, in db: Database) throws {
    if let storedNotes, storedNotes == source.notes {
      try db.cachedStatement(
        sql: """
          UPDATE sources SET url = ?, etag = ?, last_modified = ?, next_poll = ?, last_success = ?,
            consecutive_failures = ?, reason = ? WHERE id = ?
          """
      ).execute(arguments: [
        source.url, source.etag, source.lastModified, source.nextPoll?.milliseconds, source.lastSuccess?.milliseconds,
        source.consecutiveFailures, source.reason, source.id,
      ])
      if db.changesCount == 1 { return }
    }
    try upsert(source, in: db)
  }

  private static func upsert(_ source: SourceState, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO sources
        (id, url, etag, last_modified, next_poll, last_success, consecutive_failures, reason, notes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      source.id, source.url, source.etag, source.lastModified, source.nextPoll?.milliseconds,
      source.lastSuccess?.milliseconds, source.consecutiveFailures, source.reason,
      try Document.encode(source.notes),
    ])
  }
}

extension SourceState {
  fileprivate init(row: Row) throws {
    self.init(
      id: row["id"],
      url: row["url"],
      etag: row["etag"],
      lastModified: row["last_modified"],
      nextPoll: (row["next_poll"] as Int64?).map(Date.init(milliseconds:)),
      lastSuccess: (row["last_success"] as Int64?).map(Date.init(milliseconds:)),
      consecutiveFailures: row["consecutive_failures"],
      reason: row["reason"],
      notes: try (row["notes"] as String?).map { try Document.decode($0) } ?? SourceNotes()
    )
  }
}
