import HarmClassifier
import Localization

/// The report as text, line by line.
extension ScanReport {
  /// Rows of the lists.
  private static let longestList = 10

  /// The report as text for a terminal.
  public var text: String {
    var lines = wasStopped ? [ReportWords.stopped[language], ""] : []
    if isSample { lines += [ReportWords.sample[language], ""] }
    lines += countLines
    lines += list(
      ReportWords.categories,
      categories.map { counted("\(name(of: $0.id)) (\($0.id))", $0.counts, ReportWords.talk) }
    )
    if sources.count > 1 {
      lines += list(ReportWords.sources, sources.prefix(Self.longestList).map { counted($0.name, $0.counts) })
    }
    lines += list(ReportWords.days, timeline.buckets.suffix(31).map { counted($0.label, $0.counts) })
    lines += list(ReportWords.siteNames, siteNames(Self.longestList).map { "\($0.name)  \($0.count)" })
    lines += list(
      ReportWords.waves,
      findings.largestWaves(Self.longestList).map { "\($0.posts) × \($0.first.excerpt.text)" }
    )
    lines += list(
      ReportWords.indicators,
      indicators(Self.longestList).map {
        "\(LocalizedText(indicator: $0.kind.rawValue)[language]) \($0.row.name)  \($0.row.count)"
      }
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private var countLines: [String] {
    [
      line(ReportWords.posts, tally.posts), line(ReportWords.harmful, tally[.harmful]),
      line(ReportWords.review, tally[.review]), line(ReportWords.clean, tally[.clean]),
      line(ReportWords.unreadable, tally.unreadable),
    ]
  }

  private func counted(_ name: String, _ counts: DecisionCounts, _ clean: LocalizedText = ReportWords.clean) -> String {
    let parts = [(ReportWords.harmful, counts.harmful), (ReportWords.review, counts.review), (clean, counts.clean)]
      .map { "\($0.0[language]) \($0.1)" }
    return "\(name): " + parts.joined(separator: ", ")
  }

  private func list(_ title: LocalizedText, _ rows: [String]) -> [String] {
    rows.isEmpty ? [] : ["", title[language]] + rows.map { "  " + $0 }
  }

  private func line(_ name: LocalizedText, _ count: Int) -> String {
    name[language] + String(repeating: " ", count: max(1, 24 - name[language].count)) + String(count)
  }
}
