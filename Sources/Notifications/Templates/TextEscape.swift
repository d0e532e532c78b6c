/// How text is written so that a channel shows it as it is.
enum TextEscape: Sendable {
  /// As it is.
  case plain
  /// For HTML, and for what Telegram takes for it.
  case html
  /// For Slack and Mattermost: the characters of their markup, and names that would call everyone.
  case slack

  func callAsFunction(_ text: String) -> String {
    switch self {
    case .plain: text
    case .html: Self.entities(text).replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    case .slack:
      ["channel", "all", "here", "everyone"].reduce(Self.entities(text)) { text, name in
        text.replacing("@\(name)", with: "@\u{200B}\(name)")
      }
    }
  }

  private static func entities(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// What HTML of simple tags says, for a channel that would not take all of it.
  static func stripped(_ html: String) -> String {
    var text = ""
    var isInTag = false
    for character in html {
      if character == "<" { isInTag = true }
      if !isInTag { text.append(character) }
      if character == ">" { isInTag = false }
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
