import Dashboard
import FlyingSocks
import Foundation
import Testing

/// Who connects and says nothing takes no place from others for long.
@Suite(.timeLimit(.minutes(1))) struct ConnectionTests {
  /// Runs a server with `limits` while `body` talks to its port.
  private func serving(_ limits: ConnectionLimits, _ body: (UInt16) async throws -> Void) async throws {
    let desk = try await Desk()
    let server = try WebServer(#require(ListenAddress("127.0.0.1:0")), desk.dashboard, limits: limits)
    async let served: Void = server.run()
    try await body(#require(await server.port()))
    await server.stop()
    try await served
  }

  private func connect(_ port: UInt16) async throws -> AsyncSocket {
    try await AsyncSocket.connected(to: sockaddr_in.inet(ip4: "127.0.0.1", port: port))
  }

  /// The first line that a server answers with; nil when it closes the connection.
  private func answer(on connection: AsyncSocket) async -> String? {
    let bytes = try? await connection.read(atMost: 4096)
    return bytes.flatMap { String(decoding: $0, as: UTF8.self).split(separator: "\r\n").first.map(String.init) }
  }

  private let question = Data("GET /-/healthy HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".utf8)

  @Test func `a connection that never finishes its request is closed`() async throws {
    try await serving(ConnectionLimits(patience: .seconds(1))) { port in
      let slow = try await connect(port)
      try await slow.write(question.prefix(20))
      #expect(await answer(on: slow) == nil)
      let quick = try await connect(port)
      try await quick.write(question)
      #expect(await answer(on: quick)?.hasPrefix("HTTP/1.1 200") == true)
    }
  }

  @Test func `only so many connections wait; the others are closed at once`() async throws {
    try await serving(ConnectionLimits(waiting: 2, patience: .seconds(30))) { port in
      var silent: [AsyncSocket] = []
      for _ in 0..<2 { silent.append(try await connect(port)) }
      // They wait once the server has looked at them, which nobody outside can see.
      var refused: AsyncSocket?
      while refused == nil {
        let another = try await connect(port)
        if await closes(another, within: .milliseconds(300)) { refused = another } else { silent.append(another) }
        try #require(silent.count < 10)
      }
      try await silent[0].write(question)
      #expect(await answer(on: silent[0])?.hasPrefix("HTTP/1.1 200") == true, "those who wait are served")
    }
  }

  private func closes(_ connection: AsyncSocket, within time: Duration) async -> Bool {
    await withTaskGroup(of: Bool.self) { group in
      group.addTask { await answer(on: connection) == nil }
      group.addTask {
        try? await Task.sleep(for: time)
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
  }
}
