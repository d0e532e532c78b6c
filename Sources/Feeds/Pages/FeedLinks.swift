/// The feeds a page offers: those it declares, or else links that look like feeds.
///
/// Declared is a `link` with `rel="feed"`, or `rel="alternate"` and the type of a feed (the autodiscovery conventions of RSS
/// and Atom, as browsers did them). Many Indonesian sites declare none but link `/feed` or `rss.xml` in the footer.
struct FeedLinks {
  private var declared: [String] = []
  private var linked: [String] = []

  /// What was found, each once, in document order.
  var addresses: [String] { declared.isEmpty ? linked : declared }

  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml",
    "application/xml", "text/xml", "application/rss", "application/atom", "application/x.atom+xml",
    "application/x-atom+xml", "text/rss+xml", "text/rss",
  ]

  /// Takes a `link` element.
  mutating func offer(relations: [Substring], type: String?, url: String) {
    let type = type?.lowercased().prefix { $0 != ";" }.trimmingSpaces
    let isTyped = type.map(Self.types.contains) ?? false
    // WordPress declares the page's record in its own API the same way as a JSON Feed.
    let isRecord = type == "application/json" && url.contains("/wp-json/")
    let isFeed = relations.contains("feed") && (type == nil || isTyped)
    guard isFeed || (relations.contains("alternate") && isTyped && !isRecord) else { return }
    if !declared.contains(url) { declared.append(url) }
  }

  /// Takes an anchor.
  mutating func offer(anchor reference: String, url: String) {
    guard linked.count < 32, Self.looksLikeFeed(URLReference(reference)), !linked.contains(url) else { return }
    linked.append(url)
  }

  private static func looksLikeFeed(_ reference: URLReference) -> Bool {
    let path = reference.path.lowercased()
    let last = path.split(separator: "/").last ?? ""
    return ["feed", "rss", "atom", "feeds"].contains(last)
      || ["rss.xml", "feed.xml", "atom.xml", "index.rdf", "feed.json", "rss.php", "feed.php"].contains(last)
      || last.hasSuffix(".rss") || last.hasSuffix(".atom") || reference.query == "feed=rss2"
  }
}

extension String {
  /// `feed:https://…` and `feed://…` as the address they mean.
  var withoutFeedScheme: String {
    guard lowercased().hasPrefix("feed:") else { return self }
    let rest = dropFirst("feed:".count)
    return rest.hasPrefix("//") ? "http:" + rest : String(rest)
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension URLReference {
  /// Whether both lie on one site: the same host, one below the other, or one that the other names in its path, as
  /// archives and mirrors do (`https://archive.example/web/https://desa.example/`). Unknown hosts count as the same.
  func isSameSite(as other: URLReference) -> Bool {
    guard let mine = authority?.lowercased(), let its = other.authority?.lowercased() else { return true }
    let (short, long) = (mine.withoutWWW, its.withoutWWW)
    return short == long || short.hasSuffix("." + long) || long.hasSuffix("." + short) || path.contains("//\(its)/")
  }
}

extension String {
  fileprivate var withoutWWW: String { hasPrefix("www.") ? String(dropFirst(4)) : self }
}
