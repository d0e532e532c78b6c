import Campaigns
import HarmClassifier
import LexiconFiles
import Localization
import LocatedYAML

extension ConfigurationReader {
  func readCampaigns(_ categories: [CategoryFile], sources: [WatchedSource]) -> [Campaign] {
    var seen: [String: Int] = [:]
    let names = root.maps("campaigns").compactMap { $0.optionalText("name")?.value }
    return root.maps("campaigns").compactMap { map in
      defer { map.rejectUnknownKeys() }
      let name = map.text("name")
      if let name, let line = seen.updateValue(name.location.line, forKey: name.value) {
        map.report("campaign `\(name.value)` is already on line \(line); give each its own name", at: "name")
      }
      let chosen = known(map, "categories", categories.map(\.source.id), what: "category")
      rejectWithheld(map)
      let usual = categories.filter { $0.isAlertedByDefault }.map(\.source.id)
      let scope = Campaign.Scope(
        sources: Set(known(map, "sources", sources.map(\.id), what: "source")),
        roles: Set(known(map, "roles", WatchedSource.roles, what: "role")),
        regions: Set(map.texts("regions").map(\.value))
      )
      return Campaign(
        name: name?.value ?? "",
        categories: Set(chosen.isEmpty ? usual : chosen),
        scope: scope,
        trigger: trigger(map),
        groupBy: groupLabels(map),
        pace: pace(map),
        severity: choice(map, "severity") ?? .medium,
        response: response(map, categories.first { $0.source.id == chosen.first }, isLexiconRead: !categories.isEmpty),
        reportLimits: reportLimits(map, categories),
        isShadow: map.bool("shadow") ?? false,
        inhibitedBy: Set(known(map, "inhibited_by", names, what: "campaign"))
      )
    }
  }

  /// The texts of a list, each of which must be among `values`.
  private func known(_ map: YAMLMap, _ key: String, _ values: [String], what: String) -> [String] {
    map.texts(key).map { text in
      if !values.contains(text.value), !values.isEmpty {
        map.report("no \(what) `\(text.value)`; known: \(values.joined(separator: ", "))", at: text.location)
      }
      return text.value
    }
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ map: YAMLMap, _ key: String) -> Value?
  where Value.RawValue == String {
    guard let text = map.optionalText(key) else { return nil }
    let value = Value(rawValue: text.value)
    let names = Value.allCases.map(\.rawValue).joined(separator: ", ")
    if value == nil { map.report("`\(text.value)` is no \(key); use \(names)", at: key) }
    return value
  }

  private func groupLabels(_ map: YAMLMap) -> [GroupLabel] {
    guard map.contains("group_by") else { return [.category] }
    return map.texts("group_by").compactMap { text in
      let label = GroupLabel(rawValue: text.value)
      if label == nil {
        let names = GroupLabel.allCases.map(\.rawValue).joined(separator: ", ")
        map.report("`\(text.value)` is no label; use \(names)", at: text.location)
      }
      return label
    }
  }

  private func pace(_ map: YAMLMap) -> Campaign.Pace {
    let usual = Campaign.Pace()
    if let interval = map.seconds("group_interval"), let again = map.seconds("repeat_interval"), again < interval {
      map.report("`repeat_interval` is shorter than `group_interval`", at: "repeat_interval")
    }
    return Campaign.Pace(
      groupWait: map.seconds("group_wait") ?? usual.groupWait,
      groupInterval: map.seconds("group_interval") ?? usual.groupInterval,
      repeatInterval: map.seconds("repeat_interval") ?? usual.repeatInterval
    )
  }

  /// What the campaign says; what is not configured comes from the lexicon's file of its first category.
  private func response(_ map: YAMLMap, _ category: CategoryFile?, isLexiconRead: Bool) -> Campaign.Response {
    let usual = category?.response
    return Campaign.Response(
      pillar: map.optionalText("pillar")?.value ?? category?.source.pillars.first ?? "safety",
      audience: map.optionalText("audience")?.value ?? usual?.audience.id ?? "",
      channels: map.contains("channels") ? map.texts("channels").map(\.value) : Self.list(usual?.channels.id),
      message: message(map, usual?.message, isLexiconRead: isLexiconRead),
      reportTo: map.optionalText("report_to")?.value ?? usual?.reportTo.id ?? "",
      reportWithin: map.seconds("report_within") ?? (map.texts("categories").count == 1 ? category?.reportWithin : nil)
    )
  }

  /// The legal time limits by category, unless the campaign sets one for all.
  private func reportLimits(_ map: YAMLMap, _ categories: [CategoryFile]) -> [String: Double] {
    guard !map.contains("report_within") else { return [:] }
    return Dictionary(categories.compactMap { file in file.reportWithin.map { (file.source.id, $0) } }) { $1 }
  }

  private func rejectWithheld(_ map: YAMLMap) {
    for text in map.texts("categories") where CategoryFile.withheld.contains(text.value) {
      let message = "`\(text.value)` is never broadcast: it opens a support route for a person, no alert; take it out"
      map.report(message, at: text.location)
    }
  }

  private func message(_ map: YAMLMap, _ usual: LocalizedText?, isLexiconRead: Bool) -> LocalizedText {
    guard let text = map.map("message") else {
      // Without the lexicon, which is a problem of its own, nobody knows what its categories give.
      if usual == nil, isLexiconRead { map.report("`message` is missing, and no category gives one: {id: …, en: …}") }
      return usual ?? LocalizedText(id: "", en: "")
    }
    defer { text.rejectUnknownKeys() }
    return LocalizedText(id: text.text("id")?.value ?? "", en: text.text("en")?.value ?? "")
  }

  private static func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }
}

extension CategoryFile {
  /// These open a support route for somebody, never a broadcast: no alert and no brief speaks of them.
  static let withheld: Set<String> = ["self_harm", "child_exploitation"]

  /// Whether a campaign that names no categories is about it. What never goes beyond `review` needs to be asked for.
  var isAlertedByDefault: Bool { source.ceiling == .harmful && !Self.withheld.contains(source.id) }

  /// Seconds within which the law wants a report, if it says so.
  var reportWithin: Double? { reportWithinHours.map { Double($0) * 3600 } }
}
