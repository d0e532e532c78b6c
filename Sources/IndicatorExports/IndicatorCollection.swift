import Campaigns
import Foundation
import HarmClassifier

/// Puts indicators of many posts together: one record each, numbers masked, sorted.
public struct IndicatorCollection: Sendable {
  private struct Key: Hashable {
    var kind: Indicator.Kind
    var value: String
  }

  private let guards: ExportGuards
  private var found: [Key: IndicatorRecord] = [:]

  /// An empty collection; `guards` decide what is held back.
  public init(guards: ExportGuards) { self.guards = guards }

  /// Adds an indicator.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - value: The value; may be masked already.
  ///   - posts: The posts it stood in.
  ///   - score: The highest score of those posts, 0…1.
  ///   - categories: The worst categories of those posts.
  ///   - seen: When it was first and last seen, where that is known.
  public mutating func add(
    kind: Indicator.Kind,
    value: String,
    posts: Int = 1,
    score: Double,
    categories: some Sequence<String>,
    seen: ClosedRange<Date>? = nil
  ) {
    let value = Self.shown(kind, value)
    var record = found[Key(kind: kind, value: value)] ?? IndicatorRecord(kind: kind, value: value)
    record.posts += posts
    record.score = max(record.score, score)
    record.categories.formUnion(categories)
    if let seen {
      record.firstSeen = min(record.firstSeen ?? seen.lowerBound, seen.lowerBound)
      record.lastSeen = max(record.lastSeen ?? seen.upperBound, seen.upperBound)
    }
    found[Key(kind: kind, value: value)] = record
  }

  /// The records in at least `least` posts, by kind and value.
  public func records(least: Int = 1) -> [IndicatorRecord] {
    found.values.filter { $0.posts >= least }
      .sorted { ($0.kind.rawValue, $0.value) < ($1.kind.rawValue, $1.value) }
      .map { record in
        var record = record
        record.heldBack = guards.reason(toHoldBack: record)
        return record
      }
  }

  private static func shown(_ kind: Indicator.Kind, _ value: String) -> String {
    guard kind != .domain else { return HostName(value)?.site.description ?? value }
    return NumberMask.value(of: Indicator(kind: kind, value: value, start: 0, end: 0))
  }
}
