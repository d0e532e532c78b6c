import HarmClassifier
import Localization

/// The page's sections with plots and tables.
extension ScanReport {
  private static let longestChart = 15
  private static let longestTable = 25

  var timelineSection: String {
    let timeline = timeline
    guard !timeline.buckets.isEmpty else {
      return section(PageWords.timeline, "<p class=\"soft\">\(say(PageWords.noTimes))</p>")
    }
    let unit =
      switch timeline.step {
      case .day: PageWords.perDay
      case .week: PageWords.perWeek
      case .month: PageWords.perMonth
      }
    let language = language
    let chart = TimelineChart(
      timeline: timeline,
      title: PageWords.plot(unit[language], rows: timeline.buckets.count)[language],
      names: (ReportWords.harmful[language], ReportWords.review[language]),
      number: { Self.number($0, language) }
    )
    let rows = timeline.buckets.filter { $0.counts.total > 0 }.map { [$0.label] + cells($0.counts) }
    return section(
      PageWords.timeline,
      note: unit,
      legend(withTalk: false) + chart.svg
        + details(PageWords.timeline, countTable(PageWords.period, rows, ReportWords.clean))
    )
  }

  var categorySection: String {
    let bars = categories.map { BarChart.Bar(label: name(of: $0.id), parts: parts($0.counts, withTalk: true)) }
    let rows = categories.map { [name(of: $0.id)] + cells($0.counts) }
    return section(
      ReportWords.categories,
      bars.isEmpty
        ? nothing
        : legend(withTalk: true) + chart(ReportWords.categories, bars)
          + details(ReportWords.categories, countTable(PageWords.category, rows, ReportWords.talk))
    )
  }

  var nameSection: String {
    let names = siteNames(Self.longestChart)
    let bars = names.map { BarChart.Bar(label: $0.name, parts: [($0.count, "name", PageWords.postCount[language])]) }
    let table = table(
      ReportWords.siteNames,
      [PageWords.name, PageWords.postCount],
      names.map { [$0.name, number($0.count)] },
      [1]
    )
    return section(
      ReportWords.siteNames,
      note: PageWords.siteNamesNote,
      bars.isEmpty ? nothing : chart(ReportWords.siteNames, bars) + details(ReportWords.siteNames, table)
    )
  }

  var sourceSection: String {
    let shown = sources.prefix(Self.longestChart)
    let bars = shown.map { BarChart.Bar(label: $0.name, parts: parts($0.counts, withTalk: false)) }
    let rows = sources.prefix(200).map { [$0.name] + cells($0.counts) }
    return section(
      ReportWords.sources,
      bars.isEmpty
        ? nothing
        : legend(withTalk: false) + chart(ReportWords.sources, bars)
          + details(ReportWords.sources, countTable(PageWords.source, rows, ReportWords.clean))
    )
  }

  var waveSection: String {
    let rows = findings.largestWaves(Self.longestChart).map { wave in
      [wave.first.excerpt.text, name(of: wave.first.category), number(wave.posts), number(wave.sources.count)]
    }
    let header = [PageWords.firstCopy, PageWords.category, PageWords.postCount, PageWords.sourceCount]
    return section(
      ReportWords.waves,
      note: PageWords.wavesNote,
      rows.isEmpty ? nothing : table(ReportWords.waves, header, rows, [2, 3])
    )
  }

  var indicatorSection: String {
    let rows = indicators(Self.longestTable).map {
      [$0.row.name, LocalizedText(indicator: $0.kind.rawValue)[language], number($0.row.count)]
    }
    return section(
      ReportWords.indicators,
      note: PageWords.indicatorsNote,
      rows.isEmpty
        ? nothing : table(ReportWords.indicators, [PageWords.value, PageWords.kind, PageWords.postCount], rows, [2])
    )
  }

  var exampleSection: String {
    let groups = categories.map(\.id).filter { !findings.examples(of: $0).isEmpty }.map { id in
      "<h3>\(HTMLText.escaped(name(of: id)))</h3>\n" + findings.examples(of: id).map(quote).joined(separator: "\n")
    }
    return section(
      PageWords.examples,
      note: PageWords.examplesNote,
      groups.isEmpty ? nothing : groups.joined(separator: "\n")
    )
  }

  private func quote(_ finding: Finding) -> String {
    let text = finding.excerpt.pieces.map { piece in
      piece.isMarked ? "<mark>\(HTMLText.escaped(piece.text))</mark>" : HTMLText.escaped(piece.text)
    }
    let score = Int((finding.score * 100).rounded(.down))
    let facts = [ReportWords.decision(finding.decision)[language], "\(score) %", "\(finding.source) · \(finding.id)"]
    return """
      <blockquote class="\(finding.decision.rawValue)"><p>\(text.joined())</p>\
      <footer>\(HTMLText.escaped(facts.joined(separator: " · ")))</footer></blockquote>
      """
  }

  private var nothing: String { "<p class=\"soft\">\(say(PageWords.nothing))</p>" }

  private func cells(_ counts: DecisionCounts) -> [String] {
    [number(counts.harmful), number(counts.review), number(counts.clean), number(counts.total)]
  }

  private func parts(_ counts: DecisionCounts, withTalk: Bool) -> [(count: Int, style: String, name: String)] {
    [
      (counts.harmful, "harmful", ReportWords.harmful[language]),
      (counts.review, "review", ReportWords.review[language]),
    ] + (withTalk ? [(counts.clean, "talk", ReportWords.talk[language])] : [])
  }

  private func legend(withTalk: Bool) -> String {
    let entries =
      [("harmful", ReportWords.harmful), ("review", ReportWords.review)]
      + (withTalk ? [("talk", ReportWords.talk)] : [])
    return "<ul class=\"legend\">" + entries.map { "<li><i class=\"\($0.0)\"></i>\(say($0.1))</li>" }.joined()
      + "</ul>\n"
  }

  private func chart(_ title: LocalizedText, _ bars: [BarChart.Bar]) -> String {
    let language = language
    let title = PageWords.plot(title[language], rows: bars.count)[language]
    return BarChart(title: title, bars: bars, number: { Self.number($0, language) }).svg
  }

  private func countTable(_ name: LocalizedText, _ rows: [[String]], _ clean: LocalizedText) -> String {
    table(name, [name, ReportWords.harmful, ReportWords.review, clean, PageWords.total], rows, [1, 2, 3, 4])
  }

  private func table(_ caption: LocalizedText, _ header: [LocalizedText], _ rows: [[String]], _ numeric: Set<Int>)
    -> String
  {
    HTMLText.table(caption[language], header: header.map { $0[language] }, rows: rows, numeric: numeric)
  }

  private func details(_ title: LocalizedText, _ table: String) -> String {
    "<details><summary>\(say(PageWords.asTable)): \(say(title))</summary>\n\(table)\n</details>"
  }
}
