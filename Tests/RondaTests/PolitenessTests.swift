import Foundation
import LoopbackServer
import Synchronization
import Testing

/// A server that keeps a record of how it is treated.
private final class Judge: Sendable {
  struct Visit: Sendable {
    var path: String
    var start: ContinuousClock.Instant
    var end: ContinuousClock.Instant
    var headers: [String: String]
  }

  private let visits = Mutex<[Visit]>([])
  private static let etag = "W/\"opaque, as \"\"it is\""
  private static let modified = "Sun, 01 Nov 2026 08:00:00 GMT"

  func answer(_ request: Request) -> Response {
    let start = ContinuousClock.now
    let response = response(request)
    Thread.sleep(forTimeInterval: 0.02)  // long enough to be caught at a second request at once
    visits.withLock { $0.append(Visit(path: request.path, start: start, end: .now, headers: request.headers)) }
    return response
  }

  private func response(_ request: Request) -> Response {
    let feed = Array("<rss><channel><title>t</title><item><guid>1</guid><title>a</title></item></channel></rss>".utf8)
    switch request.path {
    case "/bersyarat":
      let isCurrent = request.headers["if-none-match"] == Self.etag
      return Response(
        status: isCurrent ? 304 : 200,
        headers: [
          .init("ETag", Self.etag), .init("Last-Modified", Self.modified), .init("Set-Cookie", "melacak=1; Path=/"),
        ],
        body: isCurrent ? [] : feed
      )
    case "/sabar": return Response(status: 429, headers: [.init("Retry-After", "3")])
    case "/tahan": return Response(headers: [.init("Cache-Control", "public, max-age=600")], body: feed)
    case "/pindah": return .redirect(302, to: "/tahan-lain")
    case "/tahan-lain": return Response(headers: [.init("Cache-Control", "max-age=600")], body: feed)
    default: return Response(status: 404)
    }
  }

  func count(_ path: String) -> Int { visits.withLock { $0.count { $0.path == path } } }

  /// What was done that a polite visitor would not do; empty when there is nothing to complain of.
  func offences(spacing: Duration, interval: Duration) -> [String] {
    let visits = visits.withLock { $0.sorted { $0.start < $1.start } }
    var offences: [String] = []
    for (one, next) in zip(visits, visits.dropFirst()) {
      if next.start < one.end { offences.append("\(next.path) while \(one.path) was being answered") }
      if next.start - one.end < spacing { offences.append("\(next.path) right after \(one.path)") }
    }
    for visit in visits {
      if visit.headers["cookie"] != nil { offences.append("a cookie at \(visit.path)") }
      if visit.headers["referer"] != nil { offences.append("a referer at \(visit.path)") }
      if visit.headers["user-agent"]?.contains("https://desk.example") != true { offences.append("no contact") }
      if visit.headers["accept-encoding"]?.contains("gzip") != true { offences.append("no compression") }
    }
    let conditional = visits.filter { $0.path == "/bersyarat" }
    for visit in conditional.dropFirst()
    where visit.headers["if-none-match"] != Self.etag || visit.headers["if-modified-since"] != Self.modified {
      offences.append("an unconditional request for what is known")
    }
    for (one, next) in zip(conditional, conditional.dropFirst()) where next.start - one.start < interval {
      offences.append("/bersyarat sooner than configured")
    }
    let limited = visits.filter { $0.path == "/sabar" }
    for (one, next) in zip(limited, limited.dropFirst()) where next.start - one.start < .seconds(3) {
      offences.append("/sabar before its Retry-After")
    }
    // Whatever is asked for, it is the host that wants to be left alone.
    for visit in visits where limited.contains(where: { visit.start > $0.end && visit.start - $0.end < .seconds(2.9) })
    {
      offences.append("\(visit.path) although the host asked for patience")
    }
    for path in ["/tahan", "/tahan-lain"] where visits.count(where: { $0.path == path }) != 1 {
      offences.append("\(path) asked again although it stays good for 10 minutes")
    }
    return offences
  }
}

@Suite("ronda watch as a guest")
struct PolitenessTests {
  @Test("conditional requests, spacing, Retry-After for the whole host, max-age, no cookies: also across restarts")
  func polite() async throws {
    let program = try Program()
    defer { program.clean() }
    let judge = Judge()
    let server = try LoopbackServer { judge.answer($0) }
    defer { server.stop() }
    let sources = ["bersyarat", "sabar", "tahan", "pindah"].map { id in
      "  - {id: \(id), interval: 1s, url: \"\(server.url("/" + id))\"}\n"
    }
    try program.file(
      "ronda.yaml",
      "contact: https://desk.example\ndata_dir: data\nnetwork: {allow_private: [127.0.0.1/32], host_spacing: 0.1s}\n"
        + "sources:\n" + sources.joined()
    )
    // The first watch ends in the middle of the pause that the host asked for, which the second one keeps.
    for polls in [1, 2, 4] {
      let daemon = program.process(["watch", "--config", "ronda.yaml"])
      daemon.standardError = FileHandle.nullDevice
      try daemon.run()
      let end = ContinuousClock.now + .seconds(20)
      while ContinuousClock.now < end,
        judge.count("/bersyarat") < polls || judge.count("/sabar") < 1 || (polls > 1 && judge.count("/pindah") < 1)
      {
        try await Task.sleep(for: .milliseconds(50))
      }
      try await Task.sleep(for: .milliseconds(300))
      daemon.terminate()
      daemon.waitUntilExit()
    }
    #expect(judge.count("/bersyarat") >= 4 && judge.count("/sabar") >= 1)
    // A little under what is configured: the server sees the start of a request later than the visitor.
    #expect(judge.offences(spacing: .milliseconds(80), interval: .milliseconds(950)) == [])
  }
}
