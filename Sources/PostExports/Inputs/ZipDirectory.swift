import Foundation

/// One file in a ZIP archive, as the central directory describes it.
struct ZipEntry: Sendable, Hashable {
  var name: String
  /// 0 is stored, 8 is deflated; the others are not read.
  var method: Int
  var isEncrypted: Bool
  var packedBytes: Int
  var unpackedBytes: Int
  /// Where its local header lies in the archive.
  var offset: Int
  /// The CRC-32 of its unpacked bytes.
  var checksum: UInt32

  var isDirectory: Bool { name.hasSuffix("/") }
}

/// The central directory at the end of a ZIP archive (APPNOTE 6.3, with Zip64).
enum ZipDirectory {
  /// A larger directory, of some millions of files, is not read.
  private static let mostBytes = 256 << 20

  /// Whether the file at `path` begins as ZIP archives do.
  static func isArchive(_ path: String) -> Bool {
    // A pipe that is opened and closed for a look ends its writer (SIGPIPE).
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let start = try? bytes(path, at: 0, count: 4)
    return start == [0x50, 0x4B, 0x03, 0x04] || start == [0x50, 0x4B, 0x05, 0x06]
  }

  /// The files of the archive, in its own order.
  static func entries(of path: String) throws(PostExportError) -> [ZipEntry] {
    let size = try FileSource(path: path).totalBytes ?? 0
    let (place, count) = try extent(path, size: size)
    guard place.count <= mostBytes, place.upperBound <= size else {
      throw .damagedArchive(path: path, "its directory lies outside of the file")
    }
    let directory = ZipFields(path, try bytes(path, at: place.lowerBound, count: place.count))
    var entries: [ZipEntry] = []
    var at = 0
    while entries.count < count {
      let entry = try entry(directory, &at)
      if !entry.isDirectory { entries.append(entry) }
      if at == directory.bytes.count { break }
    }
    // Files that share their bytes are how small archives become huge.
    if entries.reduce(0, { $0 &+ min($1.packedBytes, size + 1) }) > size {
      throw .damagedArchive(path: path, "its files overlap")
    }
    return entries
  }

  /// Where the directory lies, and for how many files.
  private static func extent(_ path: String, size: Int) throws(PostExportError) -> (Range<Int>, count: Int) {
    let tailStart = max(0, size - 22 - 0xFFFF)
    let tail = ZipFields(path, try bytes(path, at: tailStart, count: size - tailStart))
    var end = tail.bytes.count - 22
    while end >= 0, try !isEnd(tail, at: end) { end -= 1 }
    guard end >= 0 else { throw .damagedArchive(path: path, "no directory at its end: cut off?") }
    var count = try tail.number(end + 10, 2)
    var bytes = try tail.number(end + 12, 4)
    var offset = try tail.number(end + 16, 4)
    if end >= 20, try tail.number(end - 20, 4) == 0x0706_4B50 {
      let place = try tail.number(end - 12, 8)
      let record = ZipFields(path, try Self.bytes(path, at: place, count: 56))
      guard try record.number(0, 4) == 0x0606_4B50 else {
        throw .damagedArchive(path: path, "the Zip64 record is missing")
      }
      count = try record.number(32, 8)
      bytes = try record.number(40, 8)
      offset = try record.number(48, 8)
    }
    guard offset <= size, bytes <= size else {
      throw .damagedArchive(path: path, "its directory lies outside of the file")
    }
    return (offset..<offset + bytes, count)
  }

  /// The end record reaches to the end of the file with its comment.
  private static func isEnd(_ tail: ZipFields, at: Int) throws(PostExportError) -> Bool {
    guard try tail.number(at, 4) == 0x0605_4B50 else { return false }
    return try at + 22 + tail.number(at + 20, 2) == tail.bytes.count
  }

  private static func entry(_ fields: ZipFields, _ at: inout Int) throws(PostExportError) -> ZipEntry {
    guard try fields.number(at, 4) == 0x0201_4B50 else {
      throw .damagedArchive(path: fields.path, "its directory can't be read")
    }
    let nameEnd = try at + 46 + fields.number(at + 28, 2)
    let extraEnd = try nameEnd + fields.number(at + 30, 2)
    var entry = ZipEntry(
      name: printable(try fields.slice(at + 46, nameEnd)),
      method: try fields.number(at + 10, 2),
      isEncrypted: try fields.number(at + 8, 2) & 1 == 1,
      packedBytes: try fields.number(at + 20, 4),
      unpackedBytes: try fields.number(at + 24, 4),
      offset: try fields.number(at + 42, 4),
      checksum: UInt32(truncatingIfNeeded: try fields.number(at + 16, 4))
    )
    try applyZip64(fields, nameEnd, extraEnd, &entry)
    at = try extraEnd + fields.number(at + 32, 2)
    return entry
  }

  /// Takes from the extra fields what did not fit into 32 bits.
  private static func applyZip64(
    _ fields: ZipFields,
    _ start: Int,
    _ end: Int,
    _ entry: inout ZipEntry
  ) throws(PostExportError) {
    var at = start
    while at + 4 <= end {
      let next = try at + 4 + fields.number(at + 2, 2)
      if try fields.number(at, 2) == 1 {
        var value = at + 4
        for key in [\ZipEntry.unpackedBytes, \.packedBytes, \.offset] where entry[keyPath: key] == 0xFFFF_FFFF {
          entry[keyPath: key] = try fields.number(value, 8)
          value += 8
        }
      }
      at = next
    }
  }

  /// Names are shown on terminals, so control characters go.
  private static func printable(_ name: ArraySlice<UInt8>) -> String {
    String(decoding: name.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
  }

  /// Where the data of an entry begin.
  static func dataStart(_ entry: ZipEntry, in path: String) throws(PostExportError) -> Int {
    let header = ZipFields(path, try bytes(path, at: entry.offset, count: 30))
    guard try header.number(0, 4) == 0x0403_4B50 else {
      throw .damagedArchive(path: path, "\(entry.name) is not where the directory says")
    }
    return try entry.offset + 30 + header.number(26, 2) + header.number(28, 2)
  }

  /// At most `count` bytes from `offset` on; fewer where the file ends.
  private static func bytes(_ path: String, at offset: Int, count: Int) throws(PostExportError) -> [UInt8] {
    var source = try FileSource(path: path, name: path, offset: offset, count: count)
    var bytes: [UInt8] = []
    while try source.read(count, into: &bytes) > 0 {}
    return bytes
  }
}

/// Little-endian numbers at places of an archive that may be anything.
private struct ZipFields {
  let path: String
  let bytes: [UInt8]

  init(_ path: String, _ bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }

  func number(_ at: Int, _ count: Int) throws(PostExportError) -> Int {
    let value = try slice(at, at + count).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard value < 1 << 62 else { throw .damagedArchive(path: path, "a size beyond all bounds") }
    return Int(value)
  }

  func slice(_ from: Int, _ to: Int) throws(PostExportError) -> ArraySlice<UInt8> {
    guard from <= to, to <= bytes.count else { throw .damagedArchive(path: path, "cut off") }
    return bytes[from..<to]
  }
}
