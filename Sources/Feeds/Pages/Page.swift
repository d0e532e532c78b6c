/// What a web page says: what visitors see, what is hidden from them, where it leads, and the feeds it offers.
///
/// Everything in the file counts, also behind `</html>` and in a second `<body>`, where injected links like to sit.
public struct Page: Sendable, Hashable {
  /// The first `title`.
  public var title: String?
  /// What the page says of itself to search engines: `description`, else `og:description`.
  public var description: String?
  /// The text a visitor sees.
  public var visibleText = ""
  /// The text that markup hides from visitors: `display:none`, off-screen, no size, `hidden`.
  public var hiddenText = ""
  /// Where it leads, in document order.
  public var links: [Link] = []
  /// The feeds it offers, absolute where a base is known, each once.
  public var feeds: [String] = []
  /// The address the page wants to be known by (`rel="canonical"`).
  public var canonicalURL: String?

  /// A link or an embedded frame.
  public struct Link: Sendable, Hashable {
    /// Where it leads, absolute where a base is known.
    public var url: String
    /// Its words; empty for images and frames.
    public var text: String
    /// Whether it is hidden from visitors.
    public var isHidden: Bool

    /// Creates a link.
    public init(url: String, text: String, isHidden: Bool) {
      self.url = url
      self.text = text
      self.isHidden = isHidden
    }
  }

  /// The page in `bytes`; any input gives one, however little it holds.
  ///
  /// - Parameters:
  ///   - bytes: the body of the response, in any encoding; a gzip file is unpacked.
  ///   - contentType: the value of the HTTP header, for its `charset`.
  ///   - baseURL: the address the page came from; relative links stay relative without it.
  /// - Throws: `FeedError.empty` or `.tooLarge`.
  public static func parse(
    _ bytes: [UInt8],
    contentType: String? = nil,
    baseURL: String? = nil
  ) throws(FeedError) -> Page {
    guard bytes.contains(where: { !$0.isSpace }) else { throw .empty }
    var reader = PageReader(try BodyText.utf8(bytes, contentType: contentType), base: URLReference(baseURL ?? ""))
    return reader.page()
  }

  /// The addresses of the page's feeds as one JSON object: `{"feeds":["…"]}`.
  public func feedsJSONBytes() -> [UInt8] { JSONWriter.feeds(feeds) }
}

extension Page {
  /// The page as a feed of up to two entries: what visitors see, and what is hidden from them with the addresses it leads
  /// to, each judged for itself, so that hidden promotion is not outweighed by honest text.
  ///
  /// - Parameter url: the page's address, the identity of its entries.
  public func feed(url: String) -> Feed {
    var feed = Feed(title: title, link: canonicalURL ?? url)
    var seen = Feed.Entry()
    seen.id = url
    seen.link = url
    seen.title = title
    seen.contentText = [description, visibleText.isEmpty ? nil : visibleText].compactMap { $0 }.joined(separator: "\n")
    seen.links = links.filter { !$0.isHidden }.map(\.url)
    feed.entries.append(seen)
    let hiddenLinks = links.filter(\.isHidden).map(\.url)
    guard !hiddenText.isEmpty || !hiddenLinks.isEmpty else { return feed }
    var hidden = Feed.Entry()
    hidden.id = url + "#hidden"
    hidden.link = url
    hidden.contentText = ([hiddenText] + hiddenLinks).filter { !$0.isEmpty }.joined(separator: "\n")
    hidden.links = hiddenLinks
    feed.entries.append(hidden)
    return feed
  }
}
