import Campaigns
import HarmClassifier
import LocatedYAML

extension ConfigurationReader {
  /// The names of the kinds of trigger, as `kind` has them.
  private enum Kind: String, CaseIterable {
    case count
    case share
    case spike
    case newBrand = "new_brand"
    case reappeared
    case escalating
  }

  func trigger(_ map: YAMLMap) -> Trigger {
    guard let trigger = map.map("trigger") else { return .count(posts: 1, decision: .harmful, window: 3600) }
    defer { trigger.rejectUnknownKeys() }
    let kind: Kind = choice(trigger, "kind") ?? .count
    let decision: Verdict.Decision? = choice(trigger, "decision")
    if decision == .clean { trigger.report("`decision` must be harmful or review", at: "decision") }
    let window = trigger.seconds("window") ?? 3600
    let result = Trigger(
      self.kind(kind, trigger, window: window),
      posts: trigger.integer("posts", in: 1...1_000_000) ?? 1,
      decision: decision ?? .harmful,
      window: window
    )
    if result.isAboutBrands, decision == .review {
      trigger.report("`\(kind.rawValue)` counts the names in harmful posts only", at: "decision")
    }
    return result
  }

  private func kind(_ kind: Kind, _ map: YAMLMap, window: Double) -> Trigger.Kind {
    switch kind {
    case .count: return .count
    case .newBrand: return .newBrand
    case .share: return .share(number(map, "share", 0.1, from: 0.001, to: 1))
    case .escalating: return .escalating(factor: number(map, "factor", 2, from: 1.1, to: 100))
    case .spike:
      let baseline = map.seconds("baseline") ?? 7 * 86_400
      if baseline < 3 * window { map.report("`baseline` must be at least three times `window`", at: "baseline") }
      let falseAlarms = number(map, "false_alarms", 0.001, from: 1e-9, to: 0.2)
      return .spike(baseline: baseline, falseAlarms: falseAlarms)
    case .reappeared:
      let quiet = map.seconds("quiet") ?? 30 * 86_400
      if quiet < Brand.leastQuiet { map.report("`quiet` must be a day or longer", at: "quiet") }
      if window > Brand.leastQuiet { map.report("`window` of `reappeared` must be a day or less", at: "window") }
      return .reappeared(quiet: quiet)
    }
  }

  private func number(_ map: YAMLMap, _ key: String, _ usual: Double, from: Double, to: Double) -> Double {
    guard let number = map.number(key) else { return usual }
    if number < from || number > to { map.report("`\(key)` must be from \(from) to \(to)", at: key) }
    return number
  }
}
