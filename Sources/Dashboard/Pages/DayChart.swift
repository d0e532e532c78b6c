import Foundation
import LexiconFiles
import Storage

/// Posts found by day and category: stacked bars as SVG, and the same as a table for who can't see them.
struct DayChart {
  private static let days = 14
  private static let named = 5
  private static let dayLength = 86_400.0
  static let width = 700
  private static let height = 180
  private static let left = 40

  let layout: Layout
  /// The beginnings of the days, the oldest first.
  let days: [Date]
  /// The categories that get a colour of their own, then the rest.
  let series: [(name: String, counts: [Int])]

  /// The first day that is shown.
  static func start(_ now: Date) -> Date {
    let today = (now.timeIntervalSince1970 / dayLength).rounded(.down) * dayLength
    return Date(timeIntervalSince1970: today - Double(days - 1) * dayLength)
  }

  init(_ counts: [DayCount], layout: Layout) {
    let start = Self.start(layout.now)
    let days = (0..<Self.days).map { start + Double($0) * Self.dayLength }
    self.days = days
    self.layout = layout
    let found = counts.filter { $0.decision != .clean && $0.posts > 0 }
    let byCategory = Dictionary(grouping: found, by: \.category).mapValues { counts in
      days.map { day in counts.filter { $0.day == day }.reduce(0) { $0 + $1.posts } }
    }
    let ranked = byCategory.filter { $0.value.contains { $0 > 0 } }.sorted {
      ($1.value.reduce(0, +), $0.key) < ($0.value.reduce(0, +), $1.key)
    }
    var series = ranked.prefix(Self.named).map { (layout.words.category($0.key), $0.value) }
    let rest = ranked.dropFirst(Self.named).map(\.value)
    if !rest.isEmpty {
      series.append((layout.words[.rest], days.indices.map { day in rest.reduce(0) { $0 + $1[day] } }))
    }
    self.series = series
  }

  var html: HTML {
    guard !series.isEmpty else { return "<p>\(layout.words[.nothing])</p>" }
    let legend = series.enumerated().map { index, item -> HTML in
      "<li><svg viewBox=\"0 0 14 14\" aria-hidden=\"true\"><rect class=\"k\(index)\" width=\"14\" height=\"14\" rx=\"3\"/></svg>\(item.name): \(item.counts.reduce(0, +))</li>"
    }
    return """
      <p class="dim">\(layout.words[.circulatesNote])</p>\(svg)<ul class="legend">\(legend)</ul>
      <details><summary>\(layout.words[.asTable])</summary>\(table)</details>
      """
  }

  private var svg: HTML {
    let highest = max(1, days.indices.map { day in series.reduce(0) { $0 + $1.counts[day] } }.max() ?? 1)
    let step = (Self.width - Self.left) / Self.days
    let bars = days.indices.map { day -> HTML in
      var top = Self.height
      let parts = series.enumerated().map { index, item -> HTML in
        let height = item.counts[day] * (Self.height - 20) / highest
        top -= height
        return """
          <rect class="k\(index)" x="\(Self.left + day * step + 4)" y="\(top)" width="\(step - 8)" height="\(height)"><title>\(label(days[day])), \(item.name): \(item.counts[day])</title></rect>
          """
      }
      return """
        \(parts)<text x="\(Self.left + day * step + step / 2)" y="\(Self.height + 16)" text-anchor="middle">\(label(days[day]))</text>
        """
    }
    return """
      <svg viewBox="0 0 \(Self.width) \(Self.height + 24)" role="img" aria-label="\(layout.words[.circulates])">
      <line class="axis" x1="\(Self.left)" x2="\(Self.width)" y1="20" y2="20"/><text x="\(Self.left - 6)" y="24" text-anchor="end">\(highest)</text>
      <line class="axis" x1="\(Self.left)" x2="\(Self.width)" y1="\(Self.height)" y2="\(Self.height)"/><text x="\(Self.left - 6)" y="\(Self.height)" text-anchor="end">0</text>
      \(bars)</svg>
      """
  }

  private var table: HTML {
    let heads = [layout.words[.day]] + series.map(\.name)
    let rows = days.indices.reversed().map { day -> [HTML] in
      ["\(label(days[day]))"] + series.map { "\($0.counts[day])" }
    }
    return layout.table(layout.words[.circulates], heads, numeric: Set(1..<heads.count), rows)
  }

  /// Day and month, as both languages write them.
  private func label(_ day: Date) -> String {
    let text = day.formatted(.iso8601.month().day().dateSeparator(.dash))
    return text.split(separator: "-").reversed().map { $0.drop { $0 == "0" } }.joined(separator: "/")
  }
}
