import Feeds
import Testing

@testable import Watch

@Suite("Entries as posts")
struct FeedPostsTests {
  private func entry(title: String?, content: String?, authors: [String] = []) -> Feed.Entry {
    var entry = Feed.Entry()
    entry.title = title
    entry.contentText = content
    entry.authors = authors
    return entry
  }

  @Test("title and content are judged, a title that stands in the content only once")
  func text() {
    #expect(FeedPosts.text(of: entry(title: "Judul", content: "Isi")) == "Judul\nIsi")
    #expect(FeedPosts.text(of: entry(title: "Judul", content: "Judul dan isi")) == "Judul dan isi")
    #expect(FeedPosts.text(of: entry(title: "Judul", content: nil)) == "Judul")
    #expect(FeedPosts.text(of: entry(title: nil, content: nil)).isEmpty)
  }

  @Test("a title that only names the author is not judged: names are no evidence")
  func authorTitle() {
    let text = FeedPosts.text(of: entry(title: "Komentar oleh rini88", content: "halo semua", authors: ["rini88"]))
    #expect(text == "halo semua")
  }

  @Test("an edited entry keeps its identity and becomes a new version")
  func versions() {
    let source = WatchedSource(id: "s", url: "https://s.example", role: "", region: "", interval: 60)
    func key(_ content: String) -> [String] {
      var feed = Feed(title: "f", link: nil)
      var entry = entry(title: "t", content: content)
      entry.id = "1"
      feed.entries = [entry]
      return FeedPosts.candidates(feed, source: source).map { "\($0.key.identity) \($0.key.version)" }
    }
    let (first, again, edited) = (key("satu"), key("satu"), key("dua"))
    #expect(first == again)
    #expect(first != edited)
    #expect(first.map { $0.split(separator: " ")[0] } == edited.map { $0.split(separator: " ")[0] })
  }
}
