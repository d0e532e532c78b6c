import Campaigns
import Foundation
import GRDB

extension Store: Outbox {
  /// The messages due at `now`, the longest due first.
  ///
  /// A message waits while an older one of the same alert for the same receiver is under way, so that an end never
  /// overtakes its beginning; messages for disabled receivers wait for `enableReceivers`. One that was put in or tried more
  /// than a minute after `now` is due at once: the clock was set back since.
  public func claimDue(
    now: Date,
    limit: Int,
    lease: TimeInterval,
    allowance: [String: Int] = [:]
  ) async throws(StorageError) -> [OutboxMessage] {
    try await write { db in
      let sql = """
        WITH due AS (
          SELECT id, receiver, next_attempt,
            ROW_NUMBER() OVER (PARTITION BY receiver ORDER BY next_attempt, id) AS place
          FROM outbox AS own
          WHERE state = 'pending' AND (leased_until IS NULL OR leased_until <= :now OR leased_until > :lease + 60000)
            AND (next_attempt <= :now OR :now + 60000 < COALESCE(
              (SELECT at FROM deliveries WHERE outbox = own.id ORDER BY id DESC LIMIT 1), next_attempt))
            AND receiver NOT IN (SELECT receiver FROM disabled_receivers)
            AND NOT EXISTS (
              SELECT 1 FROM outbox AS older WHERE older.state = 'pending'
                AND older.receiver = own.receiver AND older.alert = own.alert AND older.id < own.id))
        UPDATE outbox SET attempt = attempt + 1, leased_until = :lease WHERE id IN (
          SELECT id FROM due
          WHERE place <= COALESCE((SELECT value FROM json_each(:allowance) WHERE key = receiver), :limit)
          ORDER BY next_attempt, id LIMIT :limit)
        RETURNING *
        """
      let arguments: StatementArguments = [
        "now": now.milliseconds, "lease": (now + lease).milliseconds, "limit": limit,
        "allowance": try Document.encode(allowance),
      ]
      let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
      return rows.sorted { ($0["next_attempt"] as Int64, $0["id"] as Int64) < ($1["next_attempt"], $1["id"]) }
        .map(OutboxMessage.init(row:))
    }
  }

  /// Records how the attempt at `message` ended.
  public func settle(
    _ message: OutboxMessage,
    _ step: DeliveryStep,
    detail: String,
    now: Date
  ) async throws(StorageError) {
    try await write { db in
      try db.execute(
        sql: """
          INSERT INTO deliveries (outbox, attempt, at, step, detail)
          SELECT id, ?, ?, ?, ? FROM outbox WHERE message = ? AND receiver = ?
          """,
        arguments: [message.attempt, now.milliseconds, step.name, detail, message.id, message.receiver]
      )
      try db.execute(
        sql: """
          UPDATE outbox SET state = ?, next_attempt = COALESCE(?, next_attempt), leased_until = NULL
          WHERE message = ? AND receiver = ?
          """,
        arguments: [step.state, step.nextAttempt?.milliseconds, message.id, message.receiver]
      )
      if step == .disableReceiver {
        try db.execute(
          sql: "INSERT OR REPLACE INTO disabled_receivers VALUES (?, ?, ?)",
          arguments: [message.receiver, now.milliseconds, detail]
        )
      }
    }
  }

  /// Makes messages that were under way when the process died due at once. For the only sender, before it starts.
  public func releaseClaims() async throws(StorageError) {
    try await write { db in try db.execute(sql: "UPDATE outbox SET leased_until = NULL WHERE leased_until IS NOT NULL")
    }
  }

  /// The receivers that asked for no more messages.
  public func disabledReceivers() async throws(StorageError) -> [String] {
    try await read { db in try String.fetchAll(db, sql: "SELECT receiver FROM disabled_receivers ORDER BY receiver") }
  }

  /// Sends to disabled receivers again, beginning with what waited.
  public func enableReceivers() async throws(StorageError) {
    try await write { db in try db.execute(sql: "DELETE FROM disabled_receivers") }
  }
}

extension OutboxMessage {
  fileprivate init(row: Row) {
    self.init(id: row["message"], receiver: row["receiver"], payload: row["payload"], attempt: row["attempt"])
  }
}

extension DeliveryStep {
  fileprivate var name: String {
    switch self {
    case .delivered: "delivered"
    case .retry: "retry"
    case .giveUp: "give_up"
    case .disableReceiver: "disable_receiver"
    }
  }

  /// The state of the message afterwards. One that made its receiver disabled waits like those behind it.
  fileprivate var state: String {
    switch self {
    case .delivered: "delivered"
    case .retry, .disableReceiver: "pending"
    case .giveUp: "failed"
    }
  }

  fileprivate var nextAttempt: Date? {
    if case .retry(let at) = self { at } else { nil }
  }
}
