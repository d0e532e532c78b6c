import LoopbackServer
import Testing

@testable import Transfers

/// Servers that mean no good. Each is given up within its limit and for the named reason.
@Suite(.timeLimit(.minutes(1))) struct HostileServerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var reason: TransferError.Reason
    var response: Response
    var testDescription: String { name }
  }

  static let ok = "HTTP/1.1 200 OK\r\n"
  static let chunked = ok + "Transfer-Encoding: chunked\r\n\r\n"
  static let letters = [UInt8](repeating: 0x41, count: 1 << 16)

  static let cases: [Case] = [
    Case(
      name: "announced body too large",
      reason: .bodyTooLarge,
      response: Response(body: [UInt8](repeating: 65, count: 100_001))
    ),
    Case(
      name: "gzip bomb of 50 MB",
      reason: .bodyTooLarge,
      response: Response(headers: [.init("Content-Encoding", "gzip")], body: gzipOfZeros(atLeast: 50_000_000))
    ),
    Case(
      name: "endless chunked body",
      reason: .bodyTooLarge,
      response: .raw(.send(chunked), .sendForever(Array("10\r\n0123456789abcdef\r\n".utf8)))
    ),
    Case(name: "endless body", reason: .bodyTooLarge, response: .raw(.send(ok + "\r\n"), .sendForever(letters))),
    Case(
      name: "endless body of a redirect",
      reason: .bodyTooLarge,
      response: .raw(.send("HTTP/1.1 302 x\r\nLocation: /\r\n\r\n"), .sendForever(letters))
    ),
    Case(
      name: "one header of 20 MB",
      reason: .headersTooLarge,
      response: .raw(.send(ok + "X: "), .send([UInt8](repeating: 65, count: 20 << 20)), .send("\r\n\r\n"))
    ),
    Case(
      name: "endless headers",
      reason: .headersTooLarge,
      response: .raw(.send(ok), .sendForever(Array("X-A: b\r\n".utf8)))
    ),
    Case(
      name: "endless interim responses",
      reason: .headersTooLarge,
      response: .raw(.sendForever(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)))
    ),
    Case(
      name: "endless trailers",
      reason: .headersTooLarge,
      response: .raw(.send(chunked + "0\r\n"), .sendForever(Array("X-T: b\r\n".utf8)))
    ),
    Case(
      name: "slow headers",
      reason: .stalled,
      response: .raw(.trickle(Array((ok + String(repeating: "X", count: 999)).utf8), every: .milliseconds(50)))
    ),
    Case(
      name: "slow body",
      reason: .stalled,
      response: .raw(.send(ok + "\r\n"), .trickle(letters, every: .milliseconds(50)))
    ),
    Case(name: "silence", reason: .stalled, response: .raw(.hang)),
    Case(
      name: "just fast enough, for ever",
      reason: .timeout,
      response: .raw(.send(ok + "\r\n"), .trickle(letters, every: .milliseconds(1)))
    ),
    Case(
      name: "content length too long",
      reason: .truncated,
      response: .raw(.send(ok + "Content-Length: 100\r\n\r\nshort"))
    ),
    Case(name: "body without its end", reason: .truncated, response: .raw(.send(chunked + "5\r\nab"))),
    Case(
      name: "content length is no number",
      reason: .protocolError,
      response: .raw(.send(ok + "Content-Length: -1\r\n\r\nx"))
    ),
    Case(name: "chunk garbage", reason: .protocolError, response: .raw(.send(chunked + "zz\r\nhello\r\n"))),
    Case(name: "header without colon", reason: .protocolError, response: .raw(.send(ok + "X\r\n\r\n"))),
    Case(name: "closes at once", reason: .protocolError, response: .raw()),
    Case(name: "no HTTP", reason: .protocolError, response: .raw(.send("SSH-2.0-OpenSSH_9.2\r\n"))),
    Case(
      name: "gzip that is none",
      reason: .protocolError,
      response: Response(headers: [.init("Content-Encoding", "gzip")], body: letters)
    ),
    Case(
      name: "encodings piled up",
      reason: .protocolError,
      response: Response(headers: [.init("Content-Encoding", "gzip, gzip, gzip, gzip, gzip, gzip")], body: letters)
    ),
  ]

  @Test(arguments: cases) func isGivenUpForTheNamedReason(hostile: Case) async throws {
    try await withLoopback({ _ in hostile.response }) { server, engine in
      var error: TransferError?
      let elapsed = await ContinuousClock().measure {
        error = await failure(of: engine, TransferRequest(url: server.url("/x?secret=1"), limits: tight))
      }
      #expect(error?.reason == hostile.reason, "\(String(describing: error))")
      #expect(error?.description.contains("secret") == false)
      // The reason says which limit ended it; the clock only that one did, however busy the machine is.
      #expect(elapsed < .seconds(20))
    }
  }

  @Test func bytesBehindTheContentLengthAreIgnored() async throws {
    try await withLoopback({ _ in .raw(.send(Self.ok + "Content-Length: 2\r\n\r\nokEXTRA")) }) { server, engine in
      for _ in 0..<2 {
        let response = try await engine.send(TransferRequest(url: server.url()))
        #expect(response.body == Array("ok".utf8))
      }
    }
  }

  @Test func aBodyOfExactlyTheLimitPasses() async throws {
    try await withLoopback({ _ in Response(body: [UInt8](repeating: 65, count: 100_000)) }) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url(), limits: tight))
      #expect(response.body.count == 100_000)
    }
  }
}
