import HarmClassifier
import Localization

/// The report as one self-contained page.
extension ScanReport {
  /// The page: HTML without script, picture or style from elsewhere.
  public var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(language.rawValue)">
    <head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <title>\(say(PageWords.title)) · Ronda</title>
    <style>
    \(PageStyle.css)
    </style></head>
    <body>
    \(head)
    <main>
    \([figures, timelineSection, categorySection, nameSection, sourceSection, waveSection, indicatorSection, exampleSection, method].joined(separator: "\n"))
    </main>
    \(foot)
    </body></html>

    """
  }

  func say(_ text: LocalizedText) -> String { HTMLText.escaped(text[language]) }

  /// A count with its thousands apart.
  static func number(_ count: Int, _ language: Language) -> String {
    let digits = Array(String(count))
    let groups = digits.enumerated().map { index, digit in
      let isStart = index > 0 && (digits.count - index).isMultiple(of: 3)
      return (isStart ? (language == .id ? "." : ",") : "") + String(digit)
    }
    return groups.joined()
  }

  func number(_ count: Int) -> String { Self.number(count, language) }

  /// A count's share of all posts in per cent, with one decimal.
  private func share(_ count: Int) -> String {
    let tenths = tally.posts == 0 ? 0 : Int((Double(count) * 1000 / Double(tally.posts)).rounded())
    return "\(tenths / 10)" + (language == .id ? "," : ".") + "\(tenths % 10)"
  }

  func section(_ title: LocalizedText, note: LocalizedText? = nil, _ content: String) -> String {
    let note = note.map { "<p class=\"note\">\(say($0))</p>\n" } ?? ""
    return "<section>\n<h2>\(say(title))</h2>\n\(note)\(content)\n</section>"
  }

  private var head: String {
    let buckets = timeline.buckets
    let period = buckets.isEmpty ? "" : tally.days.keys.min().map { "\($0) – \(tally.days.keys.max() ?? $0)" } ?? ""
    let headline = PageWords.headline(
      posts: number(tally.posts),
      harmful: number(tally[.harmful]),
      share: share(tally[.harmful])
    )
    let most = categories.first { $0.counts.harmful > 0 }.map {
      " " + say(PageWords.most(category: name(of: $0.id), count: number($0.counts.harmful)))
    }
    let notices = [wasStopped ? ReportWords.stopped : nil, isSample ? ReportWords.sample : nil].compactMap { $0 }
    return """
      <header><p class="brand">\(say(PageWords.watch))</p><h1>\(say(PageWords.title))</h1>
      <p class="lead">\(say(headline))\(most ?? "")</p>
      \(period.isEmpty ? "" : "<p class=\"soft\">\(say(PageWords.period)): \(period)</p>")
      \(notices.map { "<p class=\"notice\">\(say($0))</p>" }.joined(separator: "\n"))
      </header>
      """
  }

  private var figures: String {
    func card(_ style: String, _ name: LocalizedText, _ count: Int, isShare: Bool) -> String {
      let share = isShare ? " <small>\(share(count)) %</small>" : ""
      return "<div class=\"\(style)\"><dt>\(say(name))</dt><dd>\(number(count))\(share)</dd></div>"
    }
    let cards = [
      card("", ReportWords.posts, tally.posts, isShare: false),
      card("harmful", ReportWords.harmful, tally[.harmful], isShare: true),
      card("review", ReportWords.review, tally[.review], isShare: true),
      card("clean", ReportWords.clean, tally[.clean], isShare: true),
      card("", ReportWords.unreadable, tally.unreadable, isShare: false),
    ]
    return section(PageWords.numbers, "<dl class=\"cards\">\(cards.joined(separator: "\n"))</dl>")
  }

  private var method: String {
    section(PageWords.method, "<p>\(say(PageWords.methodText))</p><p class=\"soft\">\(say(PageWords.privacy))</p>")
  }

  private var foot: String {
    let model = versions.model.map { " · \(say(PageWords.model)) \(HTMLText.escaped($0))" } ?? ""
    return "<footer>Ronda · \(say(PageWords.lexicon)) \(HTMLText.escaped(versions.lexicon))\(model)</footer>"
  }
}
