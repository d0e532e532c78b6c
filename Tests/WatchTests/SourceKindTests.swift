import Feeds
import Testing

@testable import Watch

@Suite("Kinds of source")
struct SourceKindTests {
  private func read(_ kind: WatchedSource.Kind, _ body: String) throws -> Feed {
    try kind.read(Array(body.utf8), contentType: nil, address: "https://desa.example/")
  }

  @Test("a page gives what is seen and what is hidden as entries of their own")
  func page() throws {
    let feed = try read(.page, "<title>Desa</title>Isi<div style='display:none'>slot gacor</div>")
    #expect(feed.entries.map(FeedPosts.text(of:)) == ["Desa\nIsi", "slot gacor"])
  }

  @Test("a sitemap gives its addresses; an index of sitemaps is named, not taken for an empty site")
  func sitemap() throws {
    let feed = try read(.sitemap, "<urlset><url><loc>/slot-gacor/</loc></url></urlset>")
    #expect(feed.entries.map(FeedPosts.text(of:)) == ["slot gacor"])
    #expect(throws: FeedError.sitemapIndex(parts: ["https://desa.example/a.xml"])) {
      try read(.sitemap, "<sitemapindex><sitemap><loc>a.xml</loc></sitemap></sitemapindex>")
    }
  }
}
