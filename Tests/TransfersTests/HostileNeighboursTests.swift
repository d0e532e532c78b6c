import LoopbackServer
import Synchronization
import Testing

@testable import Transfers

@Suite(.timeLimit(.minutes(1))) struct HostileNeighboursTests {
  /// All of them at once, each at an address of its own, and an honest server beside them.
  @Test func nothingElseSlowsDown() async throws {
    let block = try #require(AddressBlock("127.0.0.0/8"))
    let engine = try loopbackEngine { $0.allowedPrivateNetworks = [block] }
    let honest = try LoopbackServer { _ in Response(text: "fine") }
    let hostile = try HostileServerTests.cases.enumerated().map { index, hostile in
      try LoopbackServer(address: "127.0.0.\(index + 2)") { _ in hostile.response }
    }
    defer { for server in hostile + [honest] { server.stop() } }
    let answers = Mutex(0)
    let honestTask = Task {
      while !Task.isCancelled {
        #expect(try await engine.send(TransferRequest(url: honest.url())).status == 200)
        answers.withLock { $0 += 1 }
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    await withTaskGroup(of: Void.self) { group in
      for server in hostile {
        group.addTask { _ = await failure(of: engine, TransferRequest(url: server.url(), limits: tight)) }
      }
    }
    // The hostile ones were given up after one to three seconds. Behind any of them the honest one would have stood still;
    // how fast it goes depends on how busy the machine is.
    #expect(answers.withLock { $0 } >= 20)
    honestTask.cancel()
    _ = await honestTask.result
    await engine.shutdown()
  }
}
