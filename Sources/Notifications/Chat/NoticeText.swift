import Campaigns
import FoundationEssentials
import Localization

/// A notice as a person reads it in a chat: what circulates, what to say, where to report it.
struct NoticeText {
  let words: NoticeWords
  let timeZone: TimeZone

  init(_ language: Language, timeZone: TimeZone = .current) {
    words = NoticeWords(language)
    self.timeZone = timeZone
  }

  /// One line.
  func title(_ alert: NoticeContent.Item) -> String {
    let groups = alert.labels.filter { !["alertname", "campaign", "severity"].contains($0.key) && !$0.value.isEmpty }
      .sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")
    let severity = words.severity(alert.labels["severity"] ?? "")
    let subject = [alert.labels["campaign"] ?? "", groups].filter { !$0.isEmpty }.joined(separator: " · ")
    return "\(words.notice(alert.notice)) [\(severity)] \(subject)"
  }

  /// Some lines, at most `limit` characters; what is lost first stands last.
  func body(_ alert: NoticeContent.Item, limit: Int) -> String {
    var lines = [words.extent(alert.posts, alert.sources.count, since: clock(alert.startsAt))]
    lines += alert.waves.prefix(3).map { wave in
      words.wave(wave, since: clock(wave.since))
    }
    if let acknowledged = alert.acknowledged { lines.append("\(words.inCharge): \(acknowledged.by)") }
    if alert.status == "firing" {
      lines.append("\(words.say): \(alert.message[words.language])")
      if !alert.audience.isEmpty { lines.append("\(words.audience): \(alert.audience)") }
      if !alert.channels.isEmpty { lines.append("\(words.channels): \(alert.channels.joined(separator: ", "))") }
      if !alert.reportTo.isEmpty { lines.append("\(words.report): \(alert.reportTo)\(due(alert.deadline))") }
    }
    lines.append(alert.generatorURL)
    let text = lines.joined(separator: "\n")
    return text.count <= limit ? text : String(text.prefix(limit - 1)) + "…"
  }

  private func due(_ deadline: Date?) -> String {
    guard let deadline else { return "" }
    let date = deadline.formatted(Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day())
    return " (\(words.until) \(date) \(clock(deadline)))"
  }

  private func clock(_ date: Date) -> String {
    String(
      date.formatted(Date.ISO8601FormatStyle(timeZone: timeZone).time(includingFractionalSeconds: false)).prefix(5)
    )
  }
}
