import Foundation

/// Files that are there as a whole: written aside, synced, moved into place.
enum AtomicFile {
  /// Writes `data` to `path`; everyone may read it. A crash leaves the old file or the new one.
  static func write(_ data: Data, to path: String) throws(AlertFileError) {
    let draft = path + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw AlertFileError(path: path, operation: "opening", code: errno) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
    } catch {
      let code = errno
      unlink(draft)
      throw AlertFileError(path: path, operation: "writing", code: code)
    }
    guard fsync(descriptor) == 0 else { throw AlertFileError(path: path, operation: "syncing", code: errno) }
    guard rename(draft, path) == 0 else { throw AlertFileError(path: path, operation: "moving", code: errno) }
  }
}
