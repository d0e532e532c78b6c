import Transfers

extension WatchedSource {
  private static let feedTypes =
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"

  /// A request to `url` in the manner of this kind of source.
  func request(to url: String) -> TransferRequest {
    var request = TransferRequest(url: url)
    switch kind {
    case .feed: request.headers["Accept"] = Self.feedTypes
    case .page: request.headers["Accept"] = "text/html, application/xhtml+xml, */*;q=0.5"
    case .sitemap:
      request.headers["Accept"] = "application/xml, application/gzip, */*;q=0.5"
      request.limits.bodyBytes = 50 << 20  // what sitemaps.org allows
    case .json: request.headers["Accept"] = "application/json"
    }
    return request
  }

  /// The first request of a poll. `adopted` is the address a stable permanent redirect leads to.
  func firstRequest(adopted: String?, key: String?) -> TransferRequest {
    if case .json(let interface) = kind { return interface.firstRequest(key: key) }
    return request(to: adopted ?? url)
  }
}
