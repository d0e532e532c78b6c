import HarmClassifier
import LexiconFiles
import Localization

/// A scan's counts as text for a person.
public struct SummaryReport: Sendable {
  private let tally: ScanTally
  private let names: [String: String]
  private let words: SummaryWords

  /// Prepares a report; `categories` give their names in `language`.
  public init(_ tally: ScanTally, categories: [CategoryFile], language: Language) {
    self.tally = tally
    names = Dictionary(uniqueKeysWithValues: categories.map { ($0.source.id, $0.name[language]) })
    words = SummaryWords(language)
  }

  /// Rows of the lists of site names and indicators.
  private static let longestList = 10

  /// The report, line by line.
  public var text: String {
    var lines = [
      line(words.posts, tally.posts), line(words.harmful, tally[.harmful]), line(words.review, tally[.review]),
      line(words.clean, tally[.clean]), line(words.unreadable, tally.unreadable),
    ]
    lines += list(words.categories, categoryRows)
    lines += list(words.siteNames, top(tally.siteNames) { $0 })
    lines += list(words.indicators, top(tally.indicators) { "\($0.kind.rawValue) \($0.value)" })
    return lines.joined(separator: "\n") + "\n"
  }

  private var categoryRows: [String] {
    tally.categories.sorted { ($0.value.harmful, $1.key) > ($1.value.harmful, $0.key) }.map { id, counts in
      let parts = [(words.harmful, Verdict.Decision.harmful), (words.review, .review), (words.talk, .clean)]
        .map { "\($0.0) \(counts[$0.1])" }
      return "\(names[id] ?? id) (\(id)): " + parts.joined(separator: ", ")
    }
  }

  private func top<Key: Hashable>(_ counts: [Key: Int], _ describe: (Key) -> String) -> [String] {
    counts.map { (name: describe($0.key), count: $0.value) }
      .sorted { ($0.count, $1.name) > ($1.count, $0.name) }
      .prefix(Self.longestList)
      .map { "\($0.name)  \($0.count)" }
  }

  private func list(_ title: String, _ rows: [String]) -> [String] {
    rows.isEmpty ? [] : ["", title] + rows.map { "  " + $0 }
  }

  private func line(_ name: String, _ count: Int) -> String {
    name + String(repeating: " ", count: max(1, 24 - name.count)) + String(count)
  }
}
