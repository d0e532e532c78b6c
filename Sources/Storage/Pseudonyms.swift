import Crypto
import Foundation

/// Keyed stand-ins for names and numbers: equal ones stay equal, and without the key nobody can guess back.
///
/// A plain hash would not do: all 12-digit numbers can be hashed in an afternoon.
struct Pseudonyms: Sendable {
  private static let keyBytes = 32
  private let key: SymmetricKey
  /// Names the key without giving it away.
  let id: String

  /// Reads the key file beside the database at `path`; creates both when neither exists.
  ///
  /// The key comes first, so that a database without its key is always the sign of a loss.
  init(beside path: String) throws(StorageError) {
    let keyPath = path + ".key"
    if !FileManager.default.fileExists(atPath: keyPath) {
      guard !FileManager.default.fileExists(atPath: path) else {
        throw StorageError(code: .key, path: keyPath, detail: "the key of the pseudonyms is missing")
      }
      try Self.createKey(at: keyPath)
    }
    try self.init(keyFile: keyPath)
  }

  /// Reads a key file.
  init(keyFile path: String) throws(StorageError) {
    let key = SymmetricKey(data: try Self.readKey(at: path))
    self.key = key
    let code = HMAC<SHA256>.authenticationCode(for: Data("id of this key".utf8), using: key)
    id = Self.hexadecimal(code.prefix(8))
  }

  /// The pseudonym of an author within one source, 32 hexadecimal digits.
  func author(_ name: String, source: String) -> String {
    Self.hexadecimal(code("author", source, name).prefix(16))
  }

  /// The digest of an indicator, 16 bytes.
  func indicator(kind: String, value: String) -> Data {
    Data(code("indicator", kind, value).prefix(16))
  }

  private func code(_ use: String, _ scope: String, _ value: String) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(for: Data("\(use)\0\(scope)\0\(value)".utf8), using: key)
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}

extension Pseudonyms {
  /// Writes a new key to `path`, in place of another.
  static func createKey(at path: String) throws(StorageError) {
    // The whole key or no file: written aside, then moved into place.
    let draft = path + ".new"
    let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    guard
      FileManager.default.createFile(atPath: draft, contents: key, attributes: [.posixPermissions: 0o600]),
      let file = FileHandle(forWritingAtPath: draft)
    else { throw StorageError(code: .unreachable, path: path, detail: "the key can't be created") }
    do {
      try file.synchronize()
      try file.close()
      guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      throw StorageError(code: .unreachable, path: path, detail: "the key can't be created: \(error)")
    }
  }

  private static func readKey(at path: String) throws(StorageError) -> Data {
    let key: Data
    let mode: Int
    do {
      key = try Data(contentsOf: URL(fileURLWithPath: path))
      mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    } catch {
      throw StorageError(code: .key, path: path, detail: "the key can't be read: \(error)")
    }
    guard key.count == keyBytes else {
      throw StorageError(code: .key, path: path, detail: "the key has \(key.count) bytes instead of \(keyBytes)")
    }
    guard mode & 0o077 == 0 else {
      throw StorageError(code: .key, path: path, detail: "the key is open to other users")
    }
    return key
  }
}
