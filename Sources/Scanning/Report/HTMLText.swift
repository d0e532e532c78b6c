/// Building blocks of the page. What comes from posts, files or lexicons goes through `escaped`.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      // No character reference is allowed for these; what turns the direction of the text would spoil what follows.
      case "\0"..."\u{8}", "\u{B}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
        "\u{FFFE}"..."\u{FFFF}":
        escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A table whose first column names the row. `cells` are escaped here; `numeric` columns stand to the right.
  static func table(_ caption: String, header: [String], rows: [[String]], numeric: Set<Int>) -> String {
    func cell(_ tag: String, _ text: String, _ column: Int) -> String {
      let scope = tag == "th" ? " scope=\"\(column < 0 ? "row" : "col")\"" : ""
      return "<\(tag)\(scope)\(numeric.contains(column) ? " class=\"n\"" : "")>\(escaped(text))</\(tag)>"
    }
    let head = header.enumerated().map { cell("th", $0.element, $0.offset) }.joined()
    let body = rows.map { row in
      let cells = row.enumerated().map {
        $0.offset == 0 ? cell("th", $0.element, -1) : cell("td", $0.element, $0.offset)
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <table><caption>\(escaped(caption))</caption><thead><tr>\(head)</tr></thead><tbody>
      \(body.joined(separator: "\n"))
      </tbody></table>
      """
  }
}
