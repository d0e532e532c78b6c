/// The fields of an entry while it is being read, each by its origin; `entry` decides which of them counts.
struct EntryFields {
  var id: String?
  var fallbackID: String?
  var title: String?
  var fallbackTitle: String?
  var link: String?
  var permanentLink: String?
  var fallbackLink: String?
  var published: FeedDate?
  var fallbackPublished: FeedDate?
  var updated: FeedDate?
  var summary: String?
  var fallbackSummary: String?
  var content: String?
  private(set) var authors: [String] = []
  private(set) var fallbackAuthors: [String] = []
  private(set) var links: [String] = []

  var entry: Feed.Entry {
    var entry = Feed.Entry()
    entry.id = id ?? fallbackID
    entry.title = title ?? fallbackTitle
    entry.link = link ?? permanentLink ?? fallbackLink
    entry.published = published ?? fallbackPublished
    entry.updated = updated
    entry.summaryText = summary ?? fallbackSummary
    entry.contentText = content
    entry.authors = authors.isEmpty ? fallbackAuthors : authors
    entry.links = links
    return entry
  }

  /// The first description is the summary; a further one, or one beside a summary, is the content.
  mutating func addDescription(_ text: String?) {
    if summary == nil { summary = text } else { content = content ?? text }
  }

  mutating func addAuthor(_ name: String?) {
    if let name, !authors.contains(name) { authors.append(name) }
  }

  mutating func addFallbackAuthor(_ name: String?) {
    if let name, !fallbackAuthors.contains(name) { fallbackAuthors.append(name) }
  }

  mutating func addLink(_ address: String?) {
    if let address, !links.contains(address) { links.append(address) }
  }
}
