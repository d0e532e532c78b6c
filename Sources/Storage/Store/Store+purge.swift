import Foundation
import GRDB

/// How long what is kept, in seconds.
public struct Retention: Sendable, Hashable {
  /// For the texts of posts.
  public var texts: TimeInterval
  /// For verdicts, links, origins, pseudonyms and ended alerts.
  public var verdicts: TimeInterval

  /// Creates a retention; by default texts stay 7 days, verdicts 90.
  public init(texts: TimeInterval = 7 * 86_400, verdicts: TimeInterval = 90 * 86_400) {
    self.texts = texts
    self.verdicts = verdicts
  }
}

extension Store {
  /// Deletes what is older than `retention` says. Alerts that still fire stay, and so does the mere fact that an entry
  /// was judged.
  public func purge(_ retention: Retention = Retention(), now: Date) async throws(StorageError) {
    let texts = (now - retention.texts).milliseconds
    let verdicts = (now - retention.verdicts).milliseconds
    try await write { db in
      try db.execute(sql: "UPDATE entries SET text = NULL WHERE text IS NOT NULL AND seen_at < ?", arguments: [texts])
      try db.execute(
        sql: """
          UPDATE entries SET text = NULL, link = NULL, author = NULL, published_at = NULL, wave = NULL,
            fingerprint = NULL, origin = NULL
          WHERE id IN (SELECT entry FROM verdicts JOIN entries ON entry = id WHERE seen_at < :limit);
          DELETE FROM verdicts WHERE entry IN (SELECT id FROM entries WHERE seen_at < :limit);
          DELETE FROM origins WHERE at < :limit;
          DELETE FROM silences WHERE ends_at < :limit;
          DELETE FROM outbox WHERE alert IS NULL AND state <> 'pending' AND next_attempt < :limit;
          DELETE FROM alerts WHERE state = 'resolved' AND ends_at < :limit;
          """,
        arguments: ["limit": verdicts]
      )
    }
    try await truncateLog()
  }

  /// Deleted text must not live on in the write-ahead log. A reader in the way only puts it off to the next purge.
  func truncateLog() async throws(StorageError) {
    do {
      try await pool.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
    } catch {
      throw StorageError(error, path: path)
    }
  }
}
