import Dashboard
import Foundation
import Testing

/// Who connects and says nothing, or too much, takes no place from others for long.
@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
  /// Runs a server with `limits` while `body` talks to its port.
  private func serving(
    _ limits: ConnectionLimits = ConnectionLimits(),
    _ body: (UInt16) async throws -> Void
  ) async throws {
    let desk = try await Desk()
    let server = try WebServer(#require(ListenAddress("127.0.0.1:0")), desk.dashboard, limits: limits)
    async let served: Void = server.run()
    try await body(#require(await server.port()))
    await server.stop()
    try await served
  }

  private let question = "GET /-/healthy HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"

  @Test func `every answer says when it was given`() async throws {
    try await serving { port in
      let caller = try Caller(port: port)
      await caller.send(question.dropLast(2) + "Connection: close\r\n\r\n")
      #expect(await caller.receive(.max).text.contains("\r\nDate: Tue, 24 Nov 2026 00:10:00 GMT\r\n"))
    }
  }

  @Test func `who waits to be asked for the body is asked`() async throws {
    try await serving { port in
      let caller = try Caller(port: port)
      let fields = "Host: 127.0.0.1\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: 16\r\n"
      await caller.send("POST /v1/classify HTTP/1.1\r\n\(fields)Connection: close\r\n\r\n")
      let goAhead = "HTTP/1.1 100 Continue\r\n\r\n"
      #expect(await caller.receive(goAhead.utf8.count, patience: .seconds(5)).text == goAhead)
      await caller.send("{\"text\": \"halo\"}")
      #expect(await caller.answer() == "HTTP/1.1 200 OK")
    }
  }

  private func expectHealthy(_ port: UInt16) async throws {
    let caller = try Caller(port: port)
    await caller.send(question)
    #expect(await caller.answer() == "HTTP/1.1 200 OK")
  }

  @Test func `a connection that never finishes its head is closed`() async throws {
    try await serving(ConnectionLimits(patience: .seconds(1))) { port in
      let slow = try Caller(port: port)
      await slow.send(String(question.prefix(20)))
      #expect(await slow.isClosed(within: .seconds(10)))
      try await expectHealthy(port)
    }
  }

  @Test func `a head that grows byte by byte is closed all the same`() async throws {
    try await serving(ConnectionLimits(patience: .seconds(1))) { port in
      let slow = try Caller(port: port)
      var isClosed = false
      for byte in question.dropLast(4) where !isClosed {
        await slow.send(String(byte))
        isClosed = await slow.isClosed(within: .milliseconds(100))
      }
      #expect(isClosed)
    }
  }

  @Test func `a body that never ends is closed`() async throws {
    try await serving(ConnectionLimits(patience: .seconds(1))) { port in
      let slow = try Caller(port: port)
      await slow.send("POST /v1/classify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{")
      #expect(await slow.isClosed(within: .seconds(10)))
    }
  }

  enum Flood: CaseIterable {
    case address, fields, field

    var head: String {
      switch self {
      case .address: "GET /" + String(repeating: "a", count: 3_000_000)
      case .fields: "GET /-/healthy HTTP/1.1\r\n" + String(repeating: "X-A: b\r\n", count: 400_000)
      case .field: "GET /-/healthy HTTP/1.1\r\nX-A: " + String(repeating: "b", count: 3_000_000)
      }
    }
  }

  @Test(arguments: Flood.allCases)
  func `a head without bounds is refused and keeps nobody waiting`(flood: Flood) async throws {
    try await serving { port in
      let callers = try (0..<4).map { _ in try Caller(port: port) }
      await withTaskGroup { group in
        for caller in callers { group.addTask { _ = await caller.send(Data(flood.head.utf8), patience: .seconds(2)) } }
      }
      try await expectHealthy(port)
      // Well before patience ends, and without an answer to the question.
      for caller in callers {
        let (text, isClosed) = await caller.receive(.max, patience: .seconds(5))
        #expect(isClosed && (text.isEmpty || text.hasPrefix("HTTP/1.1 400")))
      }
    }
  }

  @Test func `only so many are connected; the others are closed at once`() async throws {
    try await serving(ConnectionLimits(connections: 2, patience: .seconds(30))) { port in
      let admitted = try (0..<2).map { _ in try Caller(port: port) }
      for caller in admitted {
        await caller.send(question)
        #expect(await caller.answer() == "HTTP/1.1 200 OK")
      }
      #expect(await (try Caller(port: port)).isClosed(within: .seconds(10)))
      await admitted[0].send(question)
      #expect(await admitted[0].answer() == "HTTP/1.1 200 OK", "those who are connected are served")
    }
  }

  @Test func `questions sent together are answered in their order`() async throws {
    try await serving { port in
      let caller = try Caller(port: port)
      await caller.send(question + "GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
      let (text, isClosed) = await caller.receive(.max)
      #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n") && text.contains("\r\n\r\nhealthy\nHTTP/1.1 404 Not Found\r\n"))
      #expect(isClosed)
    }
  }

  @Test func `a body over the limit is answered with 413, and the connection goes on`() async throws {
    try await serving { port in
      let caller = try Caller(port: port)
      await caller.send("POST /v1/classify HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1048577\r\n\r\n")
      await caller.send(Data(count: 1_048_577))
      #expect(await caller.answer()?.hasPrefix("HTTP/1.1 413") == true)
      await caller.send(question)
      #expect(await caller.answer() == "HTTP/1.1 200 OK")
    }
  }

  @Test func `HEAD says how long the answer would be, and sends none`() async throws {
    try await serving { port in
      let caller = try Caller(port: port)
      await caller.send("HEAD /-/healthy HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
      let (text, _) = await caller.receive(.max)
      #expect(text.contains("Content-Length: 8\r\n") && text.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func `a server that stops does not wait for those who say nothing`() async throws {
    let started = ContinuousClock.now
    try await serving(ConnectionLimits(patience: .seconds(30))) { port in
      let caller = try Caller(port: port)
      await caller.send(question)
      #expect(await caller.answer() == "HTTP/1.1 200 OK")
    }
    #expect(ContinuousClock.now - started < .seconds(10))
  }

  @Test func `an address in use is told of`() async throws {
    try await serving { port in
      let desk = try await Desk()
      let second = try WebServer(#require(ListenAddress("127.0.0.1:\(port)")), desk.dashboard)
      let failure = await #expect(throws: WebServer.Failure.self) { try await second.run() }
      #expect(failure?.description.contains("127.0.0.1:\(port): Address already in use; free it") == true)
      #expect(await second.port() == nil)
    }
  }
}
