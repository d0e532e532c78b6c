#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file, a pipe or standard input, read with `read(2)`.
///
/// Invariant of the unsafe part: the kernel writes at most the uninitialised capacity it is told of, and only
/// what it reports as written becomes part of the buffer.
public struct FileSource: ByteSource {
  /// The path as given.
  public private(set) var name: String
  /// The bytes left in a regular file when it was opened; `nil` for pipes and devices.
  public private(set) var totalBytes: Int?
  /// The bytes read so far.
  public private(set) var position = 0
  /// Bytes that may still be read; no limit but for a part of a file.
  private var left: Int
  private let descriptor: OpenFile

  /// Opens the file at `path`; `-` is standard input.
  ///
  /// Throws a `PostExportError` with the system's reason if the file can't be opened.
  public init(path: String) throws(PostExportError) {
    name = path
    if path == "-" {
      descriptor = OpenFile(number: STDIN_FILENO, closes: false)
    } else {
      let number = open(path, O_RDONLY | O_CLOEXEC)
      if number < 0 { throw .unreadable(path: path, reason: Self.systemReason()) }
      descriptor = OpenFile(number: number, closes: true)
    }
    totalBytes = Self.remainingSize(of: descriptor.number)
    left = .max
  }

  /// Opens `count` bytes of the regular file at `path`, from `offset` on; messages call it `name`.
  init(path: String, name: String, offset: Int, count: Int) throws(PostExportError) {
    self = try FileSource(path: path)
    guard lseek(descriptor.number, off_t(offset), SEEK_SET) == off_t(offset) else {
      throw .unreadable(path: path, reason: Self.systemReason())
    }
    (self.name, totalBytes, left) = (name, count, count)
  }

  /// Appends what one `read(2)` of at most `count` bytes gives; throws the system's reason if it fails.
  public mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
    let (before, count) = (buffer.count, min(count, left))
    if count == 0 { return 0 }
    let number = descriptor.number
    var result = 0
    buffer.append(addingCapacity: count) { output in
      output.withUnsafeMutableBufferPointer { space, filled in
        guard let base = space.baseAddress else { return }
        repeat { result = systemRead(number, base + filled, count) } while result < 0 && errno == EINTR
        filled += max(result, 0)
      }
    }
    if result < 0 { throw .unreadable(path: name, reason: Self.systemReason()) }
    position += result
    left -= result
    return buffer.count - before
  }

  private static func systemReason() -> String { String(cString: strerror(errno)) }

  /// The bytes from the current place to the end of a regular file; `nil` for pipes and devices.
  private static func remainingSize(of number: Int32) -> Int? {
    var status = stat()
    guard fstat(number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return max(0, Int(status.st_size) - max(0, Int(lseek(number, 0, SEEK_CUR))))
  }
}

/// Closes its descriptor when the last source that uses it goes.
private final class OpenFile: Sendable {
  let number: Int32
  private let closes: Bool

  init(number: Int32, closes: Bool) {
    self.number = number
    self.closes = closes
  }

  deinit { if closes { close(number) } }
}

/// Inside `FileSource`, `read` means the method.
private func systemRead(_ number: Int32, _ space: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(number, space, count)
}
