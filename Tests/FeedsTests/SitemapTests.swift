import Feeds
import Foundation
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

  @Test("an index names its parts: those of its own site are read, the newest first")
  func index() throws {
    let xml = """
      <sitemapindex><sitemap><loc>/undated.xml</loc></sitemap>
      <sitemap><loc>/old.xml</loc><lastmod>2026-01-02</lastmod></sitemap>
      <sitemap><loc>https://elsewhere.example/x.xml</loc><lastmod>2026-11-20</lastmod></sitemap>
      <sitemap><loc>https://www.a.example/new.xml.gz</loc><lastmod>2026-11-01</lastmod></sitemap></sitemapindex>
      """
    let index = "https://a.example/s"
    let map = try Sitemap.parse(Array(xml.utf8), baseURL: index)
    #expect(map.parts.count == 4)
    let all = map.partsToRead(of: index).map(\.url)
    #expect(all == ["https://www.a.example/new.xml.gz", "https://a.example/old.xml", "https://a.example/undated.xml"])
    let june = FeedDate(secondsSince1970: 1_780_000_000)
    #expect(map.partsToRead(of: index, changedSince: june).map(\.url) == [all[0], all[2]])
  }

  @Test("a gzip file is unpacked; a cut one gives what comes before the cut")
  func gzip() throws {
    let packed = try #require(Data(base64Encoded: Self.packed)).map { $0 }
    #expect(try Sitemap.parse(packed).feed.entries.map(\.title) == ["slot gacor", "berita desa"])
    for length in 3..<packed.count {
      _ = try? Sitemap.parse(Array(packed[..<length]))
    }
  }

  /// `<urlset>` with two addresses, by gzip.
  private static let packed =
    "H4sIAAAAAAACA7MpLcopTi2xswHSdjY5+cl2GSUlBcVW+vopqcWJeqkVibkFOa"
    + "n6xTn5Jbrpicn5Rfo2+iBVNvpgDfh1JaUWZZYkgsVQdOlDLQUA8Bdeen0AAAA="

  @Test("anything else is no sitemap")
  func others() throws {
    #expect(throws: FeedError.noSitemap) { try Sitemap.parse(Array("<rss/>".utf8)) }
  }
}
