/// An alert as lines for a terminal.
struct AlertText {
  private let alert: DemoAlert
  private let words: DemoWords

  init(_ alert: DemoAlert, words: DemoWords) {
    self.alert = alert
    self.words = words
  }

  /// Pieces of evidence shown.
  private static let shownEvidence = 8

  var text: String {
    var lines = [
      rule, "  \(words.alert): \(alert.labels["campaign"] ?? "")  ·  \(words.posts(alert.posts, alert.sources))", rule,
    ]
    lines.append(row(words.category, alert.labels["category"] ?? ""))
    lines.append(row(words.pillarTitle, words.pillar(alert.pillar)))
    lines.append(row(words.message, words.language == .id ? alert.message.id : alert.message.en))
    lines.append(row(words.audience, alert.audience))
    lines.append(row(words.channels, alert.channels.joined(separator: ", ")))
    lines.append(row(words.reportTo, alert.report_to))
    if let deadline = alert.deadline { lines.append(row(words.deadline, deadline)) }
    lines += ["", "  " + words.evidence]
    for piece in alert.evidence.prefix(Self.shownEvidence) {
      lines.append("    «\(piece.text)»  \(piece.family), \(piece.source)")
    }
    lines += ["", "  " + words.maskedIndicators]
    for indicator in alert.indicators { lines.append("    \(words.indicator(indicator.type))  \(indicator.value)") }
    return lines.joined(separator: "\n") + "\n" + rule
  }

  private var rule: String { String(repeating: "─", count: 72) }

  private func row(_ name: String, _ value: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 14 - name.count)) + value
  }
}
