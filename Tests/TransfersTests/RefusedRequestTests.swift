import Testing

@testable import Transfers

/// Requests and configurations that are refused before anything is sent.
@Suite struct RefusedRequestTests {
  @Test(arguments: [
    ("", TransferError.Reason.invalidURL), ("feed.xml", .invalidURL), ("//host/x", .invalidURL),
    ("http://", .invalidURL),
    ("http://a\u{0}b.example/", .invalidURL), ("http://a.example:99999/", .invalidURL), ("http://[::1/", .invalidURL),
    ("http://a.example/\r\nX: y", .invalidURL), ("file:///etc/passwd", .unsupportedScheme),
    ("FTP://a.example/", .unsupportedScheme), ("mailto:a@b.example", .unsupportedScheme),
    ("localhost:80/x", .unsupportedScheme),
  ])
  func addressesThatCanNotBeFetched(url: String, reason: TransferError.Reason) async throws {
    let engine = try loopbackEngine()
    let error = await failure(of: engine, TransferRequest(url: url))
    #expect(error?.reason == reason)
    #expect(error?.message.contains("Use ") == true)
    #expect(error?.url.contains { $0.isNewline } == false)
    await engine.shutdown()
  }

  @Test func fieldsThatCanNotBeSent() async throws {
    let engine = try loopbackEngine()
    let requests = [
      TransferRequest(url: "http://a.example/", headers: ["X-Token": "s3cret\r\nHost: evil"]),
      TransferRequest(url: "http://a.example/", headers: ["X Y": "s3cret"]),
      TransferRequest(url: "http://a.example/", headers: ["": "s3cret"]),
      TransferRequest(url: "http://a.example/", headers: ["uSER-agent": "s3cret"]),
      TransferRequest(url: "http://a.example/", headers: ["Cookie": "s3cret"]),
      TransferRequest(url: "http://a.example/", etag: "s3cret\n"),
      TransferRequest(url: "http://a.example/", method: .post(body: [], contentType: "s3cret\u{0}")),
    ]
    for request in requests {
      let error = await failure(of: engine, request)
      #expect(error?.reason == .invalidRequest)
      #expect(error?.description.contains("s3cret") == false)
    }
    await engine.shutdown()
  }

  /// Longer than a label of a name may be, so that the lookup fails without asking any server.
  private let unresolvable = String(repeating: "x", count: 64) + ".example"

  @Test func errorsKeepSecretsOut() async throws {
    let engine = try loopbackEngine()
    let urls = [
      "http://warga:s3cret@127.0.0.2:9/p?key=s3cret#s3cret", "http://warga:s3cret@127.0.0.1:1/p?key=s3cret",
      "http://s3cret@\(unresolvable)/p?s3cret", "http://warga:s3cret@a b/p?s3cret", "ftp://s3cret@host/?s3cret",
      "s3cret@host/?s3cret",
    ]
    for url in urls {
      let error = await failure(of: engine, TransferRequest(url: url, headers: ["Authorization": "s3cret"]))
      #expect(error?.description.contains("s3cret") == false, "\(String(describing: error))")
    }
    await engine.shutdown()
  }

  @Test func aSecretPathIsHidden() async throws {
    let engine = try loopbackEngine()
    for url in ["http://127.0.0.1:1/bot12:s3cret/send", "http://127.0.0.1:99999/s3cret", "s3cret"] {
      let error = await failure(of: engine, TransferRequest(url: url, hidesPath: true))
      #expect(error?.description.contains("s3cret") == false)
    }
    await engine.shutdown()
  }

  @Test func configurationsThatCanNotRun() {
    let bad = [
      TransferConfiguration(contact: ""),
      TransferConfiguration(contact: "a\r\nX: y"),
      TransferConfiguration(contact: "a", certificateFile: "/nonexistent.pem"),
      TransferConfiguration(contact: "a", proxy: ""),
    ]
    for configuration in bad {
      let error = #expect(throws: TransferError.self) { try TransferEngine(configuration: configuration) }
      #expect(error?.reason == .invalidConfiguration)
    }
  }

  @Test func unknownHostsAndClosedPortsAreNamed() async throws {
    let engine = try loopbackEngine()
    #expect(await failure(of: engine, TransferRequest(url: "http://127.0.0.1:1/"))?.reason == .connect)
    #expect(await failure(of: engine, TransferRequest(url: "http://\(unresolvable)/"))?.reason == .resolve)
    await engine.shutdown()
  }
}
