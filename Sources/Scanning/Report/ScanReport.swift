import Campaigns
import HarmClassifier
import LexiconFiles
import Localization

/// What a scan came to, put in order for people; the summary and the page both show it.
public struct ScanReport: Sendable {
  let tally: ScanTally
  let findings: Findings
  let wasStopped: Bool
  let isSample: Bool
  let language: Language
  let versions: Verdict.Versions
  private let names: [String: String]

  /// Prepares a report; `categories` give their names in `language`.
  public init(
    _ result: Scan.Result,
    categories: [CategoryFile],
    versions: Verdict.Versions,
    language: Language,
    isSample: Bool = false
  ) {
    tally = result.tally
    findings = result.findings
    wasStopped = result.wasStopped
    self.isSample = isSample
    self.language = language
    self.versions = versions
    names = Dictionary(uniqueKeysWithValues: categories.map { ($0.source.id, $0.name[language]) })
  }

  /// A thing that was counted.
  struct Row: Sendable {
    var name: String
    var count: Int
  }

  func name(of category: String) -> String { names[category] ?? category }

  /// Categories by what was harmful, then by name.
  var categories: [(id: String, counts: DecisionCounts)] {
    tally.categories.sorted {
      ($0.value.harmful, $0.value.review, $1.key) > ($1.value.harmful, $1.value.review, $0.key)
    }
    .map { ($0.key, $0.value) }
  }

  /// Inputs by what was harmful, then by name.
  var sources: [(name: String, counts: DecisionCounts)] {
    tally.sources.sorted { ($0.value.harmful, $1.key) > ($1.value.harmful, $0.key) }.map { ($0.key, $0.value) }
  }

  func siteNames(_ limit: Int) -> [Row] { Self.top(tally.siteNames.map { Row(name: $0.key, count: $0.value) }, limit) }

  /// Indicators as they may be shown: those that look the same once masked are one.
  func indicators(_ limit: Int) -> [(kind: Indicator.Kind, row: Row)] {
    var shown: [ScanTally.IndicatorKey: Int] = [:]
    for (key, count) in tally.indicators {
      let masked = NumberMask.value(of: Indicator(kind: key.kind, value: key.value, start: 0, end: 0))
      shown[ScanTally.IndicatorKey(kind: key.kind, value: masked), default: 0] += count
    }
    return shown.sorted {
      ($0.value, $1.key.value, $1.key.kind.rawValue) > ($1.value, $0.key.value, $0.key.kind.rawValue)
    }
    .prefix(limit)
    .map { ($0.key.kind, Row(name: $0.key.value, count: $0.value)) }
  }

  private static func top(_ rows: [Row], _ limit: Int) -> [Row] {
    Array(rows.sorted { ($0.count, $1.name) > ($1.count, $0.name) }.prefix(limit))
  }
}
