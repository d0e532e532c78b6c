import Campaigns
import FoundationEssentials
import Localization
import Mustache

/// A brief for people: as Markdown that reads well as it is, and as a page that prints well.
public struct BriefWriter: Sendable {
  private let words: BriefWords
  private let clock: BriefClock

  /// Creates a writer for readers with this language and clock.
  public init(_ language: Language, timeZone: TimeZone) {
    words = BriefWords(language: language)
    clock = BriefClock(language: language, timeZone: timeZone)
  }

  /// One line, as the subject of a mail has it.
  public func subject(_ brief: Brief) -> String {
    "\(words.title(brief.audience)), \(words.period(brief.period, clock))"
  }

  /// The brief as Markdown.
  public func markdown(_ brief: Brief) -> String {
    BriefTemplates.markdown.render(context(brief, escape: Self.markdownEscape))
  }

  /// The brief as one HTML page that needs nothing else.
  public func html(_ brief: Brief) -> String {
    // The library escapes for HTML by itself.
    BriefTemplates.html.render(context(brief) { $0 })
  }

  private func context(_ brief: Brief, escape: (String) -> String) -> [String: Any] {
    var values: [String: Any] = [
      "language": words.language.rawValue, "label": words.labels, "none": words.none,
      "title": words.title(brief.audience), "period": words.period(brief.period, clock),
      "judged": words.number(brief.judged), "harmful": words.number(brief.harmful.posts),
      "review": words.number(brief.review),
      "categories": trends(brief.categories, in: brief, escape), "pillars": trends(brief.pillars, in: brief, escape),
      "work": words.work(brief.work), "is_desk": brief.audience == .desk,
    ]
    if brief.isComparable { values["harmful_change"] = words.change(brief.harmful) }
    values["waves"] = brief.waves.map { wave(wave: $0, escape) }
    values["brands"] = brief.newBrands.map { escape($0) }
    values["open"] = brief.work.open.map { alert in
      ["title": escape(alert.title[words.language]), "line": open(alert, in: brief)]
    }
    values["messages"] = brief.messages.map { message(message: $0, escape) }
    values["remarks"] = brief.remarks.map { ["line": escape(words.remark($0, clock))] }
    for part in ["categories", "pillars", "waves", "brands", "open", "messages", "remarks"] {
      values["has_\(part)"] = (values[part] as? [Any])?.isEmpty == false
    }
    return values
  }

  /// Bars are as long as their share of the largest number, in percent.
  private func trends(_ trends: [Brief.Trend], in brief: Brief, _ escape: (String) -> String) -> [[String: Any]] {
    let largest = Double(max(1, trends.map { max($0.posts, $0.before) }.max() ?? 1))
    func share(_ posts: Int) -> Int { Int((Double(posts) / largest * 100).rounded()) }
    return trends.map { trend in
      [
        "name": escape(trend.name[words.language]), "posts": words.number(trend.posts),
        "before": brief.isComparable ? words.number(trend.before) : Self.unknown,
        "change": change(trend, in: brief), "share": share(trend.posts),
        "share_before": brief.isComparable ? share(trend.before) : 0,
      ]
    }
  }

  private func open(_ alert: Brief.OpenAlert, in brief: Brief) -> String {
    let isLate = alert.deadline.map { $0 < brief.period.upperBound } ?? false
    return words.open(alert, due: alert.deadline.map(clock.moment), isLate: isLate)
  }

  /// Stands where nothing can be said.
  private static let unknown = "–"

  /// A week that was not watched is no week without harm.
  private func change(_ trend: Brief.Trend, in brief: Brief) -> String {
    brief.isComparable ? words.change(trend) : Self.unknown
  }

  private func wave(wave: Brief.Wave, _ escape: (String) -> String) -> [String: Any] {
    var values = [
      "line": words.wave(wave, since: clock.moment(wave.since)), "template": escape(wave.template),
    ]
    if !wave.variants.isEmpty { values["variants"] = escape(wave.variants.prefix(6).joined(separator: ", ")) }
    return values
  }

  private func message(message: Brief.Message, _ escape: (String) -> String) -> [String: Any] {
    let language = words.language
    var values = [
      "pillar": words.pillar(message.pillar), "category": escape(message.category[language]),
      "text": escape(message.text[language]),
    ]
    for (name, text) in [("audience", message.audience), ("channels", message.channels)] where !text[language].isEmpty {
      values[name] = escape(text[language])
    }
    return values
  }

  /// What strangers wrote must not become markup, and a bar must not end a table's cell.
  private static func markdownEscape(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      if "\\`*_[]<>|#".contains(character) { escaped.append("\\") }
      escaped.append(character.isNewline ? " " : character)
    }
  }
}
