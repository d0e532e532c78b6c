/// JSON Feed 1.0 and 1.1.
enum JSONFeed {
  /// Whether the document is a JSON Feed: by its version, or by having items.
  static func isFeed(_ document: JSONValue) -> Bool {
    if document["version"]?.text?.contains("jsonfeed.org") == true { return true }
    if case .array? = document["items"] { return true }
    return false
  }

  static func feed(_ document: JSONValue, base: URLReference) -> Feed {
    var feed = Feed(title: plain(document["title"]), link: address(document["home_page_url"], base))
    let authors = authors(of: document)
    feed.entries = (document["items"]?.elements ?? []).compactMap { item in
      guard case .object = item else { return nil }
      var entry = entry(item, base: base)
      if entry.authors.isEmpty { entry.authors = authors }
      return entry
    }
    return feed
  }

  private static func entry(_ item: JSONValue, base: URLReference) -> Feed.Entry {
    var fields = EntryFields()
    fields.id = item["id"]?.text
    fields.title = plain(item["title"])
    fields.link = address(item["url"], base)
    fields.fallbackLink = address(item["external_url"], base)
    fields.published = item["date_published"]?.text.flatMap(DateParser.parse)
    fields.updated = item["date_modified"]?.text.flatMap(DateParser.parse)
    fields.summary = plain(item["summary"])
    fields.content = html(item["content_html"], base, &fields) ?? plain(item["content_text"])
    for author in authors(of: item) { fields.addAuthor(author) }
    fields.addLink(address(item["external_url"], base))
    for attachment in item["attachments"]?.elements ?? [] { fields.addLink(address(attachment["url"], base)) }
    return fields.entry
  }

  /// Names from `authors` (1.1) or `author` (1.0).
  private static func authors(of value: JSONValue) -> [String] {
    let people = (value["authors"]?.elements ?? []) + (value["author"]?.elements ?? [])
    return people.compactMap { plain($0["name"]) ?? plain($0) ?? $0["url"]?.text }
  }

  private static func address(_ value: JSONValue?, _ base: URLReference) -> String? {
    value?.text.map { base.address(of: $0) }
  }

  private static func plain(_ value: JSONValue?) -> String? {
    guard let bytes = value?.text.map({ Array($0.utf8) }) else { return nil }
    var text = MarkupText()
    text.append(plain: bytes, 0..<bytes.count)
    return text.nonEmpty
  }

  private static func html(_ value: JSONValue?, _ base: URLReference, _ fields: inout EntryFields) -> String? {
    guard let bytes = value?.text.map({ Array($0.utf8) }) else { return nil }
    return fields.words({ $0.append(markup: bytes, 0..<bytes.count) }, resolve: base.address(of:))
  }
}
