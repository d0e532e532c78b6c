import Foundation

/// Why the file can't be written.
struct AlertFileError: Error, CustomStringConvertible {
  var path: String
  var operation: String
  /// The `errno` of the failed call.
  var code: Int32

  var description: String {
    "\(path): \(operation) failed: \(String(cString: strerror(code))); check the directory, its rights and free space"
  }
}

/// An open file of notices, one a line, and the ids of those in it.
struct AlertFile {
  private static let lineStart = Array(#"{"id":""#.utf8)
  private static let newline = UInt8(ascii: "\n")

  private let path: String
  private let handle: FileHandle
  private var ids: Set<String> = []

  /// Opens the file at `path`, or creates it, and mends what a crash left behind.
  init(path: String) throws(AlertFileError) {
    self.path = path
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw AlertFileError(path: path, operation: "opening", code: errno) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // Anything else has no content to look through, or no end.
    guard isRegular else { throw AlertFileError(path: path, operation: "opening as a regular file", code: EINVAL) }
    guard let content = try? Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw AlertFileError(path: path, operation: "reading", code: errno)
    }
    let whole = try mendTail(content)
    ids = Set(whole.split(separator: Self.newline).compactMap { Self.id(of: $0) })
    try sync()
    try syncDirectory()
  }

  /// Whether `path` still leads to this file.
  var isCurrent: Bool {
    var here = stat()
    var there = stat()
    return fstat(handle.fileDescriptor, &here) == 0 && stat(path, &there) == 0
      && here.st_ino == there.st_ino && here.st_dev == there.st_dev
  }

  private var isRegular: Bool {
    var status = stat()
    return fstat(handle.fileDescriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Appends a line, unless `id` is there, and waits until the disk has it.
  mutating func append(id: String, kind: String, body: Data) throws(AlertFileError) {
    guard !ids.contains(id) else { return }
    // Outside of strings, where it is escaped, a line break in JSON is mere white space.
    let line = Data(Self.lineStart) + Data(#"\#(id)","\#(kind)":"#.utf8) + body.map { $0 == Self.newline ? 0x20 : $0 }
    try write(line + Data("}\n".utf8))
    try sync()
    ids.insert(id)
  }

  private func write(_ line: Data) throws(AlertFileError) {
    let size = lseek(handle.fileDescriptor, 0, SEEK_END)
    do {
      try handle.write(contentsOf: line)
    } catch {
      let code = errno
      // No half lines: best effort, opening mends it otherwise.
      ftruncate(handle.fileDescriptor, size)
      throw AlertFileError(path: path, operation: "writing", code: code)
    }
  }

  private func sync() throws(AlertFileError) {
    guard fsync(handle.fileDescriptor) == 0 else {
      throw AlertFileError(path: path, operation: "syncing", code: errno)
    }
  }

  /// Without this a power cut could take away the new file's name.
  private func syncDirectory() throws(AlertFileError) {
    let directory = open(
      URL(fileURLWithPath: path).deletingLastPathComponent().path,
      O_RDONLY | O_DIRECTORY | O_CLOEXEC
    )
    defer { close(directory) }
    guard directory >= 0, fsync(directory) == 0 else {
      throw AlertFileError(path: path, operation: "syncing the directory", code: errno)
    }
  }
}

extension AlertFile {
  /// Cuts off a half line of ours, whose notice will come again, and ends a line that somebody else left open.
  /// Gives the whole lines.
  private func mendTail(_ content: Data) throws(AlertFileError) -> Data {
    guard let last = content.last, last != Self.newline else { return content }
    let start = content.lastIndex(of: Self.newline).map { $0 + 1 } ?? content.startIndex
    let tail = content[start...]
    let isOurs = tail.prefix(Self.lineStart.count).elementsEqual(Self.lineStart.prefix(tail.count))
    let isWhole = (try? JSONSerialization.jsonObject(with: Data(tail))) != nil
    guard isOurs && !isWhole else {
      try write(Data([Self.newline]))
      return content
    }
    guard ftruncate(handle.fileDescriptor, off_t(start)) == 0 else {
      throw AlertFileError(path: path, operation: "mending", code: errno)
    }
    return content[..<start]
  }

  private static func id(of line: Data) -> String? {
    guard line.starts(with: lineStart) else { return nil }
    let id = line.dropFirst(lineStart.count).prefix { $0 != UInt8(ascii: "\"") }
    return String(decoding: id, as: UTF8.self)
  }
}
