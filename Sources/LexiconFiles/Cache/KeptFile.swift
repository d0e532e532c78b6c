import Foundation
import HarmClassifier

/// A file that this user alone writes and that may be lost: a line that names the format, a checksum of the rest (eight
/// bytes, the highest first), and the rest.
struct KeptFile {
  let path: String
  let format: String

  private static let checksumLength = 8

  /// What was kept; nil when there is nothing, when it is damaged or of another format, or when somebody else could have
  /// written it.
  func read() -> ArraySlice<UInt8>? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard let size = Self.sizeIfOurs(file), let bytes = [UInt8](reading: size, from: file) else { return nil }
    let start = format.utf8.count + 1 + Self.checksumLength
    guard bytes.count >= start, bytes.starts(with: (format + "\n").utf8) else { return nil }
    let kept = bytes[start...]
    return bytes[..<start].suffix(Self.checksumLength).elementsEqual(Self.checksum(kept)) ? kept : nil
  }

  /// Keeps `bytes` instead of what was there, at once: who reads meanwhile sees the old file or the new one. A failure is
  /// no harm.
  func write(_ bytes: ArraySlice<UInt8>) {
    let whole = Data((format + "\n").utf8) + Self.checksum(bytes) + bytes
    let fresh = "\(path).\(UUID().uuidString)"
    let isWritten = FileManager.default.createFile(
      atPath: fresh,
      contents: whole,
      attributes: [.posixPermissions: 0o600]
    )
    if !isWritten || rename(fresh, path) != 0 { unlink(fresh) }
  }

  /// The size of an open file, if it is a plain one of this user that nobody else may write to.
  private static func sizeIfOurs(_ file: Int32) -> Int? {
    var status = stat()
    let isOurs =
      fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
      && status.st_mode & 0o022 == 0
    return isOurs ? Int(status.st_size) : nil
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let sum = FNV1a.byEights(bytes.span)
    return (0..<checksumLength).map { UInt8(truncatingIfNeeded: sum >> UInt64(56 - 8 * $0)) }
  }
}
