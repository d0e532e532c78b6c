import HarmClassifier

/// What changed between two lexicons: terms, exempt phrases, shared phrases.
public struct LexiconDiff: Sendable {
  /// One change a line: `+`, `-` or `~`, the place, the phrase.
  public let lines: [String]

  /// Compares two lexicons.
  public init(from old: LexiconFiles, to new: LexiconFiles) {
    let before = Self.phrases(old.source)
    let after = Self.phrases(new.source)
    let places = Set(before.keys).union(after.keys).sorted { ($0.list, $0.phrase) < ($1.list, $1.phrase) }
    lines = places.compactMap { place in
      switch (before[place], after[place]) {
      case (nil, let weight?): "+ \(place.list): \(place.phrase)\(Self.described(weight))"
      case (let weight?, nil): "- \(place.list): \(place.phrase)\(Self.described(weight))"
      case (let old?, let new?) where old != new: "~ \(place.list): \(place.phrase) (\(old) → \(new))"
      default: nil
      }
    }
  }

  private struct Place: Hashable {
    var list: String
    var phrase: String
  }

  /// Every phrase with its weight class, which is empty for phrases that have none.
  private static func phrases(_ source: LexiconSource) -> [Place: String] {
    var phrases: [Place: String] = [:]
    for category in source.categories {
      for term in category.terms { phrases[Place(list: category.id, phrase: term.text)] = term.weight.rawValue }
      for name in category.siteNames { phrases[Place(list: category.id + " site names", phrase: name)] = "" }
      for phrase in category.exempt { phrases[Place(list: category.id + " exempt", phrase: phrase)] = "" }
    }
    for (family, list) in source.evidence {
      for phrase in list { phrases[Place(list: family.rawValue, phrase: phrase)] = "" }
    }
    for (stance, list) in source.markers {
      for phrase in list { phrases[Place(list: stance.rawValue, phrase: phrase)] = "" }
    }
    return phrases
  }

  private static func described(_ weight: String) -> String { weight.isEmpty ? "" : " (\(weight))" }
}
