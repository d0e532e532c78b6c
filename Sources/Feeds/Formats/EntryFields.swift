/// The fields of an entry while it is being read, each by its origin; `entry` decides which of them counts.
struct EntryFields {
  var id: String?
  var fallbackID: String?
  var title: String?
  var fallbackTitle: String?
  var link: String?
  var permanentLink: String?
  var otherLink: String?
  var fallbackLink: String?
  /// An identifier that is an address as well.
  var idLink: String?
  var published: FeedDate?
  var fallbackPublished: FeedDate?
  /// When it was begun, which counts as published where nothing better is known.
  var created: FeedDate?
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
    entry.link = link ?? permanentLink ?? otherLink ?? fallbackLink ?? idLink
    entry.published = published ?? fallbackPublished ?? created
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
    if let address, links.count < Self.maximumLinks, !links.contains(address) { links.append(address) }
  }

  private static let maximumLinks = 256

  /// The words that `append` puts into a text from HTML. Where its anchors lead on the web is noted, made absolute by
  /// `resolve`.
  mutating func words(_ append: (inout MarkupText) -> Void, resolve: (String) -> String) -> String? {
    var text = MarkupText()
    text.keepsTargets = true
    append(&text)
    for target in text.targets where !target.hasPrefix("#") {
      let address = target.isWebAddress ? target : resolve(target)
      if address.isWebAddress { addLink(address) }
    }
    return text.nonEmpty
  }
}

extension String {
  /// Whether it begins as an address of the web does.
  var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
