/// Text out of markup.
///
/// Comments, declarations and the contents of `script`, `style` and `applet` are dropped; CDATA is kept; block-level tags
/// and the like put one space, inline tags nothing; attributes are not text. Character references are decoded as in HTML,
/// white space (with U+00A0) collapses, and the result is in Unicode normalisation form C. Hidden elements stay in: what a
/// page hides is evidence.
struct MarkupText {
  /// The text so far. It never begins with a space, and never has two in a row; one may stand at its end.
  var output: [UInt8] = []
  /// Whether the next word is a new one.
  var spaceIsPending = false

  /// The text so far.
  var string: String {
    let end = output.last == .space ? output.count - 1 : output.count
    return Normalization.composed(output, 0..<end)
  }

  /// The text so far, or nil when there is none.
  var nonEmpty: String? { output.isEmpty ? nil : string }

  /// Appends markup: HTML or XHTML.
  mutating func append(markup bytes: [UInt8], _ range: Range<Int>) {
    var scanner = MarkupScanner(bytes, in: range)
    while true {
      scanner.position = copy(bytes, scanner.position..<range.upperBound, until: .tag)
      guard let token = scanner.next() else { return }
      switch token {
      case .text(let range): append(escaped: bytes, range)
      case .cdata(let range): append(plain: bytes, range)
      case .startTag(let tag):
        if !Self.isInline(bytes, tag.name) { spaceIsPending = true }
        if !tag.isSelfClosing, hidesContent(bytes, tag.name) { scanner.skipContent(of: tag.name) }
      case .endTag(let name, _): if !Self.isInline(bytes, name) { spaceIsPending = true }
      case .declaration: continue
      }
    }
  }

  /// Appends text without tags whose character references are still to be decoded.
  mutating func append(escaped bytes: [UInt8], _ range: Range<Int>) {
    _ = copy(bytes, range, until: .end)
  }

  /// Appends text as it is, but for its white space.
  mutating func append(plain bytes: [UInt8], _ range: Range<Int>) {
    _ = copy(bytes, range, until: .endWithoutReferences)
  }

  /// Begins a new word.
  mutating func separate() { spaceIsPending = true }

  private func hidesContent(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    bytes.matches("script", in: name) || bytes.matches("style", in: name) || bytes.matches("applet", in: name)
  }

  /// Whether the element with that name leaves the words around its tags together.
  static func isInline(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    blocks.value(bytes, name) == nil
  }

  /// Elements that separate words: the block-level elements of HTML, its table and list parts, and line breaks.
  private static let blocks = NameTable<Void>(
    [
      "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "col", "colgroup", "dd",
      "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
      "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend",
      "li",
      "main", "menu", "nav", "noframes", "noscript", "object", "ol", "optgroup", "option", "p", "pre", "search",
      "section",
      "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "video",
    ].map { ($0, ()) }
  )
}
