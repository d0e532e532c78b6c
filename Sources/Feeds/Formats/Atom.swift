/// Atom 0.3 and 1.0; a lone `entry` counts as a feed of one.
enum Atom {
  static func feed(_ tree: ElementTree, root: Int) -> Feed {
    var feed = Feed()
    if tree[root].name == .entry {
      feed.entries = [entry(tree, root, feedAuthors: [])]
      return feed
    }
    var fields = EntryFields()
    var entries: [Int] = []
    for child in tree.children(of: root) {
      switch (tree[child].namespace, tree[child].name) {
      case (.atom, .entry), (.plain, .entry), (.plain, .item): entries.append(child)
      case (.atom, _), (.plain, _): read(tree, child, into: &fields)
      default:
        EntryModules.read(tree, child, into: &fields)
        feed.hints.read(tree, child)
      }
    }
    let described = fields.entry
    feed.title = described.title
    feed.link = described.link
    feed.entries = entries.map { entry(tree, $0, feedAuthors: described.authors) }
    return feed
  }

  private static func entry(_ tree: ElementTree, _ index: Int, feedAuthors: [String]) -> Feed.Entry {
    var fields = EntryFields()
    for child in tree.children(of: index) {
      switch tree[child].namespace {
      case .atom, .plain: read(tree, child, into: &fields)
      case .content where tree[child].name == .encoded: fields.content = fields.content ?? tree.html(of: child)
      case .xhtml where tree[child].name == .body || tree[child].name == .div:
        fields.content = fields.content ?? tree.literal(of: child)
      default: EntryModules.read(tree, child, into: &fields)
      }
    }
    for author in feedAuthors { fields.addFallbackAuthor(author) }
    return fields.entry
  }

  private static func read(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch tree[child].name {
    case .title: fields.title = fields.title ?? text(tree, child)
    case .link: readLink(tree, child, into: &fields)
    case .id: readID(tree, child, into: &fields)
    case .published, .issued: fields.published = fields.published ?? tree.date(of: child)
    case .created: fields.created = fields.created ?? tree.date(of: child)
    case .updated, .modified: fields.updated = fields.updated ?? tree.date(of: child)
    case .summary: if fields.summary == nil { fields.summary = words(tree, child, &fields) }
    case .content:
      if fields.content == nil { fields.content = words(tree, child, &fields) }
      fields.addLink(tree.address("src", of: child))
    case .author: fields.addAuthor(person(tree, child))
    case .source: readSource(tree, child, into: &fields)
    default: break
    }
  }

  /// An entry that was copied from another feed has that feed's authors when it names none.
  private static func readSource(_ tree: ElementTree, _ source: Int, into fields: inout EntryFields) {
    for child in tree.children(of: source) where tree[child].name == .author {
      fields.addFallbackAuthor(person(tree, child))
    }
  }

  private static func readID(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    guard fields.id == nil, let id = tree.value(of: child) else { return }
    fields.id = id
    if id.isWebAddress { fields.idLink = id }
  }

  /// A link by its relation: only an alternate is the page itself, and HTML wins over other types.
  static func readLink(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    guard let address = tree.address("href", of: child) ?? tree.address(of: child) else { return }
    let relation = tree.attribute("rel", of: child)?.lowercased() ?? "alternate"
    switch relation {
    case "alternate", "", "http://www.iana.org/assignments/relation/alternate":
      if isPage(tree.attribute("type", of: child)) {
        fields.link = fields.link ?? address
      } else {
        fields.otherLink = fields.otherLink ?? address
      }
    case "self": fields.fallbackLink = fields.fallbackLink ?? address
    case "enclosure", "related", "via": fields.addLink(address)
    default: break
    }
  }

  /// Whether a link of that type leads to something people read; sites also offer their records as JSON or as an image.
  private static func isPage(_ type: String?) -> Bool {
    guard let type = type?.lowercased(), !type.isEmpty else { return true }
    return type.hasPrefix("text/") || type.hasPrefix("application/xhtml")
  }

  static func person(_ tree: ElementTree, _ index: Int) -> String? {
    for name in [ElementName.name, .email, .uri, .url] {
      if let child = tree.child(name, of: index), let text = tree.literal(of: child) { return text }
    }
    return tree[index].firstChild == nil ? tree.literal(of: index) : nil
  }

  /// A text construct, read as its `type` (or, in Atom 0.3, `mode`) says.
  static func text(_ tree: ElementTree, _ index: Int) -> String? {
    var text = MarkupText()
    append(tree, index, to: &text)
    return text.nonEmpty
  }

  /// The same, for those whose links count.
  private static func words(_ tree: ElementTree, _ index: Int, _ fields: inout EntryFields) -> String? {
    fields.words({ append(tree, index, to: &$0) }, resolve: { tree.resolve($0, at: index) })
  }

  private static func append(_ tree: ElementTree, _ index: Int, to text: inout MarkupText) {
    let type = tree.attribute("type", of: index)?.lowercased() ?? "text"
    let mode = tree.attribute("mode", of: index)?.lowercased()
    if mode == "base64" || isBinary(type), let value = tree.value(of: index), let decoded = Base64.decoded(value),
      CharacterCheck.of(decoded, 0..<decoded.count) != .broken
    {
      text.append(markup: decoded, 0..<decoded.count)
    } else if mode == "escaped" || type == "html" || type == "text/html" {
      tree.append(htmlOf: index, to: &text)
    } else {
      tree.append(literalOf: index, to: &text)
    }
  }

  private static func isBinary(_ type: String) -> Bool {
    type.utf8.contains(.slash) && !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
  }
}
