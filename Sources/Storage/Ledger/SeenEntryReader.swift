import Campaigns
import Foundation
import GRDB
import HarmClassifier

/// Reads back entries judged after `start` that some category was found in, the oldest first.
struct SeenEntryReader {
  let db: Database
  let start: Date
  /// Whether entries without any category are read, too.
  var includesClean = false

  func entries() throws -> [SeenEntry] {
    let categories = try grouped("verdict_categories", as: CategoryVerdict.init(row:))
    let evidence = try grouped("evidence", as: Evidence.init(row:))
    let indicators = try grouped("indicators", as: Indicator.init(row:))
    let counted = try countedIn()
    let sql = "SELECT * FROM entries JOIN verdicts ON entry = id WHERE seen_at > ? ORDER BY id"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [start.milliseconds])
    var entries: [SeenEntry] = []
    while let row = try rows.next() {
      let id: Int64 = row["id"]
      let found = categories[id] ?? []
      guard includesClean || !found.isEmpty else { continue }
      let verdict = Verdict(
        decision: try row.value("decision"),
        score: row["score"],
        categories: found,
        evidence: evidence[id] ?? [],
        indicators: indicators[id] ?? [],
        language: row["language"]
      )
      entries.append(SeenEntry(row: row, verdict: verdict, countedIn: counted[id] ?? []))
    }
    return entries
  }

  private func grouped<Value>(_ table: String, as make: (Row) throws -> Value) throws -> [Int64: [Value]] {
    let sql = "SELECT \(table).* FROM \(table) JOIN entries ON entry = id WHERE seen_at > ? ORDER BY entry, ordinal"
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [start.milliseconds])
    var values: [Int64: [Value]] = [:]
    while let row = try rows.next() { values[row["entry"], default: []].append(try make(row)) }
    return values
  }

  /// The group keys of the alerts that each entry belongs to.
  private func countedIn() throws -> [Int64: Set<String>] {
    let sql = """
      SELECT entry, group_key FROM alert_entries
      JOIN entries ON entry = entries.id JOIN alerts ON alert = alerts.id WHERE seen_at > ?
      """
    let rows = try Row.fetchCursor(db, sql: sql, arguments: [start.milliseconds])
    var keys: [Int64: Set<String>] = [:]
    while let row = try rows.next() { keys[row["entry"], default: []].insert(row["group_key"]) }
    return keys
  }
}

extension SeenEntry {
  fileprivate init(row: Row, verdict: Verdict, countedIn: Set<String>) {
    let key = EntryKey(source: row["source"], identity: row["identity"], version: row["version"])
    var entry = JudgedEntry(key: key, role: row["role"], region: row["region"], link: row["link"], verdict: verdict)
    entry.wave = row["wave"]
    entry.fingerprint = (row["fingerprint"] as Data?).flatMap(WaveFingerprint.init(data:))
    if verdict.decision != .clean { entry.excerpt = (row["text"] as String?).map(JudgedEntry.excerpt) ?? "" }
    self.init(
      entry: entry,
      seenAt: Date(milliseconds: row["seen_at"]),
      countedIn: countedIn
    )
  }
}

extension CategoryVerdict {
  fileprivate init(row: Row) throws {
    self.init(
      id: row["category"],
      score: row["score"],
      bias: row["bias"],
      stance: try row.value("stance"),
      pillars: (row["pillars"] as String).split(separator: " ").map(String.init)
    )
  }
}

extension Evidence {
  fileprivate init(row: Row) throws {
    self.init(
      start: row["start_byte"],
      end: row["end_byte"],
      text: row["text"],
      folded: row["folded"],
      family: try row.value("family"),
      category: row["category"],
      term: row["term"],
      weight: row["weight"]
    )
  }
}

extension Indicator {
  fileprivate init(row: Row) throws {
    self.init(kind: try row.value("kind"), value: row["value"], start: row["start_byte"], end: row["end_byte"])
  }
}

extension Row {
  /// The value of a column that names a case.
  func value<Value: RawRepresentable>(_ column: String) throws -> Value where Value.RawValue == String {
    let name: String = self[column]
    guard let value = Value(rawValue: name) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unknown \(column) “\(name)”")
    }
    return value
  }
}
