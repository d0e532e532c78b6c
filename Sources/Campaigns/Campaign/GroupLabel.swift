import FoundationEssentials
import HarmClassifier

/// A property of posts by which a campaign parts its alerts.
public enum GroupLabel: String, Sendable, Hashable, CaseIterable {
  /// The id of the post's source.
  case source
  /// The id of a category found in the post.
  case category
  /// The name of a gambling site found in the post; empty when it names none.
  case siteName = "site_name"
  /// The region of the post's source.
  case region
  /// The wave of near copies the post belongs to; empty for one that is too short to tell.
  case wave
}

/// One group a post belongs to: the values of the campaign's group labels and the categories that brought it there.
struct GroupMembership: Hashable {
  var labels: [String: String]
  var categories: [String]
}

extension Campaign {
  /// A post stuffed with names must not open an alert for each.
  static let siteNamesPerPost = 8

  /// The groups `entry` counts for; none when the campaign does not look at it.
  func memberships(of entry: JudgedEntry, brands: [String: Brand] = [:], at time: Date) -> [GroupMembership] {
    guard scope.contains(entry), trigger.admits(entry.verdict) else { return [] }
    let found = entry.verdict.categories
      .filter { (categories.isEmpty || categories.contains($0.id)) && trigger.admits($0) }
      .map(\.id)
    guard !found.isEmpty else { return [] }
    let parts = groupBy.contains(.category) ? found.map { [$0] } : [found]
    return parts.flatMap { part in
      siteNames(of: entry, in: part).filter { trigger.admits(brands[$0], at: time) }.map { name in
        GroupMembership(labels: labels(of: entry, categories: part, siteName: name), categories: part)
      }
    }
  }

  private func siteNames(of entry: JudgedEntry, in categories: [String]) -> [String] {
    guard groupBy.contains(.siteName) || trigger.isAboutBrands else { return [""] }
    let names = entry.siteNames(in: categories)
    return names.isEmpty ? [""] : Array(names.prefix(Self.siteNamesPerPost))
  }

  private func labels(of entry: JudgedEntry, categories: [String], siteName: String) -> [String: String] {
    var labels: [String: String] = [:]
    for label in groupBy {
      switch label {
      case .source: labels[label.rawValue] = entry.key.source
      case .category: labels[label.rawValue] = categories[0]
      case .siteName: labels[label.rawValue] = siteName
      case .region: labels[label.rawValue] = entry.region
      case .wave: labels[label.rawValue] = entry.wave ?? ""
      }
    }
    return labels
  }

  /// Alertmanager's form of a group key: the route, then the labels in alphabetical order.
  func groupKey(labels: [String: String]) -> String {
    func pairs(_ labels: [String: String]) -> String {
      labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.debugDescription)" }.joined(separator: ", ")
    }
    return "{}/{\(pairs(["campaign": name]))}:{\(pairs(labels))}"
  }
}
