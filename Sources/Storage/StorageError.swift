import GRDB

/// Why the store could not do it, where, and what to do.
public struct StorageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The path can't be opened or written.
    case unreachable
    /// There is a file already where a new one was to be.
    case occupied
    /// The file was removed or replaced while it was in use.
    case removed
    /// There is no room left.
    case full
    /// A newer version of the program wrote the database.
    case newerSchema
    /// The file is no database, or its content makes no sense.
    case damaged
    /// Another process holds the database.
    case busy
    /// The key of the pseudonyms is missing, unreadable or open to others.
    case key
    /// The task was cancelled; nothing was written.
    case cancelled
    /// Anything else that SQLite reports.
    case other
  }

  /// The kind of failure.
  public var code: Code
  /// The file.
  public var path: String
  /// What happened. Never holds stored data.
  public var detail: String

  /// What happened, where, and what to do.
  public var description: String { "\(path): \(detail); \(remedy)" }

  private var remedy: String {
    switch code {
    case .unreachable: "check that the directory exists and that this user may write to it"
    case .occupied: "name another file, or move this one away"
    case .removed:
      "stop the watch, put the database back or restore a backup, then start it; what was not stored is polled again"
    case .full: "free some space; nothing acknowledged is lost, and a running watch goes on by itself"
    case .newerSchema: "update the program, or restore the backup made before the newer version ran"
    case .damaged: "restore a backup, or move the file away to start afresh"
    case .busy: "stop the other process that uses this database"
    case .key: "restore the key file from the backup of the database, readable by its owner only (chmod 600)"
    case .cancelled: "try again"
    case .other: "try again; if it lasts, run `sqlite3 FILE 'PRAGMA integrity_check'`"
    }
  }
}

extension StorageError {
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StorageError: self = error
    case let error as DatabaseError:
      // Neither SQL nor arguments: they may hold what people wrote.
      self.init(code: Self.code(of: error), path: path, detail: Self.detail(of: error))
    case is DecodingError: self.init(code: .damaged, path: path, detail: "a stored alert can't be read")
    case is CancellationError: self.init(code: .cancelled, path: path, detail: "the task was cancelled")
    default: self.init(code: .other, path: path, detail: "\(type(of: error))")
    }
  }

  private static func detail(of error: DatabaseError) -> String {
    // A backup asks the connection that did not fail what happened.
    guard let message = error.message, message != "not an error" else { return error.resultCode.description }
    return message
  }

  private static func code(of error: DatabaseError) -> Code {
    switch error.resultCode {
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH: .unreachable
    case .SQLITE_FULL: .full
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    default: .other
    }
  }
}
