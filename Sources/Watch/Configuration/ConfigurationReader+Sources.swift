import LocatedYAML

extension ConfigurationReader {
  func readSources() -> [WatchedSource] {
    var seen: [String: Int] = [:]
    let maps = root.maps("sources")
    if maps.isEmpty { root.report("`sources` is empty: name at least one feed to watch", at: "sources") }
    return maps.compactMap { map -> WatchedSource? in
      defer { map.rejectUnknownKeys() }
      let (id, place) = (map.text("id"), place(map))
      // Read whatever else is wrong, or they would count as unknown keys.
      let (role, region, pace) = (role(map), map.optionalText("region")?.value ?? "", pace(map))
      guard let (kind, url) = place, let id else { return nil }
      if let line = seen.updateValue(id.location.line, forKey: id.value) {
        map.report("source `\(id.value)` is already on line \(line); give each its own id", at: "id")
      }
      return WatchedSource(
        id: id.value,
        url: url,
        kind: kind,
        role: role,
        region: region,
        interval: pace.interval,
        longestInterval: pace.longest
      )
    }
  }

  /// What is at which address.
  private func place(_ map: YAMLMap) -> (kind: WatchedSource.Kind, url: String)? {
    let type = map.optionalText("type")?.value ?? "feed"
    if type == "json" { return jsonInterface(map).map { (.json($0), $0.template) } }
    let kinds: [String: WatchedSource.Kind] = ["feed": .feed, "page": .page, "sitemap": .sitemap]
    if kinds[type] == nil {
      map.report("`\(type)` is no type of source; use feed, page, sitemap, json", at: "type")
    }
    guard let url = map.text("url") else { return nil }
    checkAddress(url.value, map, at: "url")
    return (kinds[type] ?? .feed, url.value)
  }

  func checkAddress(_ url: String, _ map: YAMLMap, at key: String) {
    if !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      map.report("`\(key)` must begin with https:// or http://", at: key)
    }
  }

  private func pace(_ map: YAMLMap) -> (interval: Double, longest: Double?) {
    let (interval, longest) = (map.seconds("interval") ?? WatchedSource.usualInterval, map.seconds("max_interval"))
    if let longest, longest < interval {
      map.report("`max_interval` is shorter than `interval`; make it at least as long", at: "max_interval")
    }
    return (interval, longest)
  }

  private func role(_ map: YAMLMap) -> String {
    guard let role = map.optionalText("role") else { return "" }
    if !WatchedSource.roles.contains(role.value) {
      map.report("`\(role.value)` is no role; use \(WatchedSource.roles.joined(separator: ", "))", at: "role")
    }
    return role.value
  }
}
