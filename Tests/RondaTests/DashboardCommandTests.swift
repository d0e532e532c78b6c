import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The dashboard of a real daemon, over real HTTP.
@Suite("ronda watch serves a dashboard", .serialized)
struct DashboardCommandTests {
  struct Reply {
    var status: Int
    var text: String
    var headers: [String: String]
  }

  private static func ask(_ base: String, _ path: String, body: String? = nil, token: String? = nil) async throws
    -> Reply
  {
    var request = URLRequest(url: try #require(URL(string: base + path)))
    if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
    if let body {
      request.httpMethod = "POST"
      request.httpBody = Data(body.utf8)
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
    let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    let headers = answer.allHeaderFields.reduce(into: [String: String]()) {
      $0["\($1.key)".lowercased()] = "\($1.value)"
    }
    return Reply(status: answer.statusCode, text: String(decoding: data, as: UTF8.self), headers: headers)
  }

  /// The address that the log tells.
  private static func address(_ town: Town) async throws -> String {
    let pattern = /http:\/\/127\.0\.0\.1:[0-9]+(?=\/)/
    func found() -> Substring? {
      guard let log = try? town.log(), let line = log.split(separator: "\n").first(where: { $0.contains("dashboard") })
      else { return nil }
      return line.firstMatch(of: pattern)?.0
    }
    #expect(await town.wait(seconds: 30) { found() != nil }, "\((try? town.log()) ?? "no log")")
    return String(try #require(found()))
  }

  private static func withDashboard(_ more: String = "") throws -> Town {
    let town = try Town()
    try town.reconfigure("data_dir: data", "data_dir: data\ndashboard: {listen: \"127.0.0.1:0\"\(more)}")
    return town
  }

  @Test("a verdict over HTTP is the line of a scan; bodies have a limit; SIGTERM ends it well")
  func classify() async throws {
    let town = try Self.withDashboard()
    defer { town.close() }
    let daemon = try town.start()
    let base = try await Self.address(town)
    let health = try await Self.ask(base, "/-/healthy")
    #expect(health.status == 200 && health.headers["content-security-policy"]?.contains("default-src 'none'") == true)
    #expect(health.headers["access-control-allow-origin"] == nil)
    #expect(try await Self.ask(base, "/-/ready").status == 200)
    let post = "{\"id\":\"p1\",\"text\":\"situs slot gacor pulau88, daftar sekarang\"}"
    let file = town.folder.appending(path: "posts.ndjson")
    try Data((post + "\n").utf8).write(to: file)
    let scan = try town.run(["scan", file.path, "--output", "ndjson"])
    #expect(try await Self.ask(base, "/v1/classify", body: post).text == scan.output)
    let large = "{\"text\":\"" + String(repeating: "a", count: 1_100_000) + "\"}"
    #expect(try await Self.ask(base, "/v1/classify", body: large).status == 413)
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(daemon.terminationReason == .exit && daemon.terminationStatus == 0)
  }

  @Test("POST /-/reload says what is wrong with a file, keeps the old and shows it in the metrics")
  func reload() async throws {
    let town = try Self.withDashboard()
    defer { town.close() }
    let daemon = try town.start()
    let base = try await Self.address(town)
    try town.reconfigure("posts: 2", "posts: many")
    let bad = try await Self.ask(base, "/-/reload", body: "")
    #expect(bad.status == 422 && bad.text.contains("ronda.yaml:9:"))
    #expect(try await Self.ask(base, "/metrics").text.contains("ronda_config_last_reload_successful 0\n"))
    #expect(try await Self.ask(base, "/v1/feeds").text.contains("\"comments\""))
    try town.reconfigure("posts: many", "posts: 2")
    try town.reconfigure("- {id: page,", "- {id: laman,")
    #expect(try await Self.ask(base, "/-/reload", body: "").status == 200)
    #expect(try await Self.ask(base, "/metrics").text.contains("ronda_config_last_reload_successful 1\n"))
    #expect(try await Self.ask(base, "/v1/feeds").text.contains("\"laman\""))
    daemon.terminate()
    daemon.waitUntilExit()
  }

  @Test("an address that is taken, or open to others without a token, ends the start with a reason")
  func refused() async throws {
    let town = try Town()
    defer { town.close() }
    try town.reconfigure("data_dir: data", "data_dir: data\ndashboard: {listen: \"0.0.0.0:0\"}")
    let open = try town.run(["config", "check", "ronda.yaml"])
    #expect(open.code == 78 && open.errors.contains("ronda.yaml:3:") && open.errors.contains("token_file"))
    let first = try Self.withDashboard()
    defer { first.close() }
    let daemon = try first.start()
    let taken = try await Self.address(first).dropFirst("http://".count)
    try town.reconfigure("0.0.0.0:0", String(taken))
    let second = try town.run(["watch", "--config", "ronda.yaml"])
    #expect(second.code == 2 && second.errors.contains("dashboard.listen"), "\(second.errors)")
    daemon.terminate()
    daemon.waitUntilExit()
  }

  @Test("no secret of any receiver, nor the dashboard's token, appears anywhere")
  func secrets() async throws {
    let town = try Self.withDashboard(", token_file: dashboard.token")
    defer { town.close() }
    func secret(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: town.folder.appending(path: name))
    }
    // Nobody listens on port 1: every delivery fails, and the failure is told.
    let signing = Data("qz7kunci-tanda-tangan-yang-panjang".utf8).base64EncodedString()
    try secret("dashboard.token", "qz7kunci-papan")
    try secret("hook.secret", "whsec_\(signing)")
    try secret("bot.token", "4711:qz7kunci-bot")
    try secret("mail.user", "qz7kunci-pengguna")
    try secret("mail.password", "qz7kunci-sandi")
    for name in ["slack", "mattermost", "discord", "apprise"] {
      try secret("\(name).url", "http://127.0.0.1:1/qz7kunci-\(name)")
    }
    try town.reconfigure(
      "receivers:",
      """
      receivers:
        - {name: tanda, type: webhook, url: "http://127.0.0.1:1/", secret_file: hook.secret}
        - {name: grup, type: telegram, api: "http://127.0.0.1:1", token_file: bot.token, chat: "-1"}
        - {name: kanal-slack, type: slack, url_file: slack.url}
        - {name: kanal-mattermost, type: mattermost, url_file: mattermost.url}
        - {name: kanal-discord, type: discord, url_file: discord.url}
        - {name: kanal-apprise, type: apprise, url_file: apprise.url}
        - {name: am, type: alertmanager, url: "http://127.0.0.1:1"}
        - {name: surel, type: mail, server: "smtp://127.0.0.1:1", security: none, user_file: mail.user,
           password_file: mail.password, from: a@ronda.example, to: [b@ronda.example]}
      """
    )
    town.say("c1", "situs slot gacor, daftar sekarang", author: "qz7kunci-warga")
    town.say("c2", "slot gacor maxwin, cek bio", author: "qz7kunci-warga")
    let daemon = try town.start(arguments: ["--log-format", "json", "--log-level", "debug"])
    let base = try await Self.address(town)
    #expect(await town.alert() != nil)
    try await Task.sleep(for: .seconds(2))
    var seen = try town.run(["config", "check", "ronda.yaml"]).output
    let alert = try #require(town.deliveries.first?.alert)
    for path in [
      "/", "/alerts", "/alerts/\(alert)", "/sources", "/indicators", "/categories", "/metrics", "/v1/alerts",
      "/v1/posts",
      "/v1/feeds", "/v1/indicators", "/openapi.json", "/-/reload",
    ] {
      let reply = try await Self.ask(base, path, token: "qz7kunci-papan")
      seen += reply.text + "\(reply.headers)"
    }
    daemon.terminate()
    daemon.waitUntilExit()
    let log = try town.log()
    for line in log.split(separator: "\n") {
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["level"] is String && object?["time"] is String, "not JSON: \(line)")
    }
    seen += log
    #expect(seen.contains("kanal-slack") || seen.contains("receiver=\"am\""), "the receivers were never tried")
    for secret in ["qz7kunci", signing, "4711:"] { #expect(!seen.contains(secret), "\(secret) was shown") }
  }
}
