import LoopbackServer
import Synchronization
import Testing

@testable import Transfers

@Suite(.timeLimit(.minutes(1))) struct HostileNeighboursTests {
  /// All of them at once, each at an address of its own, and an honest server beside them.
  @Test func nothingElseSlowsDown() async throws {
    let block = try #require(AddressBlock("127.0.0.0/8"))
    try await withLoopback(
      { _ in Response(text: "fine") },
      configure: { $0.allowedPrivateNetworks = [block] },
      { honest, engine in
        let hostile = try HostileServerTests.cases.enumerated().map { index, hostile in
          try LoopbackServer(address: "127.0.0.\(index + 2)") { _ in hostile.response }
        }
        defer { for server in hostile { server.stop() } }
        let left = Mutex(hostile.count)
        await withTaskGroup(of: Void.self) { group in
          for server in hostile {
            group.addTask {
              _ = await failure(of: engine, TransferRequest(url: server.url(), limits: tight))
              left.withLock { $0 -= 1 }
            }
          }
          group.addTask {
            var slowest = Duration.zero
            var transfers = 0
            while left.withLock({ $0 }) > 0 {
              let elapsed = await ContinuousClock().measure {
                #expect((try? await engine.send(TransferRequest(url: honest.url())))?.status == 200)
              }
              slowest = max(slowest, elapsed)
              transfers += 1
            }
            // The hostile ones take 1 to 3 seconds each.
            #expect(slowest < .seconds(1) && transfers > 20, "\(transfers) transfers, the slowest took \(slowest)")
          }
        }
      }
    )
  }
}
