import Campaigns
import FoundationEssentials
import Localization

/// Writes notices for one receiver: its language, its clock, its template, its channel's escaping.
struct NoticeWriter: Sendable {
  private let words: NoticeWords
  private let timeZone: TimeZone
  private let escape: TextEscape
  private let template: NoticeTemplate

  init(_ template: NoticeTemplate, _ words: NoticeWords, _ timeZone: TimeZone, escape: TextEscape) {
    self.words = words
    self.template = template
    self.timeZone = timeZone
    self.escape = escape
  }

  /// The notice; `waves` is how many waves it shows.
  func text(_ alert: NoticeContent.Item, waves: Int = 3) -> String {
    let context = NoticeContext(words: words, timeZone: timeZone, escape: escape)
    return Self.trimmed(template.render(context.values(alert, waves: waves)))
  }

  /// The notice in at most `limit` UTF-16 units, by which chats count: with fewer waves when it is too long; nil when that does not help.
  func text(_ alert: NoticeContent.Item, within limit: Int) -> String? {
    [3, 1, 0].lazy.map { text(alert, waves: $0) }.first { $0.utf16.count <= limit }
  }

  /// The first line and the rest.
  static func parts(_ text: String) -> (title: String, body: String) {
    let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(lines[0]), lines.count > 1 ? String(lines[1]) : "")
  }

  /// At most `limit` UTF-16 units; what is lost stands last.
  static func clipped(_ text: String, _ limit: Int) -> String {
    guard text.utf16.count > limit else { return text }
    var room = limit - 1
    let kept = text.prefix { character in
      room -= character.utf16.count
      return room >= 0
    }
    return kept + "…"
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
  }
}
