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
  /// Whether `targets` are wanted.
  var keepsTargets = false
  /// Where the anchors in the markup lead, as it is written there.
  var targets: [String] = []

  /// The text so far.
  var string: String {
    let end = output.last == .space ? output.count - 1 : output.count
    return Normalization.composed(output, 0..<end)
  }

  /// The text so far, or nil when there is none.
  var nonEmpty: String? { output.isEmpty ? nil : string }

  /// Appends markup: HTML or XHTML.
  mutating func append(markup bytes: [UInt8], _ range: Range<Int>) {
    copy(bytes, range) { $0.copyMarkup() }
  }

  /// Appends text without tags whose character references are still to be decoded.
  mutating func append(escaped bytes: [UInt8], _ range: Range<Int>) {
    copy(bytes, range) { $0.copyText(range, until: .end) }
  }

  /// Appends text as it is, but for its white space.
  mutating func append(plain bytes: [UInt8], _ range: Range<Int>) {
    copy(bytes, range) { $0.copyText(range, until: .endWithoutReferences) }
  }

  /// Begins a new word.
  mutating func separate() { spaceIsPending = true }

  /// What the tags of an element do to the words around them.
  enum Effect {
    /// They part them.
    case separates
    /// They leave them together, but what stands between the tags is no text.
    case hidesContent
    /// They leave them together, and lead somewhere.
    case leads
  }

  /// The effect of the element with that name, with or without a prefix; nil for inline elements and unknown ones.
  static func effect(_ bytes: [UInt8], _ name: Range<Int>) -> Effect? {
    if let effect = effects.value(bytes, name) { return effect }
    guard name.count > 2, let colon = bytes.position(of: .colon, in: name) else { return nil }
    return effects.value(bytes, colon + 1..<name.upperBound)
  }

  /// Whether the element with that name leaves the words around its tags together.
  static func isInline(_ bytes: [UInt8], _ name: Range<Int>) -> Bool { effect(bytes, name) != .separates }

  private static let effects = NameTable<Effect>(
    blocks.map { ($0, .separates) } + ["script", "style", "applet"].map { ($0, .hidesContent) } + [("a", .leads)]
  )

  /// Elements that separate words: the block-level elements of HTML, its table and list parts, and line breaks.
  private static let blocks = [
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "col", "colgroup", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "iframe", "legend", "li",
    "main", "menu", "nav", "noframes", "noscript", "object", "ol", "optgroup", "option", "p", "pre", "search",
    "section",
    "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "video",
  ]
}
