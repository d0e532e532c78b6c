import Campaigns
import Foundation
import GRDB

/// Writes what the engine did inside a transaction. The same action twice leaves the same rows.
struct AlertWriter {
  let db: Database
  let routing: Routing
  let now: Date

  func write(_ action: AlertAction) throws {
    try upsert(action.alert)
    try note(action)
    switch action {
    case .open(let alert, let entries), .join(let alert, let entries):
      for entry in entries { try link(alert, entry) }
    case .notify(let alert, let notice):
      guard !alert.isShadow else { return }
      for receiver in routing.receivers { try enqueue(alert, notice, for: receiver) }
    case .change: break
    }
  }

  /// Writes a line of history. Posts that join are counted by the next notice.
  private func note(_ action: AlertAction) throws {
    if case .join = action { return }
    let (alert, event, detail): (Alert, String, String) =
      switch action {
      case .open(let alert, _): (alert, "open", "\(alert.posts) posts")
      case .join(let alert, _): (alert, "join", "")
      case .notify(let alert, .acknowledged): (alert, "acknowledged", alert.acknowledgement?.by ?? "")
      case .notify(let alert, let notice): (alert, notice.rawValue, "\(alert.posts) posts")
      case .change(let alert, let change): (alert, change.rawValue, alert.mutedBy ?? "")
      }
    try db.cachedStatement(sql: "INSERT INTO alert_history (alert, at, event, detail) VALUES (?, ?, ?, ?)")
      .execute(arguments: [alert.id, now.milliseconds, event, detail])
  }

  private func upsert(_ alert: Alert) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO alerts (id, campaign, group_key, state, starts_at, ends_at, document) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET state = excluded.state, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
          document = excluded.document
        """
    ).execute(arguments: [
      alert.id, alert.campaign, alert.groupKey, alert.state.rawValue, alert.startsAt.milliseconds,
      alert.endsAt?.milliseconds, try Document.encode(alert),
    ])
  }

  private func link(_ alert: Alert, _ entry: EntryKey) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO alert_entries SELECT ?, id FROM entries WHERE source = ? AND identity = ? AND version = ?
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: [alert.id, entry.source, entry.identity, entry.version])
  }

  private func enqueue(_ alert: Alert, _ notice: Notice, for receiver: String) throws {
    let body = AlertBody(alert, notice: notice, receiver: receiver, externalURL: routing.externalURL)
    try db.cachedStatement(
      sql: """
        INSERT INTO outbox (message, alert, receiver, payload, state, attempt, next_attempt)
        VALUES (?, ?, ?, ?, 'pending', 0, ?) ON CONFLICT DO NOTHING
        """
    ).execute(arguments: ["\(alert.id)-\(alert.notices)", alert.id, receiver, try body.json(), now.milliseconds])
  }
}

/// A value as a `document` column holds it.
enum Document {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .millisecondsSince1970
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func decode<Value: Decodable>(_ document: String) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .millisecondsSince1970
    return try decoder.decode(Value.self, from: Data(document.utf8))
  }
}
