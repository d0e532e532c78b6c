import Feeds
import Foundation
import Testing

/// Feeds in the shapes of real Indonesian sites, with invented text.
@Suite("Shapes of real feeds")
struct ShapesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  private func feed(_ name: String) throws -> Feed {
    let data = try Data(contentsOf: Self.folder.appending(path: name))
    return try FeedParser.parse(Array(data), contentType: nil, baseURL: "https://contoh.example/feed")
  }

  @Test(
    "every shape gives a title and entries with words and a time",
    arguments: [
      "antara-like.xml", "detik-like.xml", "okezone-like.xml", "opensid-desa-like.xml", "republika-like.xml",
      "wordpress-comments-like.xml", "youtube-like.xml", "google-news-like.xml", "reddit-like.atom",
      "telegram-rsshub-like.xml",
      "dinas-old-cms-like.xml", "mastodon-like.xml", "bluesky-like.xml",
    ]
  )
  func shapes(name: String) throws {
    let feed = try feed(name)
    #expect(feed.title?.isEmpty == false)
    #expect(!feed.entries.isEmpty)
    for entry in feed.entries {
      let words = [entry.title, entry.summaryText, entry.contentText].compactMap { $0 }.joined()
      #expect(!words.isEmpty && !words.contains("<p>") && !words.contains("&lt;"), "\(words)")
      #expect(entry.published != nil || entry.updated != nil)
    }
  }

  @Test("a comment feed gives the comment's words, author and time in UTC")
  func comments() throws {
    let entry = try #require(try feed("wordpress-comments-like.xml").entries.first)
    #expect(entry.contentText == "Mampir kak ke link di bio 🎰")
    #expect(entry.authors == ["Admin88"])
    #expect(entry.published?.rfc3339 == "2026-11-23T03:11:09Z")
  }

  @Test("a web page is no feed, and the error says what to try")
  func page() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "page-clean.html"))
    #expect(throws: FeedError.webPage) { try FeedParser.parse(Array(data)) }
    #expect(FeedError.webPage.description.contains("page"))
  }

  @Test(
    "nothing, plain words and broken JSON are no feeds",
    arguments: ["", "   ", "halo dunia", "{\"a\": [", "<a><b></a>", "\u{0}"]
  )
  func noFeeds(text: String) {
    #expect(throws: FeedError.self) { try FeedParser.parse(Array(text.utf8)) }
  }

  @Test("JSON of a feed is the same bytes each time, with absent fields left out")
  func json() throws {
    let rss =
      "<rss version='2.0'><channel><title>T</title><item><title>A &amp; B</title><guid>1</guid></item></channel></rss>"
    let bytes = try FeedParser.parse(Array(rss.utf8)).jsonBytes()
    #expect(
      String(decoding: bytes, as: UTF8.self) == "{\"title\":\"T\",\"entries\":[{\"id\":\"1\",\"title\":\"A & B\"}]}"
    )
  }

  @Test("where a feed has no abstract, JSON gives the text as the summary too")
  func summary() throws {
    let rss = "<rss><channel><item><content:encoded>Isi</content:encoded></item></channel></rss>"
    let feed = try FeedParser.parse(Array(rss.utf8))
    #expect(feed.entries.first?.summaryText == nil)
    let json = String(decoding: feed.jsonBytes(), as: UTF8.self)
    #expect(json == "{\"entries\":[{\"summary_text\":\"Isi\",\"content_text\":\"Isi\"}]}")
  }
}
