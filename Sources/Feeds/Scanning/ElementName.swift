/// Local names of the elements that some format reads, in lower case; all others are `other`.
///
/// Names become an enum once, while the tree is built, so that the formats can `switch` over them.
enum ElementName: String, CaseIterable {
  case other = ""
  // Documents
  case rss, rdf, feed, channel, html, opml, outline, urlset, sitemapindex, error
  // Feeds and entries
  case item, entry, title, link, description, tagline, subtitle, id, guid, logo, image
  case published, issued, pubdate, created, updated, modified, lastbuilddate, date, lastmod
  case summary, abstract, content, encoded, fullitem, body, div, text, group, player, keywords
  case author, creator, contributor, managingeditor, webmaster, name, email, uri, url, homepage, source
  case enclosure, category, comments, ttl, updateperiod, updatefrequency, updatebase, skiphours, skipdays, hour, day
  case identifier, publisher, available, valid, expirationdate
  case base, href, a, area, script, style, template, noscript, credit
  // Sitemaps
  case loc, sitemap, news
  case publicationdate = "publication_date"

  private static let byName = NameTable(allCases.map { ($0.rawValue, $0) })

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self = Self.byName.value(bytes, range) ?? .other
  }
}
