import Foundation
import Glibc
import Testing

@testable import LoopbackServer

@Suite struct LoopbackServerTests {
  @Test func readsRequestsAndKeepsTheConnection() throws {
    let server = try LoopbackServer { request in
      Response(
        text: "\(request.method) \(request.path) \(request.query) \(request.headers["x-a"] ?? "-") \(request.body)"
      )
    }
    defer { server.stop() }
    let client = try Client(server)
    client.send(
      "GET /a?b=c HTTP/1.1\r\nX-A: 1\r\nX-a: 2\r\n\r\nPOST /p HTTP/1.1\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
    )
    let text = client.readAll()
    #expect(text.contains("GET /a b=c 1, 2 []"))
    #expect(text.contains("Connection: keep-alive\r\n"))
    #expect(text.hasSuffix("POST /p  - [104, 105]"))
    #expect(server.acceptedConnections == 1)
    #expect(server.receivedRequests == 2)
  }

  @Test(arguments: ["nonsense\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -4\r\n\r\n", "GET / FTP/1\r\n\r\n"])
  func badRequestsGet400(text: String) throws {
    let server = try LoopbackServer { _ in Response() }
    defer { server.stop() }
    let client = try Client(server)
    client.send(text)
    #expect(client.readAll().hasPrefix("HTTP/1.1 400 "))
    #expect(server.receivedRequests == 0)
  }

  @Test func notModifiedHasNoBody() throws {
    let server = try LoopbackServer { _ in Response(status: 304, body: [1, 2, 3]) }
    defer { server.stop() }
    let client = try Client(server)
    client.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
    #expect(client.readAll().hasSuffix("close\r\n\r\n"))
  }

  @Test func scriptsSendRawBytesAndClose() throws {
    let server = try LoopbackServer { _ in
      .raw(.send("HTP"), .pause(.milliseconds(5)), .trickle(Array("-slow".utf8), every: .milliseconds(1)))
    }
    defer { server.stop() }
    let client = try Client(server)
    client.send("GET / HTTP/1.1\r\n\r\n")
    #expect(client.readAll() == "HTP-slow")
  }

  @Test func refusesAddressesThatAreNotLoopback() {
    for address in ["0.0.0.0", "128.0.0.1", "::1", "localhost", ""] {
      #expect(throws: LoopbackError.self) { try LoopbackServer(address: address) { _ in Response() } }
    }
  }

  @Test func saysWhyAPortIsTaken() throws {
    let server = try LoopbackServer { _ in Response() }
    defer { server.stop() }
    let error = #expect(throws: LoopbackError.self) {
      try LoopbackServer(port: server.port) { _ in Response() }
    }
    #expect(error?.message.contains("bind") == true)
  }

  @Test(.timeLimit(.minutes(1))) func stopEndsHangingConnectionsAndGivesDescriptorsBack() throws {
    let steps: [Response.Step] = [
      .hang, .sendForever([65]), .trickle([UInt8](repeating: 65, count: 999), every: .seconds(9)), .pause(.seconds(99)),
    ]
    for round in 0..<20 {
      let server = try LoopbackServer { request in
        var response = Response()
        response.script = request.path == "/idle" ? nil : [steps[round % steps.count]]
        return response
      }
      let clients = try (0..<5).map { _ in try Client(server) }
      for (index, client) in clients.enumerated() {
        client.send("GET /\(index == 0 ? "idle" : "") HTTP/1.1\r\n\r\n")
      }
      while server.receivedRequests < 5 { usleep(1000) }
      server.stop()
      server.stop()
      #expect(throws: (any Error).self) { try Client(server) }
    }
  }
}

/// A blocking client that sends what it is told.
private final class Client {
  private let descriptor: Int32

  struct ConnectError: Error {}

  init(_ server: LoopbackServer) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = server.port.bigEndian
    name.sin_addr.s_addr = inet_addr(server.address)
    let isConnected = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    if !isConnected { throw ConnectError() }
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
  }

  func readAll() -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer.prefix(count)
    }
  }
}
