import Foundation
import LoopbackServer
import Testing

@testable import Transfers

/// An engine that may reach 127.0.0.1 and nothing else.
func loopbackEngine(_ change: (inout TransferConfiguration) -> Void = { _ in }) throws -> TransferEngine {
  let block = try #require(AddressBlock("127.0.0.1/32"))
  var configuration = TransferConfiguration(contact: "mailto:ronda@diskominfo.example", allowedPrivateNetworks: [block])
  change(&configuration)
  return try TransferEngine(configuration: configuration)
}

/// Runs a body against a server and an engine, and stops both.
func withLoopback<Result>(
  _ handler: @escaping @Sendable (Request) -> Response,
  configure: (inout TransferConfiguration) -> Void = { _ in },
  _ body: (LoopbackServer, TransferEngine) async throws -> Result
) async throws -> Result {
  let server = try LoopbackServer(handler: handler)
  defer { server.stop() }
  let engine = try loopbackEngine(configure)
  let result: Result
  do {
    result = try await body(server, engine)
  } catch {
    await engine.shutdown()
    throw error
  }
  await engine.shutdown()
  return result
}

/// The error of a transfer that is expected to fail.
func failure(
  of engine: TransferEngine,
  _ request: TransferRequest,
  sourceLocation: SourceLocation = #_sourceLocation
) async -> TransferError? {
  do throws(TransferError) {
    let response = try await engine.send(request)
    Issue.record("status \(response.status) instead of an error", sourceLocation: sourceLocation)
    return nil
  } catch {
    return error
  }
}

/// Tight limits, so that a hostile server is given up quickly.
let tight = TransferLimits(
  bodyBytes: 100_000,
  headerBytes: 16_000,
  total: .seconds(3),
  connect: .seconds(1),
  stall: .seconds(1)
)

/// "ronda malam " twenty times.
let plainText = Array(String(repeating: "ronda malam ", count: 20).utf8)

/// `plainText` in the encodings that are asked for.
let encodedText: [(name: String, base64: String)] = [
  ("gzip", "H4sIAAAAAAACAyvKz0tJVMhNzEnMVSgaAWwAYa3U3PAAAAA="),
  ("zstd", "KLUv/SDwnQAAYHJvbmRhIG1hbGFtIAEA4VMlCQ=="),
  ("br", "G+8AAAScY6ma68CoHh4DxqLnb0YlVA=="),
]

func decoded(base64: String) -> [UInt8] {
  Data(base64Encoded: base64).map(Array.init) ?? []
}

/// A gzip stream of zeros, 20 times smaller than what comes out: one literal, then copies of 258 bytes at distance 1,
/// in the fixed Huffman code (RFC 1951, 3.2.6).
func gzipOfZeros(atLeast size: Int) -> [UInt8] {
  var bits = BitWriter()
  bits.write([1, 1, 0])  // last block, fixed code (low bit first)
  bits.write([0, 0, 1, 1, 0, 0, 0, 0])  // literal 0
  for _ in 0...(size / 258) {
    bits.write([1, 1, 0, 0, 0, 1, 0, 1])  // length 258
    bits.write([0, 0, 0, 0, 0])  // distance 1
  }
  bits.write([0, 0, 0, 0, 0, 0, 0])  // end
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + bits.bytes
}

private struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var count = 0

  mutating func write(_ bits: [UInt8]) {
    for bit in bits {
      if count % 8 == 0 { bytes.append(0) }
      bytes[bytes.count - 1] |= bit << UInt8(count % 8)
      count += 1
    }
  }
}
