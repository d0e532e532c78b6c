import Foundation
import LoopbackServer
import Synchronization
import Testing

/// The daemon on pages, sitemaps and JSON interfaces.
@Suite("ronda watch and the types of source", .serialized)
struct SourceTypesTests {
  private static let promotion = "situs slot gacor pulau88 maxwin, daftar sekarang"

  /// A village's site that was broken into, and an interface that wants a key.
  private final class Site: Sendable {
    private let requests = Mutex<[Request]>([])

    func seen(_ path: String) -> [Request] { requests.withLock { $0.filter { $0.path == path } } }

    func answer(_ request: Request) -> Response {
      requests.withLock { $0.append(request) }
      switch request.path {
      case "/laman":
        return Response(
          contentType: "text/html",
          text: "<title>Desa</title><p>Selamat datang<div style='display:none'>\(promotion)</div>"
        )
      case "/sitemap.xml":
        return Response(
          contentType: "application/xml",
          text: "<sitemapindex><sitemap><loc>/bagian.xml.gz</loc></sitemap><sitemap><loc>http://127.0.0.2:9/x.xml</loc>"
            + "</sitemap></sitemapindex>"
        )
      case "/bagian.xml.gz":
        return Response(headers: [.init("Content-Type", "application/gzip")], body: packedSitemap)
      case "/api/pesan": return messages(request)
      case "/youtube/v3/commentThreads": return comments(request)
      case "/tamu":
        return Response(status: 403, headers: [.init("cf-mitigated", "challenge")], body: Array("Just a moment".utf8))
      default: return Response(status: 404)
      }
    }

    private func messages(_ request: Request) -> Response {
      guard request.headers["authorization"] == "Bearer kunci-rahasia" else { return Response(status: 401) }
      let (number, next) = request.query.contains("sesudah=dua%2F2") ? (2, "null") : (1, "\"dua/2\"")
      return Response(
        contentType: "application/json",
        text: "{\"data\":[{\"no\":\(number),\"isi\":\"\(number == 2 ? promotion : "halo")\"}],\"lanjut\":\(next)}"
      )
    }

    private func comments(_ request: Request) -> Response {
      guard request.headers["x-goog-api-key"] == "kunci-rahasia" else { return Response(status: 403) }
      let text =
        "{\"textDisplay\":\"\(promotion)\",\"authorDisplayName\":\"@budi\",\"publishedAt\":\"2026-11-02T08:00:00Z\"}"
      return Response(
        contentType: "application/json",
        text: "{\"items\":[{\"id\":\"c1\",\"snippet\":{\"topLevelComment\":{\"snippet\":\(text)}}}]}"
      )
    }
  }

  /// `<urlset>` with `https://desa.example/slot-gacor-maxwin-pulau88/`, by gzip.
  private static let packedSitemap = [UInt8](
    Data(
      base64Encoded:
        "H4sIAAAAAAACAy3MSwqAMAxF0RXVNy0SupdQgwqpLU2KLt8Pju7oXBpdTTzR00"
        + "Rac9rcm83AIsaTXFyaCkyrh5Vz7aHwde5HaEN5xAjCiwifx3+7AS909wRWAAAA"
    ) ?? Data()
  )

  @Test("hidden text, packed sitemaps of an index, pages behind a key: all are judged; health says what is not seen")
  func types() async throws {
    let program = try Program()
    defer { program.clean() }
    let site = Site()
    let server = try LoopbackServer { site.answer($0) }
    defer { server.stop() }
    try program.file("kunci", "kunci-rahasia\n")
    try program.file(
      "ronda.yaml",
      """
      contact: https://desk.example
      data_dir: data
      network: {allow_private: [127.0.0.1/32], host_spacing: 0.001s}
      sources:
        - {id: laman, type: page, url: "\(server.url("/laman"))"}
        - {id: peta, type: sitemap, url: "\(server.url("/sitemap.xml"))"}
        - id: pesan
          type: json
          url: "\(server.url("/api/pesan"))?sesudah={cursor}&n=5"
          items: /data
          fields: {id: /no, text: /isi}
          next: /lanjut
          key_file: kunci
          key_header: "Authorization: Bearer {key}"
        - {id: video, type: json, preset: youtube_comments, with: {video: a b}, api: "\(server.url(""))", key_file: kunci}
        - {id: tamu, url: "\(server.url("/tamu"))"}
      """
    )
    let daemon = program.process(["watch", "--config", "ronda.yaml"])
    let log = FileHandle.nullDevice
    daemon.standardOutput = log
    let errors = try program.file("log", "")
    daemon.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try daemon.run()
    func text() -> String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }
    let end = ContinuousClock.now + .seconds(20)
    while ContinuousClock.now < end, text().split(separator: "\n").count(where: { $0.contains("source=") }) < 5 {
      try await Task.sleep(for: .milliseconds(50))
    }
    let health = try program.run("feed", "health", "--json")
    daemon.terminate()
    daemon.waitUntilExit()

    for id in ["laman", "peta", "pesan", "video"] {
      let lines = text().split(separator: "\n").filter { $0.contains("source=\(id)") }
      #expect(lines.contains { $0.contains("found=1") }, "\(id): \(lines)")
    }
    #expect(site.seen("/api/pesan").map(\.query) == ["n=5", "sesudah=dua%2F2&n=5"])
    #expect(site.seen("/youtube/v3/commentThreads").first?.query.hasSuffix("&videoId=a%20b") == true)
    let states = Dictionary(uniqueKeysWithValues: health.objects.map { ($0["id"] as? String ?? "", $0) })
    #expect(states["laman"]?["status"] as? String == "seen" && states["tamu"]?["status"] as? String == "blind")
    #expect(states["tamu"]?["reason"] as? String == "challenge")
    let stored = try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: "data").path)
      .reduce(Data()) { try $0 + Data(contentsOf: program.folder.appending(path: "data/\($1)")) }
    for secret in ["kunci-rahasia", "@budi"] {
      #expect(stored.range(of: Data(secret.utf8)) == nil && !text().contains(secret), "\(secret) leaked")
    }
  }
}
