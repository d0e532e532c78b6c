/// A sitemap: the pages of a site as it tells them to search engines (sitemaps.org, 0.9), also with news.
///
/// Pages injected into a site give themselves away here: `…/slot-gacor-hari-ini/`.
public struct Sitemap: Sendable, Hashable {
  /// The pages as entries: the address, when it changed, and the headline of news or else the words of the address.
  public var feed = Feed()
  /// The further sitemaps that an index names.
  public var parts: [Part] = []

  /// A sitemap that an index names.
  public struct Part: Sendable, Hashable {
    /// Its address.
    public var url: String
    /// When it last changed, as the index says.
    public var updated: FeedDate?
  }

  /// The sitemap in `bytes`, or the index of several.
  ///
  /// - Parameters:
  ///   - bytes: the body of the response; a gzip file is unpacked.
  ///   - contentType: the value of the HTTP header, for its `charset`.
  ///   - baseURL: the address the body came from, for relative addresses.
  /// - Throws: `FeedError.noSitemap` when it is something else.
  public static func parse(
    _ bytes: [UInt8],
    contentType: String? = nil,
    baseURL: String? = nil
  ) throws(FeedError) -> Sitemap {
    let text = try BodyText.utf8(bytes, contentType: contentType)
    let tree = ElementTree(text, base: URLReference(baseURL ?? ""))
    guard let root = tree.topLevel.first(where: { [.urlset, .sitemapindex].contains(tree[$0].name) }) else {
      throw .noSitemap
    }
    var sitemap = Sitemap()
    for child in tree.children(of: root) {
      if tree[child].name == .sitemap {
        if let address = part(.loc, tree, child).flatMap(tree.address(of:)) {
          sitemap.parts.append(Part(url: address, updated: part(.lastmod, tree, child).flatMap(tree.date(of:))))
        }
      } else if tree[child].name == .url, let entry = entry(tree, child) {
        sitemap.feed.entries.append(entry)
      }
    }
    return sitemap
  }

  /// The parts worth reading: on the site of the index itself, the newest first. Parts without a time come last, those
  /// named last before the others, as most programs append new ones.
  ///
  /// - Parameters:
  ///   - index: the address of the index.
  ///   - start: parts that say they did not change since then are left out.
  public func partsToRead(of index: String, changedSince start: FeedDate? = nil) -> [Part] {
    let site = URLReference(index)
    let own = parts.filter { URLReference($0.url).isSameSite(as: site) }
    let dated = own.compactMap { part in part.updated.map { (part, $0) } }
    let changed = dated.filter { _, time in start.map { time >= $0 } ?? true }.sorted { $0.1 > $1.1 }
    return changed.map(\.0) + own.filter { $0.updated == nil }.reversed()
  }

  private static func part(_ name: ElementName, _ tree: ElementTree, _ parent: Int) -> Int? {
    tree.children(of: parent).first { tree[$0].name == name }
  }

  private static func entry(_ tree: ElementTree, _ url: Int) -> Feed.Entry? {
    guard let address = part(.loc, tree, url).flatMap(tree.address(of:)) else { return nil }
    var entry = Feed.Entry()
    entry.id = address
    entry.link = address
    entry.updated = part(.lastmod, tree, url).flatMap(tree.date(of:))
    if let news = part(.news, tree, url) {
      entry.title = part(.title, tree, news).flatMap(tree.html(of:))
      entry.published = part(.publicationdate, tree, news).flatMap(tree.date(of:))
    }
    let words = words(of: address)
    if entry.title == nil { entry.title = words } else { entry.summaryText = words }
    return entry
  }

  /// The words of an address without host and file extension: `/berita/slot-gacor.html` says "berita slot gacor".
  private static func words(of address: String) -> String? {
    let path = Array(URLReference(address).path.utf8).percentDecoded
    let pieces = String(decoding: path, as: UTF8.self).split { "/-_+.".contains($0) || $0.isWhitespace }
    let words = pieces.filter { !["html", "htm", "php", "index"].contains($0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension [UInt8] {
  /// The bytes with `%41` decoded; a `%` without two digits stays.
  fileprivate var percentDecoded: [UInt8] {
    var output: [UInt8] = []
    var i = 0
    while i < count {
      if self[i] == .percent, i + 2 < count, let high = self[i + 1].hexValue, let low = self[i + 2].hexValue {
        output.append(UInt8(high << 4 | low))
        i += 3
      } else {
        output.append(self[i])
        i += 1
      }
    }
    return output
  }
}
