import Foundation
import LoopbackServer
import Synchronization
import Testing

@Suite("ronda watch beside servers that mean no good")
struct HostileNeighboursTests {
  @Test("thirty servers that never answer, an endless body and a redirect loop: an honest feed is polled on time")
  func onTime() async throws {
    let program = try Program()
    defer { program.clean() }
    let visits = Mutex<[ContinuousClock.Instant]>([])
    let honest = try LoopbackServer { _ in
      visits.withLock { $0.append(.now) }
      return Response(text: "<rss><channel><title>t</title></channel></rss>")
    }
    defer { honest.stop() }
    let hostile = try (0..<32).map { index in
      try LoopbackServer(address: "127.0.0.\(index + 2)") { _ in
        switch index {
        case 0: .raw(.send("HTTP/1.1 200 OK\r\n\r\n"), .sendForever([UInt8](repeating: 0x41, count: 1 << 16)))
        case 1: .redirect(to: "/")
        default: .raw(.hang)
        }
      }
    }
    defer { for server in hostile { server.stop() } }
    let sources = hostile.enumerated().flatMap { index, server in
      (0..<3).map { "  - {id: h\(index)-\($0), interval: 1s, url: \"\(server.url("/\($0)"))\"}\n" }
    }
    try program.file(
      "ronda.yaml",
      "contact: https://desk.example\ndata_dir: data\nnetwork: {allow_private: [127.0.0.0/8], host_spacing: 0.01s}\n"
        + "sources:\n" + sources.joined() + "  - {id: honest, interval: 1s, url: \"\(honest.url())\"}\n"
    )
    let daemon = program.process(["watch", "--config", "ronda.yaml"])
    daemon.standardError = FileHandle.nullDevice
    try daemon.run()
    let end = ContinuousClock.now + .seconds(30)
    while ContinuousClock.now < end, visits.withLock({ $0.count }) < 5 { try await Task.sleep(for: .milliseconds(50)) }
    daemon.terminate()
    daemon.waitUntilExit()
    let seen = visits.withLock { $0 }
    // Intervals are stretched by up to a tenth.
    for (one, next) in zip(seen, seen.dropFirst()) { #expect(next - one < .seconds(2.5)) }
    #expect(seen.count >= 5)
  }
}
