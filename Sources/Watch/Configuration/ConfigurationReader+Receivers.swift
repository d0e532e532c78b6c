import Foundation
import Localization
import LocatedYAML
import Notifications
import Transfers

extension ConfigurationReader {
  mutating func readReceivers() -> [ReceiverConfiguration] {
    var seen: [String: Int] = [:]
    var receivers: [ReceiverConfiguration] = []
    for map in root.maps("receivers") {
      defer { map.rejectUnknownKeys() }
      guard let name = map.text("name"), let type = map.text("type") else { continue }
      if let line = seen.updateValue(name.location.line, forKey: name.value) {
        map.report("receiver `\(name.value)` is already on line \(line); give each its own name", at: "name")
      }
      let limit = rateLimit(map)
      guard let kind = kind(type, map) else { continue }
      var receiver = ReceiverConfiguration(name: name.value, kind: kind, rateLimit: limit)
      if kind.isWorded { receiver.template = template(map, "template") }
      if case .mail = kind { receiver.htmlTemplate = template(map, "html_template") }
      receivers.append(receiver)
    }
    return receivers
  }

  private func kind(_ type: YAMLText, _ map: YAMLMap) -> ReceiverConfiguration.Kind? {
    switch type.value {
    case "webhook":
      guard let url = map.text("url"), let secret = map.text("secret_file") else { return nil }
      return .webhook(url: url.value, secretFile: path(secret.value))
    case "file":
      return map.text("path").map { .file(path: path($0.value)) }
    case "atom":
      let entries = map.integer("entries", in: 1...1000) ?? 100
      return map.text("path").map { .atom(path: path($0.value), entries: entries, language: language(map)) }
    case "alertmanager":
      return map.text("url").map { .alertmanager(url: $0.value) }
    case "mail": return mail(map).map { .mail($0, language: language(map)) }
    case "telegram":
      let api = map.optionalText("api")?.value ?? "https://api.telegram.org"
      guard let token = map.text("token_file"), let chat = map.text("chat") else { return nil }
      return .telegram(api: api, tokenFile: path(token.value), chat: chat.value, language: language(map))
    case "slack", "mattermost": return chat(.slack, map)
    case "discord": return chat(.discord, map)
    case "apprise": return chat(.apprise, map)
    default:
      map.expect([
        "url", "secret_file", "path", "url_file", "token_file", "chat", "api", "language", "entries", "server", "from",
        "to", "user_file", "password_file", "security", "template", "html_template",
      ])
      let known = "webhook, file, atom, alertmanager, mail, telegram, slack, mattermost, discord or apprise"
      map.report("`\(type.value)` is no receiver; use \(known)", at: "type")
      return nil
    }
  }

  private func chat(_ style: ChatReceiver.Style, _ map: YAMLMap) -> ReceiverConfiguration.Kind? {
    map.text("url_file").map { .chat(style, urlFile: path($0.value), language: language(map)) }
  }

  private func mail(_ map: YAMLMap) -> MailConfiguration? {
    let security: MailRequest.Security = choice(map, "security") ?? .required
    let (user, password) = (map.optionalText("user_file"), map.optionalText("password_file"))
    if (user == nil) != (password == nil) {
      map.report("`user_file` and `password_file` go together; give both or none")
    }
    let to = map.texts("to")
    if to.isEmpty { map.report("`to` is missing: name the readers' addresses", at: "to") }
    guard let server = map.text("server"), let from = map.text("from") else { return nil }
    for address in [from] + to where !MailRequest.isAddress(address.value) {
      map.report("`\(address.value)` is no address such as desk@diskominfo.example", at: address.location)
    }
    if let problem = MailRequest.problem(url: server.value, security: security) { map.report(problem, at: "server") }
    let login = user.flatMap { user in
      password.map { MailConfiguration.Login(userFile: path(user.value), passwordFile: path($0.value)) }
    }
    return MailConfiguration(
      server: server.value,
      security: security,
      from: from.value,
      to: to.map(\.value),
      login: login
    )
  }

  private func rateLimit(_ map: YAMLMap) -> RateLimit? {
    guard let text = map.optionalText("rate_limit") else { return nil }
    let limit = RateLimit(text.value)
    if limit == nil {
      map.report("`rate_limit` must be a number per second, minute or hour, such as 20/minute", at: "rate_limit")
    }
    return limit
  }

  /// The path of a template, which is read to find what is wrong with it.
  private mutating func template(_ map: YAMLMap, _ key: String) -> String? {
    guard let text = map.optionalText(key) else { return nil }
    let file = path(text.value)
    do throws(TemplateError) {
      _ = try NoticeTemplate(path: file)
    } catch {
      let location = YAMLLocation(line: error.line, column: error.column)
      otherProblems.append(YAMLProblem(file: error.file, location: location, message: error.message))
    }
    return file
  }

  func language(_ map: YAMLMap) -> Language { choice(map, "language") ?? .id }
}

extension ReceiverConfiguration.Kind {
  /// Whether people read what it gets, in words that a template can change.
  var isWorded: Bool {
    switch self {
    case .telegram, .chat, .mail, .atom: true
    case .webhook, .file, .alertmanager: false
    }
  }
}
