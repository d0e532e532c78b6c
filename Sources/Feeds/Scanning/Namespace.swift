/// The vocabularies whose elements mean something to us.
///
/// A prefix is resolved through its `xmlns`, compared liberally (case, scheme, `www.` and a slash or `#` at the end do
/// not count). A prefix that is undeclared or bound to an address we do not know means what it is usually used for, as
/// many feeds write `media:content` without declaring it.
enum Namespace: UInt8 {
  /// No namespace, that of any RSS version, or an unknown default namespace.
  case plain
  case atom, dublinCore, content, media, itunes, syndication, xhtml, rdf, slash, thread, googlePlay
  /// A prefix we do not know; its elements are passed over.
  case unknown

  /// The vocabulary with the address in `range`, or nil when we do not know it.
  static func named(_ bytes: [UInt8], _ range: Range<Int>) -> Namespace? {
    var name = bytes.string(bytes.trimmed(range)).lowercased()
    for prefix in ["http://", "https://", "www."] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    while name.hasSuffix("/") || name.hasSuffix("#") { name.removeLast() }
    return addresses[name]
  }

  /// The vocabulary that the prefix in `range` usually stands for.
  static func conventional(_ bytes: [UInt8], _ range: Range<Int>) -> Namespace {
    prefixes[bytes.string(range).lowercased()] ?? .unknown
  }

  private static let prefixes: [String: Namespace] = [
    "atom": .atom, "a10": .atom, "dc": .dublinCore, "dcterms": .dublinCore, "content": .content, "media": .media,
    "itunes": .itunes, "sy": .syndication, "xhtml": .xhtml, "rdf": .rdf, "rss": .plain, "slash": .slash,
    "thr": .thread, "googleplay": .googlePlay,
  ]

  private static let addresses: [String: Namespace] = [
    "": .plain,
    "backend.userland.com/rss": .plain, "blogs.law.harvard.edu/tech/rss": .plain, "purl.org/rss/1.0": .plain,
    "my.netscape.com/rdf/simple/0.9": .plain, "my.netscape.com/publish/formats/rss-0.91.dtd": .plain,
    "example.com/newformat": .plain, "example.com/necho": .plain, "purl.org/echo": .plain,
    "uri/of/echo/namespace": .plain,
    "backend.userland.com/rss2": .plain, "rssnamespace.org/feeds": .plain,
    "channel.netscape.com/rdf/simple/0.9": .plain,
    "purl.org/net/rss1.1": .plain,
    "w3.org/2005/atom": .atom, "purl.org/atom/ns": .atom, "purl.org/pie": .atom,
    "purl.org/dc/elements/1.1": .dublinCore, "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc/terms": .dublinCore,
    "purl.org/rss/1.0/modules/content": .content,
    "search.yahoo.com/mrss": .media, "video.search.yahoo.com/mrss": .media, "tools.search.yahoo.com/mrss": .media,
    "itunes.com/dtds/podcast-1.0.dtd": .itunes, "example.com/dtds/podcast-1.0.dtd": .itunes,
    "purl.org/rss/1.0/modules/syndication": .syndication,
    "w3.org/1999/xhtml": .xhtml, "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
    "purl.org/rss/1.0/modules/slash": .slash, "purl.org/syndication/thread/1.0": .thread,
    "google.com/schemas/play-podcasts/1.0": .googlePlay,
  ]
}
