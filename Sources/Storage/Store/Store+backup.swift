import Foundation
import GRDB

extension Store {
  /// What is wrong with the database file; empty when nothing is. Reads every page.
  public func integrityProblems() async throws(StorageError) -> [String] {
    try await read { db in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      let orphans = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map {
        "\($0["table"] as String): orphaned row"
      }
      return found.filter { $0 != "ok" } + orphans
    }
  }

  /// Copies the database and its key to `path`, while a watch may be writing: the copy holds whole commits only.
  ///
  /// The copy is written aside and moved into place, so `path` is never half a backup.
  ///
  /// - Throws: `StorageError` when `path` exists or can't be written.
  public func backup(to path: String) throws(StorageError) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StorageError(code: .occupied, path: path, detail: "there is a file already")
    }
    let draft = path + ".new"
    do {
      try? FileManager.default.removeItem(atPath: draft)
      guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600]) else {
        throw StorageError(code: .unreachable, path: path, detail: "the copy can't be created")
      }
      let copy = try DatabaseQueue(path: draft)
      try pool.backup(to: copy)
      // One file, whatever journal the original uses.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      let keyID = try copy.read { try String.fetchOne($0, sql: "SELECT id FROM pseudonym_key") }
      try copy.close()
      try? FileManager.default.removeItem(atPath: path + ".key")
      try FileManager.default.copyItem(atPath: self.path + ".key", toPath: path + ".key")
      guard try Pseudonyms(keyFile: path + ".key").id == keyID else {
        throw StorageError(code: .other, path: path, detail: "the key was rotated meanwhile")
      }
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw StorageError(error, path: path)
    }
  }
}
