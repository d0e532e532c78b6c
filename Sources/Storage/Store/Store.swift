import Foundation
import GRDB

/// What the watch remembers, in one SQLite file.
///
/// What a call has acknowledged survives a crash of the process and of the machine: write-ahead log, each commit synced
/// to the disk. Beside the database at `path` live SQLite's `-wal` and `-shm` files and `path.key`, the key of the
/// pseudonyms; a backup needs the key as well.
///
/// ```swift
/// let store = try Store(path: "/var/lib/ronda/ronda.sqlite")
/// let ledger = try await Ledger(store: store, campaigns: campaigns, routing: routing, now: Date())
/// ```
public struct Store: Sendable {
  /// The database file.
  public let path: String
  let pool: DatabasePool
  let keys: KeyRing
  private let file: FileIdentity?

  /// Opens the database at `path`, creates it when there is none, and brings an older one up to date.
  public init(path: String) throws(StorageError) {
    self.path = path
    keys = try KeyRing(beside: path)
    do {
      pool = try Self.openPool(path)
      let migrator = Schema.migrator
      if try pool.read(migrator.hasBeenSuperseded) {
        throw StorageError(code: .newerSchema, path: path, detail: "a newer version of the program wrote this database")
      }
      try migrator.migrate(pool)
      try keys.settle(with: pool)
      file = FileIdentity(path)
    } catch {
      throw StorageError(error, path: path)
    }
  }

  private static func openPool(_ path: String) throws -> DatabasePool {
    if !FileManager.default.fileExists(atPath: path) {
      // SQLite would leave it readable by everyone; its companion files take over the mode.
      _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    let pool = try DatabasePool(path: path, configuration: configuration)
    // GRDB sets NORMAL, which may lose the latest commits in a power cut. The writer is one lasting connection.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return pool
  }

  /// Makes sure that the database is still where it was opened: SQLite would go on writing into a file that nobody can
  /// open again.
  public func checkFile() throws(StorageError) {
    guard FileIdentity(path) == file else {
      throw StorageError(code: .removed, path: path, detail: "the database was removed or replaced while it was in use")
    }
  }

  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StorageError) -> Value {
    do {
      return try await pool.read(body)
    } catch {
      throw StorageError(error, path: path)
    }
  }

  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StorageError) -> Value {
    try checkFile()
    do {
      return try await pool.write(body)
    } catch {
      throw StorageError(error, path: path)
    }
  }
}

extension Store {
  /// Runs `body` in a transaction and, once that is on the disk and before anyone else writes, `then`.
  ///
  /// GRDB's `afterNextTransaction` would not do: when a full disk makes the COMMIT itself fail, SQLite rolls back by
  /// itself, GRDB tells nobody, and the handler waits for whichever transaction succeeds next.
  func write<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value,
    then: @escaping @Sendable (Value) -> Void
  ) async throws(StorageError) -> Value {
    try checkFile()
    do {
      return try await pool.writeWithoutTransaction { db in
        let value = try db.inTransaction(.immediate, returning: body)
        then(value)
        return value
      }
    } catch {
      throw StorageError(error, path: path)
    }
  }
}

extension Database {
  fileprivate func inTransaction<Value>(
    _ kind: TransactionKind,
    returning body: (Database) throws -> Value
  ) throws -> Value {
    var value: Value?
    try inTransaction(kind) {
      value = try body(self)
      return .commit
    }
    guard let value else { throw CancellationError() }
    return value
  }
}

extension Date {
  /// As the tables have it.
  var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
