import FoundationEssentials

/// The feed's document (Atom 1.0, RFC 4287) as we write it: one entry a line, the newest first.
struct AtomFeed {
  /// An entry.
  struct Entry {
    /// 32 hexadecimal digits of an alert, or a brief's id: the same for all notices of an alert.
    var id: String
    var title: String
    var published: Date
    var updated: Date
    var link: String?
    var categories: [(id: String, name: String)]
    var html: String

    var line: String {
      let labels = categories.map { category in
        "<category term=\"\(TextEscape.xml(category.id))\" label=\"\(TextEscape.xml(category.name))\"/>"
      }.joined()
      let link = link.map { "<link rel=\"alternate\" href=\"\(TextEscape.xml($0))\"/>" } ?? ""
      return "\(AtomFeed.start(of: id))<title>\(TextEscape.xml(title))</title>"
        + "<published>\(published.formatted(.iso8601))</published><updated>\(updated.formatted(.iso8601))</updated>"
        + "\(link)\(labels)<content type=\"html\">\(TextEscape.xml(html))</content></entry>"
    }
  }

  static let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- Written by ronda; changes are lost. -->\n"

  var id: String
  var title: String
  var language: String
  /// The entries' lines.
  private(set) var lines: [String] = []

  init(id: String, title: String, language: String) {
    self.id = id
    self.title = title
    self.language = language
  }

  /// Takes over the entries of a document of ours.
  mutating func read(_ document: String) {
    lines = document.split(separator: "\n").filter { $0.hasPrefix("<entry><id>") && $0.hasSuffix("</entry>") }
      .map(String.init)
  }

  /// Puts an entry on top, in place of an older one with the same id, and drops the oldest beyond `limit`.
  mutating func put(_ entry: Entry, limit: Int) {
    lines.removeAll { $0.hasPrefix(Self.start(of: entry.id)) }
    lines = Array(([entry.line] + lines).prefix(limit))
  }

  /// The document.
  func document(updated: Date) -> String {
    Self.head + "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language)\">\n"
      + "<id>\(TextEscape.xml(id))</id><title>\(TextEscape.xml(title))</title>"
      + "<updated>\(updated.formatted(.iso8601))</updated><author><name>Ronda</name></author>\n"
      + lines.joined(separator: "\n") + "\n</feed>\n"
  }

  private static func start(of id: String) -> String { "<entry><id>urn:ronda:\(TextEscape.xml(id))</id>" }
}

extension TextEscape {
  /// For XML text and attributes on one line; what XML has no place for is left out.
  static func xml(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { scalar in
      scalar == "\n" || scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF)
    }
    return TextEscape.html(String(String.UnicodeScalarView(scalars))).replacing("\n", with: "&#10;")
  }
}
