import Foundation
import LoopbackServer
import Synchronization
import Testing

@testable import Transfers

@Suite struct FetchTests {
  @Test func fetchesABody() async throws {
    try await withLoopback({ Response(contentType: "text/xml", text: "\($0.path)|\($0.query)") }) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url("/feed.xml?page=2#part")))
      #expect(response.status == 200)
      #expect(String(decoding: response.body, as: UTF8.self) == "/feed.xml|page=2")
      #expect(response.headers["CONTENT-type"] == "text/xml")
      #expect(response.finalURL == server.url("/feed.xml?page=2"))
      #expect(response.remoteAddress == "127.0.0.1")
      #expect(response.redirects.isEmpty)
      #expect(!response.notModified)
    }
  }

  @Test func everyStatusIsAResponse() async throws {
    try await withLoopback({ _ in Response(status: 503, headers: [.init("Retry-After", "120")]) }) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url()))
      #expect(response.status == 503)
      #expect(response.headers["retry-after"] == "120")
    }
  }

  @Test func conditionalFieldsGoOutUnchangedAnd304ComesBack() async throws {
    let handler: @Sendable (Request) -> Response = { request in
      let isCurrent =
        request.headers["if-none-match"] == #"W/"odd ,tag""#
        && request.headers["if-modified-since"] == "yesterday, or so"
      return isCurrent ? Response(status: 304, headers: [.init("ETag", "new")]) : Response(text: "changed")
    }
    try await withLoopback(handler) { server, engine in
      let request = TransferRequest(url: server.url(), etag: #"W/"odd ,tag""#, lastModified: "yesterday, or so")
      let response = try await engine.send(request)
      #expect(response.notModified)
      #expect(response.body.isEmpty)
      #expect(response.headers["ETag"] == "new")
      let fresh = try await engine.send(TransferRequest(url: server.url()))
      #expect(fresh.status == 200)
    }
  }

  @Test func sendsOneHonestUserAgentAndNothingThatTracks() async throws {
    let seen = Mutex<[String: String]>([:])
    let handler: @Sendable (Request) -> Response = { request in
      seen.withLock { $0 = request.headers }
      return Response(headers: [.init("Set-Cookie", "id=1"), .init("Location", "/x")])
    }
    try await withLoopback(handler) { server, engine in
      for _ in 0..<2 { _ = try await engine.send(TransferRequest(url: server.url(), headers: ["X-Empty": ""])) }
      let headers = seen.withLock { $0 }
      #expect(headers["user-agent"] == "Ronda/1.0 (+mailto:ronda@diskominfo.example)")
      #expect(headers["accept-encoding"] == "gzip, br, zstd")
      #expect(headers["x-empty"] == "")
      #expect(headers["cookie"] == nil && headers["referer"] == nil && headers["expect"] == nil)
    }
  }

  @Test(arguments: encodedText) func decodesBodies(name: String, base64: String) async throws {
    let handler: @Sendable (Request) -> Response = { _ in
      Response(headers: [.init("Content-Encoding", name)], body: decoded(base64: base64))
    }
    try await withLoopback(handler) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url()))
      #expect(response.body == plainText)
    }
  }

  @Test(arguments: [0, 5, 300_000]) func postsABody(size: Int) async throws {
    let sent = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let handler: @Sendable (Request) -> Response = { request in
      Response(
        headers: [.init("X-Seen", "\(request.method) \(request.headers["content-type"] ?? "-")")],
        body: request.body
      )
    }
    try await withLoopback(handler) { server, engine in
      let method = TransferRequest.Method.post(body: sent, contentType: "application/json")
      let response = try await engine.send(TransferRequest(url: server.url(), method: method))
      #expect(response.headers["x-seen"] == "POST application/json")
      #expect(response.body == sent)
    }
  }

  @Test func userAndPasswordBecomeBasicAuthentication() async throws {
    try await withLoopback({ Response(text: $0.headers["authorization"] ?? "none") }) { server, engine in
      let response = try await engine.send(TransferRequest(url: "http://warga:sandi@127.0.0.1:\(server.port)/"))
      #expect(String(decoding: response.body, as: UTF8.self) == "Basic d2FyZ2E6c2FuZGk=")
    }
  }

  @Test func theConnectionIsReusedWhereAskedFor() async throws {
    try await withLoopback({ _ in Response(text: "x") }) { server, engine in
      for _ in 0..<20 { _ = try await engine.send(TransferRequest(url: server.url(), keepsConnection: true)) }
      #expect(server.acceptedConnections == 1)
      let last = TransferRequest(url: server.url())
      _ = try await engine.send(last)
      #expect(server.acceptedConnections == 1, "an open connection is used before it is closed")
      _ = try await engine.send(last)
      #expect(server.acceptedConnections == 2)
      #expect(server.receivedRequests == 22)
    }
  }

  @Test func readsOddHeaders() async throws {
    let handler: @Sendable (Request) -> Response = { _ in
      .raw(
        .send(
          "HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-A:  one \r\nx-a: two\r\nX-Fold: a\r\n  b\r\n"
            + "X-Empty:\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Trailer: t\r\n\r\n"
        )
      )
    }
    try await withLoopback(handler) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url()))
      #expect(response.headers.values(of: "X-A") == ["one", "two"])
      #expect(response.headers["X-Fold"] == "a b")
      #expect(response.headers["X-Empty"] == "")
      #expect(response.headers["X-Early"] == nil && response.headers["X-Trailer"] == nil)
      #expect(response.body == Array("ok".utf8))
    }
  }
}
