import Foundation
import GRDB
import Synchronization

/// The key of the pseudonyms, which another process may rotate at any time.
///
/// The database says which key its pseudonyms are made with; it is asked in every transaction that writes some, so two
/// keys never mix. A rotation writes the new key beside the old one, commits its id with the changed rows, and moves it
/// into place. Whoever finds the database ahead of the key file, after a crash in between, finishes the move.
final class KeyRing: Sendable {
  private let path: String
  private let held: Mutex<Pseudonyms>

  /// Reads the key beside the database at `path`; creates one when there is no database yet.
  init(beside path: String) throws(StorageError) {
    self.path = path + ".key"
    held = Mutex(try Pseudonyms(beside: path))
  }

  /// The key as it was known last. `valid` says whether it still holds.
  var current: Pseudonyms { held.withLock { $0 } }

  /// Where a rotation puts the new key until it holds.
  private var nextPath: String { path + ".next" }

  /// Makes sure that the database and the key belong together. An older database takes the key that is there.
  func settle(with pool: DatabasePool) throws {
    if try pool.read(Self.id) == current.id { return }
    try pool.write { db in
      if try Self.id(in: db) == nil {
        try db.execute(sql: "INSERT INTO pseudonym_key VALUES (?)", arguments: [self.current.id])
      }
      _ = try self.valid(in: db)
    }
  }

  /// The key that the database's pseudonyms are made with.
  func valid(in db: Database) throws -> Pseudonyms {
    let id = try Self.id(in: db)
    if current.id == id { return current }
    let found = try key(called: id ?? "")
    held.withLock { $0 = found }
    return found
  }

  /// Makes a new key and says in the database that it holds. The next call of `valid` moves it into place.
  func rotate(in db: Database) throws -> Pseudonyms {
    // Ends a rotation that was cut short, before its key is written over.
    _ = try valid(in: db)
    try Pseudonyms.createKey(at: nextPath)
    let next = try Pseudonyms(keyFile: nextPath)
    try db.execute(sql: "UPDATE pseudonym_key SET id = ?", arguments: [next.id])
    return next
  }

  private func key(called id: String) throws(StorageError) -> Pseudonyms {
    let placed = try Pseudonyms(keyFile: path)
    if placed.id == id { return placed }
    guard FileManager.default.fileExists(atPath: nextPath) else { throw stranger }
    let next = try Pseudonyms(keyFile: nextPath)
    guard next.id == id else { throw stranger }
    guard rename(nextPath, path) == 0 else {
      throw StorageError(code: .unreachable, path: path, detail: "the new key can't be moved into place")
    }
    return next
  }

  private var stranger: StorageError {
    StorageError(code: .key, path: path, detail: "this is not the key that the database was written with")
  }

  private static func id(in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT id FROM pseudonym_key")
  }
}
