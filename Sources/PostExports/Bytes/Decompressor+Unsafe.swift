import CCompression

/// A stream of the C side, closed with its last user.
///
/// Invariants of the unsafe part: the C side reads at most the packed bytes it is given and writes at most the
/// uninitialised capacity it is told of; only what it reports as written becomes part of the buffer.
///
/// Safe to send: a source belongs to one reader, and a reader to one thread; nothing else holds the stream.
final class Decompressor: @unchecked Sendable {
  private let stream: OpaquePointer

  init?(_ kind: ccompression_kind) {
    guard let stream = ccompression_open(kind) else { return nil }
    self.stream = stream
  }

  deinit { ccompression_close(stream) }

  func step(
    _ input: Span<UInt8>,
    _ count: Int,
    into buffer: inout [UInt8]
  ) -> (status: ccompression_status, taken: Int, given: Int) {
    var (taken, given) = (0, 0)
    var status = CCOMPRESSION_MORE
    input.withUnsafeBufferPointer { packed in
      buffer.append(addingCapacity: count) { output in
        output.withUnsafeMutableBufferPointer { space, filled in
          guard let base = space.baseAddress else { return }
          let start = packed.baseAddress
          status = ccompression_step(stream, start, packed.count, &taken, base + filled, count, &given)
          filled += given
        }
      }
    }
    return (status, taken, given)
  }
}

/// The CRC-32 of ZIP, carried on.
struct Checksum: Sendable {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: Span<UInt8>) {
    value = bytes.withUnsafeBufferPointer { ccompression_crc32(value, $0.baseAddress, $0.count) }
  }
}
