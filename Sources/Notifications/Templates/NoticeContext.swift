import Campaigns
import FoundationEssentials
import Localization

/// The values a template can show of an alert's notice. Text that is empty is absent, so a section hides its label too.
struct NoticeContext {
  /// Every name a template can use.
  static let names: Set<String> = [
    "title", "notice", "severity", "campaign", "groups", "extent", "posts", "sources", "since", "firing", "pillar",
    "categories", "message", "audience", "channels", "report_to", "deadline", "link", "acknowledged_by",
    "waves", "line", "template", "evidence", "indicators", "text", "type", "value", "source",
    "label.message", "label.audience", "label.channels", "label.report", "label.until", "label.in_charge",
    "label.evidence", "label.indicators", "label.details", "has_evidence", "has_indicators",
  ]
  private static let evidenceLimit = 5
  private static let indicatorLimit = 10

  let words: NoticeWords
  let timeZone: TimeZone
  let escape: TextEscape

  /// The values; `waves` is how many waves are shown.
  func values(_ alert: NoticeContent.Item, waves: Int) -> [String: Any] {
    var values: [String: Any] = ["label": labels, "posts": alert.posts, "sources": alert.sources.count]
    for (name, text) in texts(alert) where !text.isEmpty { values[name] = escape(text) }
    (values["has_evidence"], values["has_indicators"]) = (!alert.evidence.isEmpty, !alert.indicators.isEmpty)
    values["firing"] = alert.status == "firing"
    values["waves"] = alert.waves.prefix(waves).map { wave in
      ["line": escape(words.wave(wave, since: clock(wave.since))), "template": escape(wave.template)]
    }
    values["evidence"] = alert.evidence.prefix(Self.evidenceLimit).map { reason in
      ["text": escape(reason.text), "source": escape(reason.source)]
    }
    values["indicators"] = alert.indicators.prefix(Self.indicatorLimit).map { indicator in
      // Nobody should follow one by accident, and mail filters should not take the notice for what it warns of.
      ["type": words.indicator(indicator.kind.rawValue), "value": escape(indicator.value.replacing(".", with: "[.]"))]
    }
    return values
  }

  private func group(_ label: String, _ value: String) -> String {
    switch GroupLabel(rawValue: label) {
    case .category: words.category(value)
    case .wave: LocalizedText(wave: value)[words.language]
    default: value
    }
  }

  private func texts(_ alert: NoticeContent.Item) -> [String: String] {
    let groups = alert.labels.filter { !["alertname", "campaign", "severity"].contains($0.key) && !$0.value.isEmpty }
      .sorted { $0.key < $1.key }
      .map { group($0.key, $0.value) }.joined(separator: ", ")
    let campaign = alert.labels["campaign"] ?? ""
    let severity = words.severity(alert.labels["severity"] ?? "")
    let subject = [campaign, groups].filter { !$0.isEmpty }.joined(separator: " · ")
    let since = clock(alert.startsAt)
    return [
      "title": "\(words.notice(alert.notice)) [\(severity)] \(subject)",
      "notice": words.notice(alert.notice), "severity": severity, "campaign": campaign, "groups": groups,
      "extent": words.extent(alert.posts, alert.sources.count, since: since), "since": since,
      "pillar": words.pillar(alert.pillar), "categories": alert.categories.map(words.category).joined(separator: ", "),
      "message": alert.message[words.language], "audience": words.phrase(alert.audience),
      "channels": words.phrase(alert.channels.joined(separator: ", ")), "report_to": words.phrase(alert.reportTo),
      "deadline": alert.deadline.map { "\(day($0)) \(clock($0))" } ?? "",
      "link": alert.generatorURL, "acknowledged_by": alert.acknowledged?.by ?? "",
    ]
  }

  private var labels: [String: String] {
    [
      "message": words.message, "audience": words.audience, "channels": words.channels, "report": words.reportTo,
      "until": words.until, "in_charge": words.inCharge, "evidence": words.evidence, "indicators": words.indicators,
      "details": words.details,
    ].mapValues { escape($0) }
  }

  private func day(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day())
  }

  private func clock(_ date: Date) -> String {
    String(
      date.formatted(Date.ISO8601FormatStyle(timeZone: timeZone).time(includingFractionalSeconds: false)).prefix(5)
    )
  }
}
