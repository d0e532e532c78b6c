import Foundation
import LoopbackServer
import Synchronization
import Testing

/// Thousands of feeds on loopback, a hundred thousand polls. Takes minutes and both cores, so only when asked for:
///
///     RONDA_LOAD=10000 RONDA_BINARY=$PWD/.build/release/ronda swift test --filter PollLoadTests
@Suite("ronda watch under load")
struct PollLoadTests {
  private static let feeds = ProcessInfo.processInfo.environment["RONDA_LOAD"].flatMap(Int.init)
  private static let polls = 100_000

  /// What the kernel says of a process.
  private struct Use {
    var cpu: Double
    var memory: Int
    var descriptors: Int

    init(of process: Process) throws {
      let folder = "/proc/\(process.processIdentifier)"
      let stat = try String(contentsOfFile: folder + "/stat", encoding: .utf8)
      let fields = stat.drop { $0 != ")" }.split(separator: " ")
      cpu = (Double(fields[12]) ?? 0) / 100 + (Double(fields[13]) ?? 0) / 100
      let status = try String(contentsOfFile: folder + "/status", encoding: .utf8)
      let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?.split(whereSeparator: \.isWhitespace)
      memory = (peak.flatMap { Int($0[1]) } ?? 0) / 1024
      descriptors = try FileManager.default.contentsOfDirectory(atPath: folder + "/fd").count
    }
  }

  @Test("all are polled; polls a second of CPU time, memory and descriptors", .enabled(if: feeds != nil, "RONDA_LOAD"))
  func load() async throws {
    let feeds = Self.feeds ?? 0
    let program = try Program()
    defer { program.clean() }
    let seen = Mutex<(last: [String: ContinuousClock.Instant], gaps: [Duration], unchanged: Int)>(([:], [], 0))
    let body = Array(
      "<rss><channel><title>t</title><item><guid>1</guid><title>pasar murah</title></item></channel></rss>".utf8
    )
    let server = try LoopbackServer { request in
      let isCurrent = request.headers["if-none-match"] == "\"1\""
      seen.withLock { seen in
        let last = seen.last.updateValue(.now, forKey: request.headers["host"] ?? "")
        if isCurrent { seen.unchanged += 1 }
        if let last { seen.gaps.append(.now - last) }
      }
      return Response(status: isCurrent ? 304 : 200, headers: [.init("ETag", "\"1\"")], body: isCurrent ? [] : body)
    }
    defer { server.stop() }
    let sources = (0..<feeds).map {
      "  - {id: f\($0), interval: 10s, url: \"http://f\($0).localhost:\(server.port)/\"}\n"
    }
    try program.file(
      "ronda.yaml",
      "contact: https://desk.example\ndata_dir: data\nnetwork: {allow_private: [127.0.0.1/32]}\nsources:\n"
        + sources.joined()
    )
    let daemon = program.process(["watch", "--config", "ronda.yaml", "--log-level", "warning"])
    if let binary = ProcessInfo.processInfo.environment["RONDA_BINARY"] {
      daemon.executableURL = URL(fileURLWithPath: binary)
    }
    let start = ContinuousClock.now
    try daemon.run()
    defer { daemon.terminate() }
    while seen.withLock({ $0.last.count }) < feeds, ContinuousClock.now < start + .seconds(300) {
      try await Task.sleep(for: .milliseconds(200))
    }
    #expect(seen.withLock { $0.last.count } == feeds, "all polled once")
    let first = ContinuousClock.now - start
    try await Task.sleep(for: .seconds(5))
    let (before, unchanged) = (
      try Use(of: daemon),
      seen.withLock { seen in
        seen.gaps = []
        return seen.unchanged
      }
    )
    let second = ContinuousClock.now
    while seen.withLock({ $0.unchanged }) < unchanged + Self.polls, ContinuousClock.now < second + .seconds(400) {
      try await Task.sleep(for: .milliseconds(200))
    }
    let (after, polls) = (try Use(of: daemon), seen.withLock { $0.unchanged } - unchanged)
    let gaps = seen.withLock { $0.gaps.sorted() }
    print(
      "\(feeds) feeds, first round \(first); then \(polls) polls answered 304 in \(ContinuousClock.now - second):",
      "\(Int(Double(polls) / max(after.cpu - before.cpu, 0.01))) polls a second of CPU time,",
      "\(after.memory) MB at most, \(before.descriptors) then \(after.descriptors) descriptors,",
      "polls of a feed \(gaps[gaps.count / 2]) apart at the median, \(gaps[gaps.count * 99 / 100]) at the 99th percentile"
    )
    #expect(polls >= Self.polls && after.memory <= 250 && after.descriptors <= before.descriptors + 20)
  }
}
