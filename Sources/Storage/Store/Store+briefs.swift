import Campaigns
import Foundation
import GRDB

extension Store {
  /// Up to when the brief called `name` has been sent: the latest one's due time, or `now` when this is the first time
  /// anyone asks for it, so that a new brief does not begin with a week that is over, and when the clock was set back since.
  public func briefedUntil(_ name: String, now: Date) async throws(StorageError) -> Date {
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO briefs VALUES (?, ?)
          ON CONFLICT DO UPDATE SET sent_until = excluded.sent_until WHERE sent_until > excluded.sent_until
          """,
        arguments: [name, now.milliseconds]
      )
      let until = try Int64.fetchOne(db, sql: "SELECT sent_until FROM briefs WHERE name = ?", arguments: [name])
      return Date(milliseconds: until ?? now.milliseconds)
    }
  }

  /// Puts a brief into the outbox of each of `receivers` and notes that it is done, in one transaction. The same brief
  /// again changes nothing.
  ///
  /// - Parameters:
  ///   - name: the brief's name.
  ///   - due: when it was due.
  ///   - id: the messages' id; begins with `OutboxMessage.briefPrefix`.
  ///   - payload: the messages' body.
  ///   - receivers: the receivers' names.
  ///   - now: when the messages are due.
  public func enqueueBrief(
    _ name: String,
    due: Date,
    id: String,
    payload: Data,
    receivers: [String],
    now: Date
  ) async throws(StorageError) {
    try await write { db in
      for receiver in receivers {
        try db.execute(
          sql: """
            INSERT INTO outbox (message, alert, receiver, payload, state, attempt, next_attempt)
            VALUES (?, NULL, ?, ?, 'pending', 0, ?) ON CONFLICT DO NOTHING
            """,
          arguments: [id, receiver, payload, now.milliseconds]
        )
      }
      try db.execute(sql: "INSERT OR REPLACE INTO briefs VALUES (?, ?)", arguments: [name, due.milliseconds])
    }
  }
}
