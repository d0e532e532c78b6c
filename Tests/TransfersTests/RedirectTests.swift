import LoopbackServer
import Synchronization
import Testing

@testable import Transfers

@Suite struct RedirectTests {
  @Test func followsAChainAndReportsIt() async throws {
    let handler: @Sendable (Request) -> Response = { request in
      switch request.path {
      case "/a": .redirect(301, to: "b?x=1#frag")
      case "/b": .redirect(308, to: "//127.0.0.1:\(request.headers["host"]?.split(separator: ":").last ?? "")/c")
      default: Response(text: request.path)
      }
    }
    try await withLoopback(handler) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url("/a")))
      #expect(response.finalURL == server.url("/c"))
      #expect(
        response.redirects == [
          .init(from: server.url("/a"), status: 301, to: server.url("/b?x=1")),
          .init(from: server.url("/b?x=1"), status: 308, to: server.url("/c")),
        ]
      )
    }
  }

  @Test func noticesALoop() async throws {
    let handler: @Sendable (Request) -> Response = { .redirect(to: $0.path == "/a" ? "/b" : "/a") }
    try await withLoopback(handler) { server, engine in
      #expect(await failure(of: engine, TransferRequest(url: server.url("/a")))?.reason == .redirectLoop)
      #expect(server.receivedRequests == 2)
    }
  }

  @Test func givesUpAfterTheLimit() async throws {
    try await withLoopback({ .redirect(to: $0.path + "x") }) { server, engine in
      #expect(await failure(of: engine, TransferRequest(url: server.url("/")))?.reason == .tooManyRedirects)
      #expect(server.receivedRequests == 11)
      let none = TransferRequest(url: server.url("/"), limits: TransferLimits(redirects: 0))
      #expect(await failure(of: engine, none)?.reason == .tooManyRedirects)
      #expect(server.receivedRequests == 12)
    }
  }

  @Test(arguments: [
    "file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:alert(1)", "data:,x",
  ])
  func leavesTheWebForNoOtherScheme(location: String) async throws {
    try await withLoopback({ _ in .redirect(to: location) }) { server, engine in
      let error = await failure(of: engine, TransferRequest(url: server.url()))
      #expect(error?.reason == .unsupportedScheme)
      #expect(error?.message.hasSuffix("starts with http:// or https://.") == true)
    }
  }

  @Test func unreadableTargetsAreAnError() async throws {
    for location in ["http://", "http://a b/", "http://user:pw@exa mple/?q=secret"] {
      try await withLoopback({ _ in .redirect(to: location) }) { server, engine in
        let error = await failure(of: engine, TransferRequest(url: server.url()))
        #expect(error?.reason == .invalidURL, "\(location)")
        #expect(error?.description.contains("pw") == false)
        #expect(error?.description.contains("secret") == false)
      }
    }
  }

  @Test func credentialsStayAtTheirOrigin() async throws {
    let seen = Mutex<[String: String]>([:])
    let other = try LoopbackServer { request in
      seen.withLock { $0 = request.headers }
      return Response()
    }
    defer { other.stop() }
    let target = other.url("/away")
    let handler: @Sendable (Request) -> Response = { request in
      request.path == "/"
        ? .redirect(to: "/here") : .redirect(to: request.headers["x-api-key"] == nil ? "/bad" : target)
    }
    try await withLoopback(handler) { server, engine in
      let request = TransferRequest(
        url: "http://warga:sandi@127.0.0.1:\(server.port)/",
        headers: ["Authorization": "Bearer s3cret", "X-API-Key": "s3cret", "Accept": "text/xml"],
        etag: "tag"
      )
      let response = try await engine.send(request)
      #expect(response.finalURL == target)
    }
    let headers = seen.withLock { $0 }
    #expect(headers["accept"] == "text/xml")
    #expect(headers["if-none-match"] == "tag")
    #expect(headers["authorization"] == nil && headers["x-api-key"] == nil)
  }

  @Test(arguments: [(301, "GET 0"), (302, "GET 0"), (303, "GET 0"), (307, "POST 4"), (308, "POST 4")])
  func aPostKeepsItsBodyOnlyWhereTheStatusSaysSo(status: Int, expected: String) async throws {
    let handler: @Sendable (Request) -> Response = { request in
      request.path == "/" ? .redirect(status, to: "/next") : Response(text: "\(request.method) \(request.body.count)")
    }
    try await withLoopback(handler) { server, engine in
      let method = TransferRequest.Method.post(body: [1, 2, 3, 4], contentType: "x/y")
      let response = try await engine.send(TransferRequest(url: server.url(), method: method))
      #expect(String(decoding: response.body, as: UTF8.self) == expected)
    }
  }

  @Test func the3xxWithoutATargetAreResponses() async throws {
    for status in [300, 301, 304, 305, 399] {
      try await withLoopback({ _ in Response(status: status) }) { server, engine in
        let response = try await engine.send(TransferRequest(url: server.url()))
        #expect(response.status == status)
      }
    }
  }

  @Test func theTimeLimitCoversTheWholeChain() async throws {
    let handler: @Sendable (Request) -> Response = { request in
      .raw(
        .pause(.milliseconds(250)),
        .send("HTTP/1.1 302 x\r\nLocation: \(request.path)x\r\nContent-Length: 0\r\n\r\n")
      )
    }
    try await withLoopback(handler) { server, engine in
      let limits = TransferLimits(total: .milliseconds(600))
      let error = await failure(of: engine, TransferRequest(url: server.url(), limits: limits))
      #expect(error?.reason == .timeout)
      #expect((2...3).contains(server.receivedRequests))
    }
  }
}
