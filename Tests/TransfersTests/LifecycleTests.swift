import Foundation
import LoopbackServer
import Synchronization
import Testing

@testable import Transfers

@Suite(.timeLimit(.minutes(1))) struct LifecycleTests {
  @Test func cancellingTheTaskEndsTheTransfer() async throws {
    try await withLoopback({ _ in .raw(.hang) }) { server, engine in
      let task = Task { await failure(of: engine, TransferRequest(url: server.url())) }
      while server.receivedRequests == 0 { try await Task.sleep(for: .milliseconds(2)) }
      let clock = ContinuousClock()
      let start = clock.now
      task.cancel()
      #expect(await task.value?.reason == .cancelled)
      #expect(clock.now - start < .seconds(1))
    }
  }

  @Test func cancellingWhileWaitingOrBeforeSendingWorksToo() async throws {
    try await withLoopback({ _ in .raw(.hang) }) { server, engine in
      let first = Task { await failure(of: engine, TransferRequest(url: server.url("/1"))) }
      while server.receivedRequests == 0 { try await Task.sleep(for: .milliseconds(2)) }
      let second = Task { await failure(of: engine, TransferRequest(url: server.url("/2"))) }
      let third = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await failure(of: engine, TransferRequest(url: server.url("/3")))
      }
      #expect(await third.value?.reason == .cancelled)
      second.cancel()
      #expect(await second.value?.reason == .cancelled)
      first.cancel()
      #expect(await first.value?.reason == .cancelled)
      #expect(server.receivedRequests == 1)
    }
  }

  @Test func cancellingAtAnyMomentGetsExactlyOneAnswer() async throws {
    try await withLoopback({ _ in Response(text: "x") }) { server, engine in
      for round in 0..<200 {
        let task = Task {
          try await engine.send(TransferRequest(url: "http://h\(round % 9).localhost:\(server.port)/"))
        }
        for _ in 0..<(round % 40) { await Task.yield() }
        task.cancel()
        switch await task.result {
        case .success(let response): #expect(response.status == 200)
        case .failure(let error): #expect((error as? TransferError)?.reason == .cancelled)
        }
      }
    }
  }

  @Test func shutdownEndsEverythingAndIsFinal() async throws {
    let server = try LoopbackServer { _ in .raw(.hang) }
    defer { server.stop() }
    let engine = try loopbackEngine()
    let tasks = (0..<40).map { index in
      Task { await failure(of: engine, TransferRequest(url: "http://h\(index % 20).localhost:\(server.port)/")) }
    }
    while server.receivedRequests < 20 { try await Task.sleep(for: .milliseconds(2)) }
    async let other: Void = engine.shutdown()
    await engine.shutdown()
    await other
    for task in tasks { #expect(await task.value?.reason == .shutDown) }
    #expect(await failure(of: engine, TransferRequest(url: server.url()))?.reason == .shutDown)
  }

  @Test func aForgottenEngineStopsByItself() async {
    await #expect(processExitsWith: .success) {
      let server = try LoopbackServer { _ in Response() }
      // The first sleep of a process opens descriptors that stay.
      try await Task.sleep(for: .milliseconds(1))
      let before = try openDescriptors()
      do {
        let engine = try loopbackEngine()
        _ = try await engine.send(TransferRequest(url: server.url()))
        #expect(try openDescriptors() > before)
      }
      server.stop()
      for _ in 0..<1500 where try openDescriptors() >= before { try await Task.sleep(for: .milliseconds(10)) }
      #expect(try openDescriptors() < before)  // the server's listener is gone as well
    }
  }

  @Test func threeHundredAtOnceKeepToTheLimits() async throws {
    let load = Mutex((now: 0, most: 0, perHost: [String: Int](), isCrowded: false))
    let handler: @Sendable (Request) -> Response = { request in
      let host = request.headers["host"] ?? ""
      load.withLock { load in
        load.now += 1
        load.most = max(load.most, load.now)
        load.perHost[host, default: 0] += 1
        if load.perHost[host] != 1 { load.isCrowded = true }
      }
      usleep(20_000)
      load.withLock { load in
        load.now -= 1
        load.perHost[host, default: 0] -= 1
      }
      return Response(text: request.path)
    }
    try await withLoopback(handler, configure: { $0.maximumInFlight = 50 }) { server, engine in
      try await withThrowingTaskGroup(of: Bool.self) { group in
        for index in 0..<300 {
          group.addTask {
            let url = "http://h\(index % 100).localhost:\(server.port)/\(index)"
            return try await engine.send(TransferRequest(url: url)).body == Array("/\(index)".utf8)
          }
        }
        for try await isRight in group { #expect(isRight) }
      }
      #expect(server.receivedRequests == 300)
    }
    let seen = load.withLock { $0 }
    #expect(seen.most <= 50)
    #expect(seen.most > 5)
    #expect(!seen.isCrowded)
  }

  @Test func spacingIsKeptAndWaitingCostsNoTime() async throws {
    let times = Mutex<[ContinuousClock.Instant]>([])
    let handler: @Sendable (Request) -> Response = { _ in
      times.withLock { $0.append(ContinuousClock().now) }
      return Response()
    }
    try await withLoopback(handler, configure: { $0.hostSpacing = .milliseconds(200) }) { server, engine in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<5 {
          group.addTask {
            // Shorter than the wait in the queue: only the time on the wire may count.
            let limits = TransferLimits(total: .milliseconds(500))
            _ = try await engine.send(TransferRequest(url: server.url(), limits: limits))
          }
        }
        try await group.waitForAll()
      }
    }
    let seen = times.withLock { $0 }
    for (earlier, later) in zip(seen, seen.dropFirst()) { #expect(later - earlier >= .milliseconds(195)) }
  }

  @Test func aMessageWaitsForNoFetchFromTheSameMachine() async throws {
    let receiver = try LoopbackServer { _ in Response() }
    defer { receiver.stop() }
    try await withLoopback({ _ in .raw(.hang) }, configure: { $0.hostSpacing = .seconds(60) }) { server, engine in
      let fetch = Task { await failure(of: engine, TransferRequest(url: server.url())) }
      while server.receivedRequests == 0 { try await Task.sleep(for: .milliseconds(2)) }
      for url in [receiver.url(), receiver.url()] {
        #expect(
          try await engine.send(TransferRequest(url: url, method: .post(body: [], contentType: "text/plain"))).status
            == 200
        )
      }
      fetch.cancel()
      _ = await fetch.value
    }
  }

  /// In a process of its own, because other tests open descriptors as well.
  @Test func twoThousandTransfersLeaveNoDescriptorBehind() async {
    await #expect(processExitsWith: .success) {
      let server = try LoopbackServer { request in
        switch request.path {
        case "/hostile": .raw(.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"))
        case "/away": .redirect(to: "http://127.0.0.2/")
        default: Response(text: "x")
        }
      }
      func send(_ count: Int) async throws {
        let engine = try loopbackEngine()
        await withTaskGroup(of: Void.self) { group in
          for index in 0..<count {
            group.addTask {
              let path = ["/", "/", "/hostile", "/away"][index % 4]
              let url = "http://h\(index % 25).localhost:\(server.port)\(path)"
              _ = try? await engine.send(TransferRequest(url: url))
            }
          }
        }
        await engine.shutdown()
      }
      let before = try openDescriptors()
      try await send(2_000)
      server.stop()
      #expect(server.receivedRequests == 2_000)
      #expect(try openDescriptors() <= before - 1)  // the server's listener is gone as well
    }
  }
}

private func openDescriptors() throws -> Int {
  try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
}
