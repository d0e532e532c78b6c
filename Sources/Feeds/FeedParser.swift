/// Reads feeds of every common format, however broken, into one shape.
///
/// RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed 1.0 and 1.1 and RSS in JSON. Parsing is pure: no network, no files,
/// no external entities. One bad date or entry never costs another.
///
/// ```swift
/// let feed = try FeedParser.parse(body, contentType: "application/rss+xml", baseURL: "https://desa.example/feed")
/// for entry in feed.entries { print(entry.published?.rfc3339 ?? "-", entry.title ?? "") }
/// ```
public enum FeedParser {
  /// The most bytes that `parse` takes: 64 MiB.
  public static let maximumBytes = 64 << 20

  /// The feed in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: the body of the response, in any encoding; a gzip file is unpacked.
  ///   - contentType: the value of the HTTP header, for its `charset`.
  ///   - baseURL: the address the body came from; relative links stay relative without it.
  /// - Throws: `FeedError`, which says what the input is instead of a feed.
  public static func parse(
    _ bytes: [UInt8],
    contentType: String? = nil,
    baseURL: String? = nil
  ) throws(FeedError) -> Feed {
    let text = try BodyText.utf8(bytes, contentType: contentType)
    let base = URLReference(baseURL ?? "")
    guard let first = text.first(where: { !$0.isSpace }) else { throw .empty }
    if first == .leftBrace || first == .leftBracket { return try json(text, base) }
    return try xml(ElementTree(text, base: base))
  }

  private static func json(_ text: [UInt8], _ base: URLReference) throws(FeedError) -> Feed {
    guard let document = JSONValue.parse(text) else { throw .otherJSON }
    if let channel = document["rss"]?["channel"] { return RSSInJSON.feed(channel, base: base) }
    if JSONFeed.isFeed(document) { return JSONFeed.feed(document, base: base) }
    throw .otherJSON
  }

  private static func xml(_ tree: ElementTree) throws(FeedError) -> Feed {
    guard let first = tree.root else { throw .noMarkup }
    for index in tree.topLevel {
      switch tree[index].name {
      case .rss, .rdf, .channel: return RSS.feed(tree, root: index)
      case .feed, .entry: return Atom.feed(tree, root: index)
      case .html, .body: throw .webPage
      case .opml: throw .subscriptionList
      case .urlset, .sitemapindex: throw .sitemap
      default: continue
      }
    }
    throw .otherXML(root: tree.bytes.string(tree[first].qualifiedName))
  }
}
