/// RSS 2.0 written as JSON: the same names, `{"rss": {"channel": {"item": […]}}}`.
enum RSSInJSON {
  static func feed(_ channel: JSONValue, base: URLReference) -> Feed {
    var feed = Feed(title: html(channel["title"]), link: channel["link"]?.text.map { base.address(of: $0) })
    feed.hints.timeToLiveMinutes = channel["ttl"]?.text.flatMap { Int($0) }
    let items = channel["item"]?.elements ?? channel["items"]?.elements ?? []
    feed.entries = items.map { entry($0, base: base) }
    return feed
  }

  private static func entry(_ item: JSONValue, base: URLReference) -> Feed.Entry {
    var fields = EntryFields()
    fields.id = item["guid"]?.text ?? item["guid"]?["#value"]?.text ?? item["guid"]?["content"]?.text
    fields.title = html(item["title"])
    fields.link = item["link"]?.text.map { base.address(of: $0) }
    fields.published = item["pubDate"]?.text.flatMap(DateParser.parse)
    fields.summary = html(item["description"])
    fields.content = html(item["content:encoded"])
    fields.addAuthor(html(item["author"]))
    fields.addAuthor(html(item["dc:creator"]))
    for enclosure in item["enclosure"]?.elements ?? [] { fields.addLink(enclosure["url"]?.text) }
    return fields.entry
  }

  private static func html(_ value: JSONValue?) -> String? {
    guard let bytes = value?.text.map({ Array($0.utf8) }) else { return nil }
    var text = MarkupText()
    text.append(markup: bytes, 0..<bytes.count)
    return text.nonEmpty
  }
}
