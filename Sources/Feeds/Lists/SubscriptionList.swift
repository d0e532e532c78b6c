/// A list of feeds in OPML, the format in which feed readers exchange subscriptions.
public struct SubscriptionList: Sendable, Hashable {
  /// One feed of a list.
  public struct Subscription: Sendable, Hashable {
    /// Its name.
    public var title: String?
    /// The feed's address as the list gives it.
    public var feedURL: String
    /// The page it belongs to.
    public var pageURL: String?
    /// The folders it lies in, the outermost first.
    public var folders: [String]
    /// What Ronda itself knows of it, which feed readers pass over.
    public var settings: Settings

    /// Creates a subscription.
    public init(
      title: String? = nil,
      feedURL: String,
      pageURL: String? = nil,
      folders: [String] = [],
      settings: Settings = Settings()
    ) {
      self.title = title
      self.feedURL = feedURL
      self.pageURL = pageURL
      self.folders = folders
      self.settings = settings
    }

    /// What a source of the configuration has beside its address; in a list these are attributes of a namespace.
    public struct Settings: Sendable, Hashable {
      /// Its id, region, and durations as people write them.
      public var id, region, interval, longestInterval: String?

      /// Creates settings.
      public init(
        id: String? = nil,
        region: String? = nil,
        interval: String? = nil,
        longestInterval: String? = nil
      ) {
        self.id = id
        self.region = region
        self.interval = interval
        self.longestInterval = longestInterval
      }
    }
  }

  /// The feeds in document order.
  public var subscriptions: [Subscription]

  /// Creates a list.
  public init(_ subscriptions: [Subscription] = []) { self.subscriptions = subscriptions }

  /// The list in `bytes`: every `outline` with an `xmlUrl`, wherever it stands and however broken the rest is.
  ///
  /// - Throws: `FeedError.noSubscriptionList` when there is neither an `opml` nor an `outline` element.
  public static func parse(_ bytes: [UInt8]) throws(FeedError) -> SubscriptionList {
    var reader = OutlineReader(try BodyText.utf8(bytes, contentType: nil))
    reader.read()
    guard reader.isList else { throw .noSubscriptionList }
    return SubscriptionList(reader.subscriptions)
  }

  /// The addresses as one JSON object: `{"feeds":["…"]}`, each once, in document order.
  public func jsonBytes() -> [UInt8] { JSONWriter.feeds(subscriptions.map(\.feedURL)) }

  /// The list as OPML 2.0. Folders become outlines around their feeds, in the order in which they first appear.
  public func opmlBytes(title: String) -> [UInt8] {
    let isPlain = subscriptions.allSatisfy { $0.settings == Subscription.Settings() }
    let namespace = isPlain ? "" : " xmlns:ronda=\"urn:ronda\""
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\"\(namespace)>\n"
    text += "  <head><title>\(title.escapedForXML)</title></head>\n  <body>\n"
    text += Self.outlines(subscriptions[...], depth: 0, indent: "    ")
    return Array((text + "  </body>\n</opml>\n").utf8)
  }

  private static func outlines(_ members: ArraySlice<Subscription>, depth: Int, indent: String) -> String {
    var text = ""
    var written: Set<String> = []
    for member in members {
      guard member.folders.count > depth else {
        text += indent + member.outline + "\n"
        continue
      }
      let folder = member.folders[depth]
      guard written.insert(folder).inserted else { continue }
      let inside = members.filter { $0.folders.count > depth && $0.folders[depth] == folder }
      text += "\(indent)<outline text=\"\(folder.escapedForXML)\">\n"
      text += outlines(inside[...], depth: depth + 1, indent: indent + "  ")
      text += "\(indent)</outline>\n"
    }
    return text
  }
}

extension SubscriptionList.Subscription {
  fileprivate var outline: String {
    let name = (title ?? feedURL).escapedForXML
    let others = [
      ("htmlUrl", pageURL), ("ronda:id", settings.id), ("ronda:region", settings.region),
      ("ronda:interval", settings.interval), ("ronda:max_interval", settings.longestInterval),
    ]
    let written = others.map { name, value in value.map { " \(name)=\"\($0.escapedForXML)\"" } ?? "" }.joined()
    return "<outline type=\"rss\" text=\"\(name)\" title=\"\(name)\" xmlUrl=\"\(feedURL.escapedForXML)\"\(written)/>"
  }
}

/// Walks the tags of a list; keeps no tree.
private struct OutlineReader {
  private let bytes: [UInt8]
  /// The open outlines: the names of folders, nil for feeds and nameless folders.
  private var open: [String?] = []
  private(set) var subscriptions: [SubscriptionList.Subscription] = []
  private(set) var isList = false

  private static let maximumDepth = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() {
    var scanner = MarkupScanner(bytes, in: 0..<bytes.count)
    while let token = scanner.next() {
      switch token {
      case .startTag(let tag): start(tag)
      case .endTag(let name, _): if bytes.matches("outline", in: name), !open.isEmpty { open.removeLast() }
      case .text, .cdata, .declaration: continue
      }
    }
  }

  private mutating func start(_ tag: MarkupScanner.Tag) {
    if bytes.matches("opml", in: tag.name) { isList = true }
    guard bytes.matches("outline", in: tag.name) else { return }
    isList = true
    let attributes = Attributes(bytes, in: tag.attributes)
    func filled(_ name: StaticString) -> String? { attributes.value(of: name).flatMap { $0.isEmpty ? nil : $0 } }
    let title = filled("title") ?? filled("text")
    let address = filled("xmlurl")
    if let address {
      let settings = SubscriptionList.Subscription.Settings(
        id: filled("ronda:id"),
        region: filled("ronda:region"),
        interval: filled("ronda:interval"),
        longestInterval: filled("ronda:max_interval")
      )
      let folders = open.compactMap { $0 }
      subscriptions.append(
        .init(title: title, feedURL: address, pageURL: filled("htmlurl"), folders: folders, settings: settings)
      )
    }
    if !tag.isSelfClosing, open.count < Self.maximumDepth { open.append(address == nil ? title : nil) }
  }
}

extension String {
  /// The text as it stands in an XML attribute or element; control characters, which XML can't hold, are left out.
  var escapedForXML: String {
    var output = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "\t", "\n", "\r": output += " "
      case "\u{0}"..<" ": continue
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
