import Foundation
import GRDB
import HarmClassifier

/// What a rotation of the key did.
public struct KeyRotation: Sendable, Hashable {
  /// Authors' pseudonyms that were deleted.
  public var ended: Int
  /// Digests of names and addresses that were made anew.
  public var renewed: Int
  /// Digests of numbers that were put out of use.
  public var retired: Int
}

extension Store {
  /// Replaces the key of the pseudonyms, also while a watch is running, which takes up the new one with its next commit.
  ///
  /// Nothing of the old key stays that could be mistaken for the new one's: authors' pseudonyms end, for their names
  /// were never stored; digests of names and addresses, which are stored in clear, are made anew; digests of numbers,
  /// which are stored masked, become random, so that they equal nothing any more. Old backups still hold the old key.
  ///
  /// All or nothing, whenever it is cut short.
  @discardableResult
  public func rotateKey() async throws(StorageError) -> KeyRotation {
    let keys = keys
    let result = try await write { db in
      let next = try keys.rotate(in: db)
      let (renewed, retired) = try Self.rekey(db, next)
      try db.execute(sql: "UPDATE entries SET author = NULL WHERE author IS NOT NULL")
      return KeyRotation(ended: db.changesCount, renewed: renewed, retired: retired)
    }
    try await write { db in _ = try keys.valid(in: db) }
    try await truncateLog()
    return result
  }

  private static func rekey(_ db: Database, _ next: Pseudonyms) throws -> (renewed: Int, retired: Int) {
    let clear: [Indicator.Kind] = [.domain, .url, .telegram, .handle]
    let kinds = clear.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let update = try db.makeStatement(sql: "UPDATE indicators SET digest = ? WHERE kind = ? AND value = ?")
    var renewed = 0
    for row in try Row.fetchAll(db, sql: "SELECT DISTINCT kind, value FROM indicators WHERE kind IN (\(kinds))") {
      let (kind, value): (String, String) = (row["kind"], row["value"])
      try update.execute(arguments: [next.indicator(kind: kind, value: value), kind, value])
      renewed += db.changesCount
    }
    try db.execute(sql: "UPDATE indicators SET digest = randomblob(16) WHERE kind NOT IN (\(kinds))")
    return (renewed, db.changesCount)
  }
}
