// A gzip file as a body, such as `sitemap.xml.gz`. Not a content encoding: those are undone by the transfer.
//
// Invariants
// - The C side reads at most the packed bytes it is given and writes at most the uninitialised capacity it is told of;
//   only what it reports as written becomes part of the output.
// - The stream is closed by `unpacked`, which alone holds it.
import CCompression

enum Gzip {
  private static let chunk = 1 << 16

  /// Whether `bytes` begin as a gzip file does.
  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// What is packed in `bytes`; of a damaged or cut file what comes before the damage.
  static func unpacked(_ bytes: [UInt8], limit: Int) throws(FeedError) -> [UInt8] {
    guard let stream = ccompression_open(CCOMPRESSION_GZIP) else { return [] }
    defer { ccompression_close(stream) }
    var output: [UInt8] = []
    var position = 0
    while true {
      let (status, taken, given) = step(stream, bytes.span.extracting(position..<bytes.count), into: &output)
      position += taken
      guard output.count <= limit else { throw .tooLarge(bytes: output.count, limit: limit) }
      if status == CCOMPRESSION_DAMAGED || (taken == 0 && given == 0) { return output }
      if status == CCOMPRESSION_END, position == bytes.count { return output }
    }
  }

  private static func step(
    _ stream: OpaquePointer,
    _ input: Span<UInt8>,
    into output: inout [UInt8]
  ) -> (status: ccompression_status, taken: Int, given: Int) {
    var (taken, given) = (0, 0)
    var status = CCOMPRESSION_MORE
    input.withUnsafeBufferPointer { packed in
      output.append(addingCapacity: chunk) { space in
        space.withUnsafeMutableBufferPointer { buffer, filled in
          guard let base = buffer.baseAddress else { return }
          status = ccompression_step(
            stream,
            packed.baseAddress,
            packed.count,
            &taken,
            base + filled,
            chunk,
            &given
          )
          filled += given
        }
      }
    }
    return (status, taken, given)
  }
}
