/// Elements of the namespaces that turn up in RSS and Atom alike: Dublin Core, Media RSS, podcasts, foreign Atom.
enum EntryModules {
  static func read(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch tree[child].namespace {
    case .dublinCore: readDublinCore(tree, child, into: &fields)
    case .media: readMedia(tree, child, into: &fields)
    case .itunes, .googlePlay: readPodcast(tree, child, into: &fields)
    case .atom, .plain: readAtom(tree, child, into: &fields)
    default: break
    }
  }

  private static func readDublinCore(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch tree[child].name {
    case .title: fields.fallbackTitle = fields.fallbackTitle ?? tree.html(of: child)
    case .creator, .author, .contributor, .publisher: fields.addAuthor(tree.literal(of: child))
    case .description, .abstract: fields.fallbackSummary = fields.fallbackSummary ?? tree.html(of: child)
    case .date, .modified: fields.updated = fields.updated ?? tree.date(of: child)
    case .issued, .available: fields.fallbackPublished = fields.fallbackPublished ?? tree.date(of: child)
    case .created: fields.created = fields.created ?? tree.date(of: child)
    case .identifier: fields.fallbackID = fields.fallbackID ?? tree.value(of: child)
    default: break
    }
  }

  private static func readMedia(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch tree[child].name {
    case .title: fields.fallbackTitle = fields.fallbackTitle ?? tree.html(of: child)
    case .description, .text: fields.fallbackSummary = fields.fallbackSummary ?? tree.html(of: child)
    case .credit: fields.addFallbackAuthor(tree.literal(of: child))
    case .content, .player:
      fields.addLink(tree.address("url", of: child))
      for part in tree.children(of: child) { readMedia(tree, part, into: &fields) }
    case .group: for part in tree.children(of: child) { readMedia(tree, part, into: &fields) }
    default: break
    }
  }

  private static func readPodcast(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch tree[child].name {
    case .title: fields.fallbackTitle = fields.fallbackTitle ?? tree.html(of: child)
    case .author: fields.addFallbackAuthor(tree.literal(of: child))
    case .summary, .description, .subtitle: fields.fallbackSummary = fields.fallbackSummary ?? tree.html(of: child)
    default: break
    }
  }

  /// Atom elements inside RSS.
  private static func readAtom(_ tree: ElementTree, _ child: Int, into fields: inout EntryFields) {
    switch tree[child].name {
    case .link: Atom.readLink(tree, child, into: &fields)
    case .title: fields.fallbackTitle = fields.fallbackTitle ?? Atom.text(tree, child)
    case .id: fields.fallbackID = fields.fallbackID ?? tree.value(of: child)
    case .summary: fields.fallbackSummary = fields.fallbackSummary ?? Atom.text(tree, child)
    case .content: fields.content = fields.content ?? Atom.text(tree, child)
    case .updated, .modified: fields.updated = fields.updated ?? tree.date(of: child)
    case .published, .issued, .created: fields.fallbackPublished = fields.fallbackPublished ?? tree.date(of: child)
    case .author, .contributor: fields.addAuthor(Atom.person(tree, child))
    default: break
    }
  }
}
