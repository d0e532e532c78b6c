import Foundation
import Localization

/// The frame of a page, and how it writes things.
struct Layout {
  let words: DashboardWords
  let path: String
  let now: Date

  private static let sections: [(path: String, title: DashboardWords.Key)] = [
    ("/", .overview), ("/alerts", .alerts), ("/sources", .sources), ("/indicators", .indicators),
    ("/categories", .categories),
  ]

  func page(_ title: String, status: Int = 200, _ content: HTML) -> Answer {
    let language = words.language
    let links = Self.sections.map { section -> HTML in
      let isHere = section.path == "/" ? path == "/" : path.hasPrefix(section.path)
      let current: HTML = isHere ? " aria-current=\"page\"" : ""
      return "<a href=\"\(section.path)\"\(current)>\(words[section.title])</a>"
    }
    let other: Language = language == .id ? .en : .id
    let document: HTML = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title) · Ronda</title><link rel="stylesheet" href="/style.css"></head>
      <body><a class="skip" href="#content">\(words[.skip])</a>
      <header><div><strong>Ronda</strong><nav aria-label="Ronda">\(links)</nav>
      <a href="\(path)?lang=\(other.rawValue)" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(words[.other])</a></div></header>
      <main id="content"><h1>\(title)</h1>\(content)</main>
      <footer class="dim">\(time(now)) (\(TimeZone.current.identifier)) · \(words[.stateless])</footer></body></html>

      """
    return Answer(
      status,
      type: "text/html; charset=utf-8",
      Data(document.text.utf8),
      headers: ["Set-Cookie": "lang=\(language.rawValue); Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly"]
    )
  }

  /// A moment on this machine's clock, with what machines read.
  func time(_ date: Date) -> HTML {
    let style = Date.ISO8601FormatStyle(dateTimeSeparator: .space, timeZone: .current)
      .year().month().day().dateSeparator(.dash).time(includingFractionalSeconds: false).timeSeparator(.colon)
    let text = String(date.formatted(style).prefix(16))
    return "<time datetime=\"\(date.formatted(.iso8601))\">\(text)</time>"
  }

  /// A link to a place outside; only addresses of the web become links.
  func link(_ address: String?, _ text: String) -> HTML {
    guard let address, address.hasPrefix("https://") || address.hasPrefix("http://") else { return "" }
    return "<a class=\"out\" href=\"\(address)\" rel=\"noreferrer noopener nofollow\">\(text)</a>"
  }

  /// A table whose title is for those who hear the page; `numeric` columns stand to the right. On narrow screens each cell is
  /// a line that begins with its head.
  func table(_ title: String, _ heads: [String], numeric: Set<Int> = [], _ rows: [[HTML]]) -> HTML {
    func kind(_ column: Int) -> HTML { numeric.contains(column) ? " class=\"n\"" : "" }
    let head = heads.enumerated().map { column, text -> HTML in "<th scope=\"col\"\(kind(column))>\(text)</th>" }
    let body = rows.map { row -> HTML in
      let cells = row.enumerated().map { column, cell -> HTML in
        "<td\(kind(column)) data-head=\"\(heads[column])\">\(cell)</td>"
      }
      return "<tr>\(cells)</tr>"
    }
    return
      "<div class=\"scroll\"><table><caption class=\"unseen\">\(title)</caption><thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>"
  }
}
