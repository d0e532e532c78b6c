import Feeds

extension WatchedSource.Kind {
  /// What a body says, in the one shape in which everything is judged.
  func read(_ body: [UInt8], contentType: String?, address: String) throws(FeedError) -> Feed {
    switch self {
    case .feed: try FeedParser.parse(body, contentType: contentType, baseURL: address)
    case .page: try Page.parse(body, contentType: contentType, baseURL: address).feed(url: address)
    case .sitemap: try pages(Sitemap.parse(body, contentType: contentType, baseURL: address))
    }
  }

  /// An index shows no page: what was not seen must not count as clean.
  private func pages(_ sitemap: Sitemap) throws(FeedError) -> Feed {
    guard sitemap.feed.entries.isEmpty, !sitemap.parts.isEmpty else { return sitemap.feed }
    throw .sitemapIndex(parts: sitemap.parts)
  }
}
