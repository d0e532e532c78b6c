/// RSS 0.9x, 1.0 (RDF) and 2.0 with the usual modules, and CDF, which has nearly the same shape.
enum RSS {
  static func feed(_ tree: ElementTree, root: Int) -> Feed {
    let channel = tree[root].name == .channel ? root : tree.child(.channel, of: root) ?? root
    var feed = Feed()
    var fields = ChannelFields()
    for child in tree.children(of: channel) { fields.read(tree, child, into: &feed.hints) }
    feed.title = fields.title ?? fields.otherTitle
    feed.link = fields.link ?? fields.alternateLink ?? fields.otherLink ?? tree.address("href", of: channel)
    feed.entries = items(tree, root: root, channel: channel).map { entry(tree, $0) }
    return feed
  }

  /// Items stand in the channel, beside it (RSS 1.0), or in both in broken feeds; CDF nests channels.
  private static func items(_ tree: ElementTree, root: Int, channel: Int) -> [Int] {
    var items: [Int] = []
    for child in tree.children(of: root) {
      switch tree[child].name {
      case .item where tree[child].namespace != .unknown: items.append(child)
      case .channel, .other: items += tree.children(of: child).filter { tree[$0].name == .item }
      default: continue
      }
    }
    return items
  }

  private struct ChannelFields {
    var title: String?
    var otherTitle: String?
    var link: String?
    var alternateLink: String?
    var otherLink: String?

    mutating func read(_ tree: ElementTree, _ child: Int, into hints: inout Feed.PollHints) {
      switch (tree[child].namespace, tree[child].name) {
      case (.plain, .title): title = title ?? tree.html(of: child)
      case (.dublinCore, .title), (.atom, .title), (.media, .title), (.itunes, .title):
        otherTitle = otherTitle ?? tree.html(of: child)
      case (.plain, .link): link = link ?? tree.address(of: child) ?? alternate(tree, child)
      case (.atom, .link): alternateLink = alternateLink ?? alternate(tree, child)
      case (.plain, .url), (.plain, .uri): otherLink = otherLink ?? tree.address(of: child)
      default: hints.read(tree, child)
      }
    }

    /// The target of an Atom link to a page.
    private func alternate(_ tree: ElementTree, _ child: Int) -> String? {
      let relation = tree.attribute("rel", of: child)?.lowercased() ?? "alternate"
      return relation == "alternate" ? tree.address("href", of: child) : nil
    }
  }

  private static func entry(_ tree: ElementTree, _ item: Int) -> Feed.Entry {
    var fields = EntryFields()
    for child in tree.children(of: item) { read(tree, child, into: &fields) }
    if fields.link == nil { fields.link = tree.address("href", of: item) }
    if fields.published == nil { fields.published = tree.attribute("lastmod", of: item).flatMap(DateParser.parse) }
    if fields.id == nil { fields.fallbackID = tree.attribute("rdf:about", of: item) }
    return fields.entry
  }

  private static func read(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch (tree[child].namespace, tree[child].name) {
    case (.plain, .title): fields.title = fields.title ?? tree.html(of: child)
    case (.plain, .link): readLink(tree, child, into: &fields)
    case (.plain, .guid): readGUID(tree, child, into: &fields)
    case (.plain, .description), (.plain, .abstract): fields.addDescription(words(tree, child, &fields))
    case (.plain, .summary): if fields.summary == nil { fields.summary = words(tree, child, &fields) }
    case (.content, .encoded), (.plain, .fullitem), (.plain, .encoded), (.plain, .content):
      if fields.content == nil { fields.content = words(tree, child, &fields) }
    case (.xhtml, .body), (.xhtml, .div), (.plain, .body), (.plain, .div):
      fields.content = fields.content ?? tree.literal(of: child)
    case (.plain, .pubdate), (.plain, .date): fields.published = fields.published ?? tree.date(of: child)
    case (.plain, .author), (.plain, .creator): fields.addAuthor(Atom.person(tree, child) ?? tree.literal(of: child))
    case (.plain, .enclosure): fields.addLink(tree.address("url", of: child))
    default: EntryModules.read(tree, child, into: &fields)
    }
  }

  private static func words(_ tree: ElementTree, _ child: Int, _ fields: inout EntryFields) -> String? {
    fields.words({ tree.append(htmlOf: child, to: &$0) }, resolve: { tree.resolve($0, at: child) })
  }

  private static func readLink(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    fields.link = fields.link ?? tree.address(of: child)
    if fields.link == nil { Atom.readLink(tree, child, into: &fields) }
  }

  /// A `guid` is also the link unless it says otherwise, provided that it looks like an address.
  private static func readGUID(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    guard fields.id == nil, let guid = tree.value(of: child) else { return }
    fields.id = guid
    if tree.attribute("ispermalink", of: child)?.lowercased() != "false", guid.utf8.contains(.colon) {
      fields.permanentLink = tree.resolve(guid, at: child)
    }
  }
}
