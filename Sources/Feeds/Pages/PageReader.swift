/// Walks the tags of a page once and sorts its text into seen and hidden.
///
/// The stack of open elements is kept as liberally as browsers do: an end tag closes the nearest element of its name, one
/// without a start is ignored, and elements whose end tag may be missing (`p`, `li`, table cells) end where the next begins.
struct PageReader {
  private struct Open {
    var name: Range<Int>
    var isHidden: Bool
  }

  private static let maximumDepth = 512
  private static let maximumLinks = 20_000

  private let bytes: [UInt8]
  private let pageURL: URLReference
  private var base: URLReference
  private var foreignBase = false
  private var open: [Open] = []
  private var visible = MarkupText()
  private var hidden = MarkupText()
  /// The link whose words are being read.
  private var link: (url: String, text: MarkupText, isHidden: Bool)?
  private var feeds = FeedLinks()
  private var result = Page()

  init(_ bytes: [UInt8], base: URLReference) {
    self.bytes = bytes
    self.base = base
    pageURL = base
  }

  mutating func page() -> Page {
    var scanner = MarkupScanner(bytes, in: 0..<bytes.count)
    while let token = scanner.next() {
      switch token {
      case .text(let range), .cdata(let range): text(range)
      case .startTag(let tag): start(tag, &scanner)
      case .endTag(let name, _): end(name)
      case .declaration: continue
      }
    }
    endLink()
    result.visibleText = visible.string
    result.hiddenText = hidden.string
    result.feeds = feeds.addresses
    return result
  }

  private var isHidden: Bool { open.last?.isHidden ?? false }

  private mutating func text(_ range: Range<Int>) {
    if isHidden { hidden.append(escaped: bytes, range) } else { visible.append(escaped: bytes, range) }
    link?.text.append(escaped: bytes, range)
  }

  private mutating func start(_ tag: MarkupScanner.Tag, _ scanner: inout MarkupScanner) {
    let attributes = Attributes(bytes, in: tag.attributes)
    if !MarkupText.isInline(bytes, tag.name) {
      visible.separate()
      hidden.separate()
      link?.text.separate()
    }
    if bytes.matches("script", in: tag.name) || bytes.matches("style", in: tag.name) {
      if !tag.isSelfClosing { scanner.skipContent(of: tag.name) }
      return
    }
    if bytes.matches("title", in: tag.name) { return title(&scanner, tag) }
    closeImplied(by: tag.name)
    let isHidden = isHidden || HiddenElement.isHidden(attributes, name: tag.name)
    note(tag.name, attributes, isHidden: isHidden)
    guard !tag.isSelfClosing, !isVoid(tag.name), open.count < Self.maximumDepth else { return }
    open.append(Open(name: tag.name, isHidden: isHidden))
  }

  private mutating func end(_ name: Range<Int>) {
    if !MarkupText.isInline(bytes, name) {
      visible.separate()
      hidden.separate()
      link?.text.separate()
    }
    if bytes.matches("a", in: name) { endLink() }
    guard let level = open.lastIndex(where: { bytes.sameIgnoringCase($0.name, name) }) else { return }
    open.removeSubrange(level...)
  }

  /// The words up to `</title>`; pictures in a page have titles too, so only the first counts.
  private mutating func title(_ scanner: inout MarkupScanner, _ tag: MarkupScanner.Tag) {
    guard !tag.isSelfClosing else { return }
    let start = scanner.position
    scanner.skipContent(of: tag.name)
    var text = MarkupText()
    text.append(escaped: bytes, start..<scanner.position)
    if result.title == nil { result.title = text.nonEmpty }
  }

  /// Ends an open element whose end tag may be missing.
  private mutating func closeImplied(by name: Range<Int>) {
    guard let last = open.last else { return }
    let isRepeated = Self.selfEnding.contains { bytes.matches($0, in: name) && bytes.matches($0, in: last.name) }
    let endsParagraph = bytes.matches("p", in: last.name) && !MarkupText.isInline(bytes, name)
    if isRepeated || endsParagraph { open.removeLast() }
  }

  private static let selfEnding: [StaticString] = ["li", "p", "td", "th", "tr", "dd", "dt", "option", "a"]

  private static let voids: [StaticString] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  private func isVoid(_ name: Range<Int>) -> Bool { Self.voids.contains { bytes.matches($0, in: name) } }

  private mutating func note(_ name: Range<Int>, _ attributes: Attributes, isHidden: Bool) {
    if bytes.matches("a", in: name) {
      endLink()
      if let url = address(attributes.value(of: "href")) {
        link = (url, MarkupText(), isHidden)
        if let plain = attributes.value(of: "href"), !foreignBase { feeds.offer(anchor: plain, url: url) }
      }
    } else if bytes.matches("area", in: name) {
      add(address(attributes.value(of: "href")), isHidden: isHidden)
    } else if bytes.matches("iframe", in: name) || bytes.matches("frame", in: name) {
      add(address(attributes.value(of: "src")), isHidden: isHidden)
    } else if bytes.matches("link", in: name) {
      noteRelation(attributes)
    } else if bytes.matches("meta", in: name) {
      noteMeta(attributes)
    } else if bytes.matches("base", in: name), let href = attributes.value(of: "href"), base == pageURL {
      base = pageURL.resolving(href)
      foreignBase = !base.isSameSite(as: pageURL)
    }
  }

  private mutating func endLink() {
    guard let ended = link else { return }
    link = nil
    add(ended.url, text: ended.text.string, isHidden: ended.isHidden)
  }

  private mutating func add(_ url: String?, text: String = "", isHidden: Bool) {
    guard let url, result.links.count < Self.maximumLinks else { return }
    result.links.append(.init(url: url, text: text, isHidden: isHidden))
  }

  /// The address a link leads to; nil for places in the page and scripts.
  private func address(_ reference: String?) -> String? {
    guard let reference, !reference.isEmpty, !reference.hasPrefix("#") else { return nil }
    let target = base.resolving(reference)
    guard ["http", "https", nil].contains(target.scheme?.lowercased()) else { return nil }
    return target.string
  }

  private mutating func noteRelation(_ attributes: Attributes) {
    guard let reference = attributes.value(of: "href"), !reference.isEmpty else { return }
    let relations = (attributes.value(of: "rel") ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    let target = base.resolving(reference.withoutFeedScheme)
    if relations.contains("canonical"), result.canonicalURL == nil { result.canonicalURL = target.string }
    // A relative address that only a foreign base completes would lead away from the page's own site.
    if foreignBase, !URLReference(reference).isAbsolute { return }
    feeds.offer(relations: relations, type: attributes.value(of: "type"), url: target.string)
  }

  private mutating func noteMeta(_ attributes: Attributes) {
    guard let content = attributes.value(of: "content"), !content.isEmpty else { return }
    let name = (attributes.value(of: "name") ?? attributes.value(of: "property"))?.lowercased()
    if name == "description" || (name == "og:description" && result.description == nil) {
      var text = MarkupText()
      let words = Array(content.utf8)
      text.append(plain: words, 0..<words.count)
      result.description = text.nonEmpty
    }
  }
}
