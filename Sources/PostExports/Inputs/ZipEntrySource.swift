import CCompression

/// The unpacked bytes of one file in a ZIP archive, read as they are asked for.
///
/// Never gives more than the directory promised, and says at the end if the bytes are not those that were packed.
struct ZipEntrySource: ByteSource {
  let name: String
  private var packed: FileSource
  private var unpacking: (decompressor: Decompressor, input: [UInt8], taken: Int)?
  private var left: Int
  private var checksum = Checksum()
  private let expected: UInt32

  /// Text shrinks to a tenth. What grows more than this, and to more than a few megabytes, was made to do harm.
  private static let mostGrowth = 200
  private static let harmlessBytes = 64 << 20
  private static let chunkBytes = 64 << 10

  init(_ entry: ZipEntry, in archive: String) throws(PostExportError) {
    name = "\(archive)/\(entry.name)"
    left = entry.unpackedBytes
    expected = entry.checksum
    if entry.isEncrypted {
      throw .unsupported(path: name, reason: "it is encrypted", advice: "unpack it with its password first")
    }
    if entry.unpackedBytes > Self.harmlessBytes, entry.unpackedBytes / Self.mostGrowth > entry.packedBytes {
      let reason = "\(entry.packedBytes) bytes that unpack to \(entry.unpackedBytes)"
      throw .unsupported(path: name, reason: reason, advice: "unpack it yourself if you trust it")
    }
    let start = try ZipDirectory.dataStart(entry, in: archive)
    packed = try FileSource(path: archive, name: name, offset: start, count: entry.packedBytes)
    switch entry.method {
    case 0: unpacking = nil
    case 8:
      guard let decompressor = Decompressor(CCOMPRESSION_DEFLATE) else {
        throw .unreadable(path: name, reason: "no memory for unpacking")
      }
      unpacking = (decompressor, [], 0)
    default:
      let reason = "it is packed by method \(entry.method), not deflate"
      throw .unsupported(path: name, reason: reason, advice: "unpack the archive first")
    }
  }

  var totalBytes: Int? { packed.totalBytes }
  var position: Int { packed.position }

  mutating func read(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
    let before = buffer.count
    let given = unpacking == nil ? try packed.read(count, into: &buffer) : try unpack(count, into: &buffer)
    checksum.add(buffer.span.extracting(before..<buffer.count))
    left -= given
    if left < 0 { throw .damagedArchive(path: name, "more bytes than its directory says") }
    if given == 0 && left > 0 { throw .damagedArchive(path: name, "cut off") }
    if given == 0 && checksum.value != expected { throw .damagedArchive(path: name, "its checksum differs") }
    return given
  }

  private mutating func unpack(_ count: Int, into buffer: inout [UInt8]) throws(PostExportError) -> Int {
    guard case (let decompressor, var input, var taken)? = unpacking else { return 0 }
    unpacking = nil
    defer { unpacking = (decompressor, input, taken) }
    // One byte more than promised would show a lie.
    let count = min(count, left + 1)
    while true {
      if taken == input.count {
        input.removeAll(keepingCapacity: true)
        taken = 0
        if try packed.read(Self.chunkBytes, into: &input) == 0 { return 0 }
      }
      let step = decompressor.step(input.span.extracting(taken..<input.count), count, into: &buffer)
      taken += step.taken
      if step.given > 0 { return step.given }
      if step.status == CCOMPRESSION_END { return 0 }
      if step.status == CCOMPRESSION_DAMAGED { throw .damagedArchive(path: name, "bytes that can't be unpacked") }
    }
  }
}
