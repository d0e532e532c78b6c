import Feeds
import Testing

@Suite("Answers of JSON interfaces")
struct JSONItemsTests {
  private func pointer(_ text: String) throws -> JSONPointer { try #require(JSONPointer(text)) }

  private func parse(_ json: String, _ mapping: JSONMapping) throws -> JSONItems {
    try JSONItems.parse(Array(json.utf8), mapping: mapping, baseURL: "https://api.example/v1/posts?x=1")
  }

  @Test("items with text, author, time and link; the next page's name")
  func items() throws {
    var mapping = JSONMapping(items: try pointer("/data/list"))
    mapping.id = try pointer("/name")
    mapping.text = try pointer("/body")
    mapping.isMarkup = true
    mapping.author = try pointer("/by/0/a~1b")
    mapping.time = try pointer("/at")
    mapping.link = try pointer("/path")
    mapping.cursor = .document(try pointer("/next"))
    let json = """
      {"next": 42, "data": {"list": [
        {"name": "t1", "body": "<p>slot <b>ga</b>cor</p>", "by": [{"a/b": "Budi"}], "at": 1764000000.5, "path": "/p/1"},
        {"name": 7, "at": "2026-11-02T08:00:00+08:00"}, "odd"]}}
      """
    let page = try parse(json, mapping)
    let entries = page.feed.entries
    #expect(page.cursor == "42" && entries.map(\.id) == ["t1", "7", nil])
    #expect(entries[0].contentText == "slot gacor" && entries[0].authors == ["Budi"])
    #expect(entries[0].link == "https://api.example/p/1" && entries[0].published?.secondsSince1970 == 1_764_000_000)
    #expect(entries[1].published?.rfc3339 == "2026-11-02T00:00:00Z")
  }

  @Test("plain text is not taken for markup; the last item may name the next page")
  func plain() throws {
    var mapping = JSONMapping(items: try pointer(""))
    mapping.text = try pointer("/t")
    mapping.cursor = .lastItem(try pointer("/id"))
    let page = try parse("[{\"t\": \"1 <b> 2 &amp; 3\", \"id\": 1}, {\"t\": \"x\", \"id\": 9}]", mapping)
    #expect(page.feed.entries.first?.contentText == "1 <b> 2 &amp; 3" && page.cursor == "9")
  }

  @Test("an error message, or no JSON at all, is not taken for an empty list")
  func errors() throws {
    let mapping = JSONMapping(items: try pointer("/items"))
    #expect(throws: FeedError.noItems(pointer: "/items")) { try parse("{\"error\": {\"code\": 403}}", mapping) }
    #expect(throws: FeedError.noItems(pointer: "/items")) { try parse("{\"items\": {}}", mapping) }
    #expect(throws: FeedError.noJSON) { try parse("<html>", mapping) }
    #expect(try parse("{\"items\": []}", mapping).feed.entries.isEmpty)
  }

  @Test("a pointer is empty or begins with a slash")
  func pointers() {
    #expect(JSONPointer("") != nil && JSONPointer("/a") != nil)
    #expect(JSONPointer("a") == nil && JSONPointer("$.a") == nil)
  }
}
