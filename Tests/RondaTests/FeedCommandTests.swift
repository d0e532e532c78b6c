import Foundation
import LoopbackServer
import Testing

@Suite("ronda feed")
struct FeedCommandTests {
  private static let rss = "<rss version='2.0'><channel><title>T</title><item><guid>1</guid></item></channel></rss>"

  @Test("fetch and discover over the network; private places only when allowed")
  func network() throws {
    let program = try Program()
    defer { program.clean() }
    let server = try LoopbackServer { request in
      switch request.path {
      case "/": Response(contentType: "text/html", text: "<link rel=alternate type=application/rss+xml href=f>")
      case "/f": Response(contentType: "application/rss+xml", text: Self.rss)
      default: Response(status: 404)
      }
    }
    defer { server.stop() }
    let refused = try program.run("feed", "fetch", server.url("/f"))
    #expect(refused.code == 2 && refused.output.isEmpty && refused.errors.contains("[refusedAddress]"))
    #expect(server.acceptedConnections == 0)
    let allow = ["--allow-private", "127.0.0.1/32"]
    let fetched = try program.run("feed", "fetch", server.url("/f"), allow[0], allow[1])
    #expect(fetched.output == "{\"title\":\"T\",\"entries\":[{\"id\":\"1\"}]}\n")
    for page in ["/", "/f"] {
      let found = try program.run("feed", "discover", server.url(page), allow[0], allow[1])
      #expect(found.objects.first?["feeds"] as? [String] == [server.url("/f")])
    }
    #expect(try program.run("feed", "fetch", "file:///etc/hosts").errors.contains("only http and https"))
    let missing = try program.run("feed", "fetch", server.url("/x"), allow[0], allow[1])
    #expect(missing.code == 2 && missing.errors.contains("HTTP 404"))
  }

  @Test("a list becomes sources, and sources a list again")
  func lists() throws {
    let program = try Program()
    defer { program.clean() }
    let opml = try program.file(
      "a.opml",
      "<opml><body><outline text=\"Desa: A\" xmlUrl=\"https://a.example/f\"/><outline text=\"Desa: A\" "
        + "xmlUrl=\"https://b.example/f\"/><outline xmlUrl=\"|~/x.py\"/></body></opml>"
    )
    #expect(
      try program.run("feed", "opml", opml).objects.first?["feeds"] as? [String] == [
        "https://a.example/f", "https://b.example/f", "|~/x.py",
      ]
    )
    let imported = try program.run("feed", "import", opml)
    #expect(imported.errors.contains("|~/x.py"))
    let config = try program.file("ronda.yaml", "contact: x\n" + imported.output)
    let exported = try program.run("feed", "export", config)
    let back = try program.run("feed", "opml", "-", input: exported.output)
    #expect(back.objects.first?["feeds"] as? [String] == ["https://a.example/f", "https://b.example/f"])
  }

  @Test("what is exported is imported as it was; a reader's folders called as roles become roles")
  func settings() throws {
    let program = try Program()
    defer { program.clean() }
    let sources = """
      sources:
        - {id: "Komentar: A & B", url: "https://a.example/f?x=1&y=2", role: comments, region: "Kutai \\"K\\"", interval: "90s", max_interval: "36h"}
        - {id: "007", url: "https://b.example/f", role: government}
        - {id: "c", url: "https://c.example/f", interval: "1.5s"}

      """
    let config = try program.file("ronda.yaml", "contact: x\n" + sources)
    let exported = try program.run("feed", "export", config)
    let imported = try program.run("feed", "import", "-", input: exported.output)
    #expect(imported.output == sources)
    let folders =
      "<opml><outline text=Berita><outline text=Press><outline text=A xmlUrl='https://a.example'/></outline>"
    #expect(
      try program.run("feed", "import", "-", input: folders).output
        == "sources:\n  - {id: feed-a, url: \"https://a.example\", role: press}\n"
    )
  }

  private static func toot(_ id: Int) -> String {
    "{\"id\": \"\(id)\", \"uri\": \"u\(id)\", \"content\": \"<p>slot \(id)</p>\"}"
  }

  @Test("a JSON interface is fetched by its preset or as a source of the configuration, with its key and its pages")
  func interfaces() throws {
    let program = try Program()
    defer { program.clean() }
    let server = try LoopbackServer { request in
      switch (request.path, request.query) {
      case ("/api/v1/timelines/tag/judol", "limit=40"): Response(text: "[\(Self.toot(9)), \(Self.toot(8))]")
      case ("/api/v1/timelines/tag/judol", "limit=40&max_id=8"): Response(text: "[\(Self.toot(7))]")
      case ("/api/v1/timelines/tag/judol", _): Response(text: "[]")
      case ("/api", _) where request.headers["authorization"] == "Bearer rahasia":
        Response(text: "{\"data\": [{\"id\": \"k\", \"body\": \"isi\"}]}")
      default: Response(status: 403)
      }
    }
    defer { server.stop() }
    let network = ["--allow-private", "127.0.0.1/32"]
    let preset = try program.run(
      ["feed", "fetch", "--preset", "mastodon_tag", "--with", "tag=judol", "--api", server.url("")] + network
    )
    let entries = preset.objects.first?["entries"] as? [[String: Any]] ?? []
    #expect(entries.map { $0["id"] as? String } == ["u9", "u8", "u7"], "\(preset)")
    for (arguments, message) in [
      (["--preset", "mastodon_tag"], "needs `tag`"), (["--preset", "x"], "use bluesky_search"),
      (["--preset", "youtube_comments", "--with", "video=1"], "needs a file with its key"),
      (["--with", "tag=a"], "either"), (["asing", "--config", "ronda.yaml"], "no source `asing`"),
    ] {
      try program.file("ronda.yaml", "contact: x\nsources:\n  - {id: a, url: \"https://a.example/\"}\n")
      let refused = try program.run(["feed", "fetch"] + arguments + network)
      #expect(refused.code != 0 && refused.output.isEmpty && refused.errors.contains(message), "\(refused)")
    }
    try program.file("kunci", "rahasia\n")
    try program.file(
      "ronda.yaml",
      """
      contact: https://desk.example
      network: {allow_private: [127.0.0.1/32]}
      sources:
        - id: komentar
          type: json
          url: "\(server.url("/api"))"
          key_file: kunci
          key_header: "Authorization: Bearer {key}"
          items: /data
          fields: {id: /id, text: /body}
        - {id: tagar, type: json, preset: mastodon_tag, with: {tag: judol}}
        - {id: halaman, type: page, url: "https://desa.example/"}
        - {id: umpan, url: "https://desa.example/feed"}
      """
    )
    let source = try program.run("feed", "fetch", "komentar")
    #expect(source.output.contains("\"id\":\"k\"") && source.output.contains("isi"), "\(source)")
    let exported = try program.run("feed", "export", "ronda.yaml")
    let back = try program.run("feed", "opml", "-", input: exported.output)
    #expect(
      back.objects.first?["feeds"] as? [String] == [
        "https://mastodon.social/tags/judol.rss", "https://desa.example/feed",
      ]
    )
    #expect(exported.errors.contains("`komentar` has no feed") && exported.errors.contains("`halaman` has no feed"))
  }
}
