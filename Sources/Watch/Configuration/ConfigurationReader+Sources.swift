import LocatedYAML

extension ConfigurationReader {
  static let roles = ["press", "government", "school", "community", "comments"]
  /// Seconds between polls unless configured: once an hour offends nobody.
  private static let usualInterval = 3600.0

  func readSources() -> [WatchedSource] {
    var seen: [String: Int] = [:]
    let sources = root.maps("sources").compactMap { map -> WatchedSource? in
      defer { map.rejectUnknownKeys() }
      guard let id = map.text("id"), let url = map.text("url") else { return nil }
      if !url.value.hasPrefix("https://"), !url.value.hasPrefix("http://") {
        map.report("`url` must begin with https:// or http://", at: "url")
      }
      if let line = seen.updateValue(id.location.line, forKey: id.value) {
        map.report("source `\(id.value)` is already on line \(line); give each its own id", at: "id")
      }
      return WatchedSource(
        id: id.value,
        url: url.value,
        kind: sourceKind(map),
        role: role(map),
        region: map.optionalText("region")?.value ?? "",
        interval: map.seconds("interval") ?? Self.usualInterval
      )
    }
    if sources.isEmpty { root.report("`sources` is empty: name at least one feed to watch", at: "sources") }
    return sources
  }

  private func sourceKind(_ map: YAMLMap) -> WatchedSource.Kind {
    guard let type = map.optionalText("type") else { return .feed }
    if let kind = WatchedSource.Kind(rawValue: type.value) { return kind }
    let known = WatchedSource.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    map.report("`\(type.value)` is no type of source; use \(known)", at: "type")
    return .feed
  }

  private func role(_ map: YAMLMap) -> String {
    guard let role = map.optionalText("role") else { return "" }
    if !Self.roles.contains(role.value) {
      map.report("`\(role.value)` is no role; use \(Self.roles.joined(separator: ", "))", at: "role")
    }
    return role.value
  }

  func readReceivers() -> [ReceiverConfiguration] {
    var seen: [String: Int] = [:]
    return root.maps("receivers").compactMap { map in
      defer { map.rejectUnknownKeys() }
      guard let name = map.text("name"), let type = map.text("type") else { return nil }
      if let line = seen.updateValue(name.location.line, forKey: name.value) {
        map.report("receiver `\(name.value)` is already on line \(line); give each its own name", at: "name")
      }
      return kind(type, map).map { ReceiverConfiguration(name: name.value, kind: $0) }
    }
  }

  private func kind(_ type: YAMLText, _ map: YAMLMap) -> ReceiverConfiguration.Kind? {
    switch type.value {
    case "webhook":
      guard let url = map.text("url"), let secret = map.text("secret_file") else { return nil }
      return .webhook(url: url.value, secretFile: path(secret.value))
    case "file":
      return map.text("path").map { .file(path: path($0.value)) }
    default:
      map.expect(["url", "secret_file", "path"])
      map.report("`\(type.value)` is no receiver; use webhook or file", at: "type")
      return nil
    }
  }
}
