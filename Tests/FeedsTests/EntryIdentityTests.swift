import Feeds
import Testing

@Suite("What makes an entry the same")
struct EntryIdentityTests {
  private func identities(_ entries: [(id: String?, link: String?, title: String)]) -> [String] {
    var feed = Feed(title: "f", link: nil)
    feed.entries = entries.map { id, link, title in
      var entry = Feed.Entry()
      (entry.id, entry.link, entry.title) = (id, link, title)
      return entry
    }
    return EntryIdentity.identities(of: feed).map(\.text)
  }

  @Test("a move to https or another host keeps the id")
  func origins() {
    let old = identities([("http://desa.example/berita/1", nil, "a")])
    #expect(old == identities([("https://www.desa.example/berita/1", nil, "a")]))
    #expect(old != identities([("http://desa.example/berita/2", nil, "a")]))
    #expect(identities([("tag:desa.example,2026:1", nil, "a")]) == ["id:tag:desa.example,2026:1"])
    #expect(identities([("http://desa.example/", nil, "a")]) == ["id:http://desa.example/"])
  }

  @Test("click counters in links do not make a new entry")
  func trackers() {
    let plain = identities([(nil, "https://a.example/p?id=7#atas", "a")])
    #expect(plain == identities([(nil, "https://a.example/p?utm_source=x&id=7&fbclid=1#atas", "a")]))
    #expect(plain != identities([(nil, "https://a.example/p?id=8#atas", "a")]))
  }

  @Test("entries that share an id fall back to links, then to their words")
  func shared() {
    let found = identities([
      ("1", "https://a.example/x", "a"), ("1", "https://a.example/y", "b"), ("1", nil, "c"), ("1", nil, "d"),
    ])
    #expect(Set(found).count == 4)
    #expect(found[0] == "link:https://a.example/x")
    #expect(found[2].hasPrefix("text:"))
  }
}
