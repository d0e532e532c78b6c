import Feeds
import Testing

@Suite("Sitemaps")
struct SitemapTests {
  @Test("addresses, times, headlines of news, and the words of an address")
  func pages() throws {
    let xml = """
      <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
      <url><loc>https://desa.example/berita/slot-gacor%20hari-ini.html</loc><lastmod>2026-11-01</lastmod></url>
      <url><loc> https://desa.example/a </loc><news:news><news:publication_date>2026-11-02T08:00:00+08:00</news:publication_date>
      <news:title>Banjir &amp; longsor</news:title></news:news></url><url><lastmod>x</lastmod></url>
      """
    let entries = try Sitemap.parse(Array(xml.utf8)).feed.entries
    #expect(entries.map(\.title) == ["berita slot gacor hari ini", "Banjir & longsor"])
    #expect(
      entries.map(\.link) == ["https://desa.example/berita/slot-gacor%20hari-ini.html", "https://desa.example/a"]
    )
    #expect(entries[0].updated?.rfc3339 == "2026-11-01T00:00:00Z")
    #expect(entries[1].published?.rfc3339 == "2026-11-02T00:00:00Z")
  }

  @Test("an index names its parts; anything else is no sitemap")
  func index() throws {
    let xml = "<sitemapindex><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>"
    #expect(try Sitemap.parse(Array(xml.utf8), baseURL: "https://a.example/s").parts == ["https://a.example/b.xml"])
    #expect(throws: FeedError.noSitemap) { try Sitemap.parse(Array("<rss/>".utf8)) }
  }
}
