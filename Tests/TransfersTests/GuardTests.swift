import LoopbackServer
import Synchronization
import Testing

@testable import Transfers

@Suite struct GuardTests {
  @Test func loopbackIsRefusedByDefaultAndNothingArrives() async throws {
    let server = try LoopbackServer { _ in Response(text: "secret") }
    defer { server.stop() }
    let engine = try TransferEngine(configuration: TransferConfiguration(contact: "mailto:ronda@diskominfo.example"))
    let spellings = [
      "127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0", "[::1]",
      "[::ffff:127.0.0.1]",
    ]
    for host in spellings {
      let error = await failure(of: engine, TransferRequest(url: "http://\(host):\(server.port)/", limits: tight))
      #expect(error?.reason == .refusedAddress, "\(host)")
      #expect(error?.message.contains("was not contacted. Allow its network") == true)
    }
    #expect(server.acceptedConnections == 0)
    await engine.shutdown()
  }

  @Test func onlyTheAllowedAddressIsReached() async throws {
    let forbidden = try LoopbackServer(address: "127.0.0.2") { _ in Response(text: "secret") }
    defer { forbidden.stop() }
    try await withLoopback({ _ in Response(text: "fine") }) { server, engine in
      let response = try await engine.send(TransferRequest(url: server.url()))
      #expect(response.status == 200)
      let error = await failure(of: engine, TransferRequest(url: forbidden.url("/a?token=1")))
      #expect(error?.reason == .refusedAddress)
      #expect(error?.url == forbidden.url("/a?…"))
      #expect(error?.message.hasPrefix("127.0.0.2 is a loopback address") == true)
      #expect(forbidden.acceptedConnections == 0)
    }
  }

  @Test func aRedirectDoesNotGetAroundTheGuard() async throws {
    let forbidden = try LoopbackServer(address: "127.0.0.2") { _ in Response(text: "secret") }
    defer { forbidden.stop() }
    let target = forbidden.url("/metadata")
    try await withLoopback({ _ in .redirect(to: target) }) { server, engine in
      let error = await failure(of: engine, TransferRequest(url: server.url()))
      #expect(error?.reason == .refusedAddress)
      #expect(error?.url == target)
      #expect(forbidden.acceptedConnections == 0)
    }
  }

  @Test func anAnswerOfTheNameServerThatChangesIsCheckedAnew() async throws {
    let forbidden = try LoopbackServer(address: "127.0.0.2") { _ in Response(text: "secret") }
    defer { forbidden.stop() }
    // The script closes the connection, so that the second request needs a new one.
    let allowed = try LoopbackServer(port: forbidden.port) { _ in
      .raw(.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nfine"))
    }
    defer { allowed.stop() }
    let asked = Mutex(0)
    let block = try #require(AddressBlock("127.0.0.1/32"))
    let configuration = TransferConfiguration(contact: "a@b.example", allowedPrivateNetworks: [block])
    let engine = try TransferEngine(
      configuration: configuration,
      resolver: { _ in
        asked.withLock { count in
          count += 1
          return count == 1 ? "127.0.0.1" : "127.0.0.2"
        }
      }
    )
    let request = TransferRequest(url: "http://desa.example:\(forbidden.port)/")
    #expect(try await engine.send(request).remoteAddress == "127.0.0.1")
    #expect(await failure(of: engine, request)?.reason == .refusedAddress)
    #expect(forbidden.acceptedConnections == 0)
    await engine.shutdown()
  }

  @Test func aNameWithOneAllowedAddressIsReached() async throws {
    // "localhost" is ::1 and 127.0.0.1 for libcurl; ::1 is refused, then 127.0.0.1 is tried.
    try await withLoopback({ _ in Response(text: "fine") }) { server, engine in
      let response = try await engine.send(TransferRequest(url: "http://feed.localhost:\(server.port)/"))
      #expect(response.remoteAddress == "127.0.0.1")
    }
  }

  @Test func aProxyIsGuardedAndDoesNotOpenNumericAddresses() async throws {
    let proxy = try LoopbackServer { Response(text: "via proxy \($0.path)") }
    defer { proxy.stop() }
    let engine = try loopbackEngine { $0.proxy = proxy.url("") }
    let response = try await engine.send(TransferRequest(url: "http://feed.example/a"))
    #expect(String(decoding: response.body, as: UTF8.self) == "via proxy http://feed.example/a")
    let error = await failure(of: engine, TransferRequest(url: "http://0x7f.2/a"))
    #expect(error?.reason == .refusedAddress)
    #expect(proxy.receivedRequests == 1)
    await engine.shutdown()

    let strict = try TransferEngine(configuration: .init(contact: "a@b.example", proxy: proxy.url("")))
    #expect(await failure(of: strict, TransferRequest(url: "http://feed.example/"))?.reason == .refusedAddress)
    #expect(proxy.receivedRequests == 1)
    await strict.shutdown()
  }
}
