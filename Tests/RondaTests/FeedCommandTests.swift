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
}
