/// Why bytes could not be read as a feed, and what to do about it.
public enum FeedError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing but white space.
  case empty
  /// A web page.
  case webPage
  /// JSON that is no JSON Feed.
  case otherJSON
  /// XML with this root element, which no feed format has.
  case otherXML(root: String)
  /// A list of feeds.
  case subscriptionList
  /// A sitemap.
  case sitemap
  /// Neither OPML nor anything with outlines.
  case noSubscriptionList
  /// No sitemap.
  case noSitemap
  /// An index of sitemaps none of which is on its own site.
  case foreignIndex(parts: Int)
  /// Not JSON at all.
  case noJSON
  /// JSON without a list of items at this JSON pointer.
  case noItems(pointer: String)
  /// Text or binary data without any markup.
  case noMarkup
  /// More than the limit of bytes.
  case tooLarge(bytes: Int, limit: Int)

  /// One sentence for people: what the input was and the next step.
  public var description: String {
    switch self {
    case .empty: "the input is empty: check that the address still serves a feed"
    case .webPage: "this is an HTML page, no feed: try `ronda feed discover` to find its feeds"
    case .otherJSON: "this is JSON but neither a JSON Feed nor RSS in JSON: check the address"
    case .otherXML(let root): "this is XML with the root <\(root)>, no feed: expected <rss>, <feed> or <rdf:RDF>"
    case .subscriptionList: "this is an OPML list of feeds: try `ronda feed opml` to read it"
    case .sitemap: "this is a sitemap, no feed: give the source `type: sitemap`"
    case .noSubscriptionList: "this is no OPML list of feeds: expected <opml> with <outline xmlUrl=\"…\">"
    case .noSitemap: "this is no sitemap: expected <urlset> or <sitemapindex>; look into robots.txt for its address"
    case .foreignIndex(let parts):
      "this is an index of \(parts) sitemaps, none of them on its own site: watch them by their own addresses"
    case .noJSON: "this is no JSON: check the address of the interface"
    case .noItems(let pointer): "this JSON has no list at `\(pointer)`: look at an answer and correct `items`"
    case .noMarkup: "this is neither XML nor JSON: check the address and that the body was decompressed"
    case .tooLarge(let bytes, let limit): "the input has \(bytes) bytes, the limit is \(limit): shorten the feed"
    }
  }
}
