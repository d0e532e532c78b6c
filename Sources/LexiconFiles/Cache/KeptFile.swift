import Foundation
import HarmClassifier

/// A file that this user alone writes and that may be lost: a line that names the format, a checksum of the rest (FNV-1a,
/// eight bytes, the highest first), and the rest.
struct KeptFile {
  let path: String
  let format: String

  private static let checksumLength = 8

  /// What was kept; nil when there is nothing, when it is damaged or of another format, or when somebody else could have
  /// written it.
  func read() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    guard Self.isOurs(file), let data = try? handle.readToEnd() else { return nil }
    let bytes = [UInt8](data)
    let start = format.utf8.count + 1 + Self.checksumLength
    guard bytes.count >= start, bytes.starts(with: (format + "\n").utf8) else { return nil }
    let kept = Array(bytes[start...])
    return bytes[..<start].suffix(Self.checksumLength).elementsEqual(Self.checksum(kept)) ? kept : nil
  }

  /// Keeps `bytes` instead of what was there, at once: who reads meanwhile sees the old file or the new one. A failure is
  /// no harm.
  func write(_ bytes: [UInt8]) {
    let whole = Data((format + "\n").utf8) + Self.checksum(bytes) + bytes
    let fresh = "\(path).\(UUID().uuidString)"
    let isWritten = FileManager.default.createFile(
      atPath: fresh,
      contents: whole,
      attributes: [.posixPermissions: 0o600]
    )
    if !isWritten || rename(fresh, path) != 0 { unlink(fresh) }
  }

  /// Whether an open file is a plain one of this user that nobody else may write to.
  private static func isOurs(_ file: Int32) -> Bool {
    var status = stat()
    return fstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
      && status.st_mode & 0o022 == 0
  }

  private static func checksum(_ bytes: [UInt8]) -> [UInt8] {
    let sum = FNV1a(bytes.span).value
    return (0..<checksumLength).map { UInt8(truncatingIfNeeded: sum >> UInt64(56 - 8 * $0)) }
  }
}
