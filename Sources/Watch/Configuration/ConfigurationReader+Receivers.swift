import Localization
import LocatedYAML
import Notifications

extension ConfigurationReader {
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
    case "alertmanager":
      return map.text("url").map { .alertmanager(url: $0.value) }
    case "telegram":
      let api = map.optionalText("api")?.value ?? "https://api.telegram.org"
      guard let token = map.text("token_file"), let chat = map.text("chat") else { return nil }
      return .telegram(api: api, tokenFile: path(token.value), chat: chat.value, language: language(map))
    case "slack", "mattermost": return chat(.slack, map)
    case "discord": return chat(.discord, map)
    case "apprise": return chat(.apprise, map)
    default:
      map.expect(["url", "secret_file", "path", "url_file", "token_file", "chat", "api", "language"])
      let known = "webhook, file, alertmanager, telegram, slack, mattermost, discord or apprise"
      map.report("`\(type.value)` is no receiver; use \(known)", at: "type")
      return nil
    }
  }

  private func chat(_ style: ChatReceiver.Style, _ map: YAMLMap) -> ReceiverConfiguration.Kind? {
    map.text("url_file").map { .chat(style, urlFile: path($0.value), language: language(map)) }
  }

  private func language(_ map: YAMLMap) -> Language { choice(map, "language") ?? .id }
}
