import Foundation

/// Keeps a second daemon away from a data directory, where it would poll every source and tell every alert again.
///
/// The lock is the kernel's (`flock(2)`): it ends with the process, however that ends.
public final class DataLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of `directory`; throws a `StorageError` when another daemon has it.
  ///
  /// - Parameter directory: the data directory, which exists.
  public init(directory: String) throws(StorageError) {
    let path = directory + "/ronda.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StorageError(code: .unreachable, path: path, detail: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let isTaken = errno == EWOULDBLOCK
      close(descriptor)
      throw isTaken
        ? StorageError(code: .busy, path: directory, detail: "another `ronda watch` runs on it")
        : StorageError(code: .unreachable, path: path, detail: "it can't be locked")
    }
  }

  deinit { close(descriptor) }
}
