import Crypto
import Foundation
import LoopbackServer
import Synchronization

/// A comment feed, a page that is no feed and a webhook receiver on loopback, and a daemon that watches them.
final class Town: Sendable {
  /// A call of the webhook.
  struct Delivery: Sendable {
    var id: String
    var isSigned: Bool
    var body: Data
    /// The alert's fingerprint.
    var alert: String
  }

  private struct State {
    var comments: [(id: String, text: String, author: String)] = []
    var deliveries: [Delivery] = []
    var failures = 0
    var failure = 500
    var delay = 0.0
    var conditionalRequests = 0
    var server: LoopbackServer?
  }

  private let program: Program
  private let key = SymmetricKey(size: .bits256)
  private let state = Mutex(State())

  /// One alert for all gambling posts, from the second on.
  static let oneAlert =
    "{name: judi, categories: [gambling], trigger: {posts: 2, window: 1h}, group_wait: 1s, group_interval: 1s}"
  /// One alert for every site name, at its first post.
  static let alertPerSite =
    "{name: judi, categories: [gambling], trigger: {posts: 1, window: 1h}, group_by: [site_name], group_wait: 1s}"

  init(allowsLoopback: Bool = true, campaign: String = Town.oneAlert) throws {
    program = try Program()
    let server = try LoopbackServer { [unowned self] in answer($0) }
    state.withLock { $0.server = server }
    try program.file("secret", "whsec_" + key.withUnsafeBytes { Data($0).base64EncodedString() })
    try program.file(
      "ronda.yaml",
      """
      contact: https://desk.example
      data_dir: data
      network: {allow_private: [\(allowsLoopback ? "127.0.0.1/32" : "")], host_spacing: 0.001s}
      sources:
        - {id: comments, url: "\(server.url("/feed"))", interval: 1s}
        - {id: page, url: "\(server.url("/page"))", interval: 1s}
      campaigns:
        - \(campaign)
      receivers:
        - {name: desk, type: webhook, url: "\(server.url("/hook"))", secret_file: secret}
        - {name: archive, type: file, path: alerts.ndjson}
      """
    )
  }

  func close() {
    state.withLock { $0.server }?.stop()
    program.clean()
  }

  func say(_ id: String, _ text: String, author: String = "warga") {
    state.withLock { $0.comments.append((id, text, author)) }
  }

  var deliveries: [Delivery] { state.withLock { $0.deliveries } }
  var conditionalRequests: Int { state.withLock { $0.conditionalRequests } }
  var connections: Int { state.withLock { $0.server?.acceptedConnections ?? 0 } }
  /// How many calls of the webhook fail before they succeed.
  var failures: Int {
    get { state.withLock { $0.failures } }
    set { state.withLock { $0.failures = newValue } }
  }

  /// With which status they fail.
  var failure: Int {
    get { state.withLock { $0.failure } }
    set { state.withLock { $0.failure = newValue } }
  }

  /// Changes the configuration's file.
  func reconfigure(_ old: String, _ new: String) throws {
    let path = program.folder.appending(path: "ronda.yaml").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try program.file("ronda.yaml", text.replacing(old, with: new))
  }

  /// Runs another command of the program beside the daemon.
  func run(_ arguments: [String]) throws -> Program.Outcome { try program.run(arguments) }

  /// How many seconds the webhook takes to answer.
  var delay: Double {
    get { state.withLock { $0.delay } }
    set { state.withLock { $0.delay = newValue } }
  }

  func start(arguments: [String] = [], environment: [String: String] = [:]) throws -> Process {
    let daemon = program.process(["watch", "--config", "ronda.yaml"] + arguments, environment: environment)
    let log = program.folder.appending(path: "log")
    if !FileManager.default.fileExists(atPath: log.path) { try Data().write(to: log) }
    let handle = try FileHandle(forWritingTo: log)
    try handle.seekToEnd()
    daemon.standardError = handle
    daemon.standardOutput = handle
    try daemon.run()
    return daemon
  }

  /// Waits until `condition` holds.
  func wait(seconds: Double = 15, _ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if condition() { return true }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return condition()
  }

  func alert() async -> Delivery? {
    _ = await wait { !deliveries.isEmpty }
    return deliveries.first
  }

  var folder: URL { program.folder }
  var databasePath: String { program.folder.appending(path: "data/ronda.sqlite").path }
  var dataFolder: URL { program.folder.appending(path: "data") }

  func log() throws -> String { try String(contentsOf: program.folder.appending(path: "log"), encoding: .utf8) }

  /// The bytes of the database and of its write-ahead log.
  func databaseBytes() throws -> Data {
    let data = program.folder.appending(path: "data")
    return try FileManager.default.contentsOfDirectory(atPath: data.path)
      .filter { $0.hasPrefix("ronda.sqlite") && !$0.hasSuffix("key") }
      .reduce(Data()) { try $0 + Data(contentsOf: data.appending(path: $1)) }
  }

  /// The notices in the file receiver's file.
  func archive() throws -> [(id: String, posts: Int)] {
    let text = try String(contentsOf: program.folder.appending(path: "alerts.ndjson"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let id = object["id"] as? String, let body = object["alert"] as? [String: Any],
        let alert = (body["alerts"] as? [[String: Any]])?.first, let posts = alert["posts"] as? Int
      else { return nil }
      return (id, posts)
    }
  }

  var archivedPosts: Int { (try? archive().map(\.posts).max()) ?? 0 }

  private func answer(_ request: Request) -> Response {
    switch request.path {
    case "/feed": feed(request)
    case "/hook": hook(request)
    default: Response(contentType: "text/html", text: "<!DOCTYPE html><html><body>bukan umpan</body></html>")
    }
  }

  private func feed(_ request: Request) -> Response {
    state.withLock { state in
      let etag = "\"\(state.comments.count)\""
      if request.headers["if-none-match"] != nil { state.conditionalRequests += 1 }
      if request.headers["if-none-match"] == etag { return Response(status: 304, headers: [.init("ETag", etag)]) }
      let items = state.comments.map {
        "<item><guid>\($0.id)</guid><author>\($0.author)</author><description>\($0.text)</description></item>"
      }
      let body = "<rss version=\"2.0\"><channel><title>t</title>\(items.joined())</channel></rss>"
      return Response(
        headers: [.init("Content-Type", "application/rss+xml"), .init("ETag", etag)],
        body: Array(body.utf8)
      )
    }
  }

  private func hook(_ request: Request) -> Response {
    let id = request.headers["webhook-id"] ?? ""
    let signed = Data("\(id).\(request.headers["webhook-timestamp"] ?? "").".utf8) + Data(request.body)
    let code = Data(HMAC<SHA256>.authenticationCode(for: signed, using: key)).base64EncodedString()
    let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
    let pause = delay
    if pause > 0 { Thread.sleep(forTimeInterval: pause) }
    let alert = (body?["alerts"] as? [[String: Any]])?.first?["fingerprint"] as? String
    return state.withLock { state in
      state.deliveries.append(
        Delivery(
          id: id,
          isSigned: request.headers["webhook-signature"] == "v1,\(code)",
          body: Data(request.body),
          alert: alert ?? ""
        )
      )
      guard state.failures > 0 else { return Response(status: 204) }
      state.failures -= 1
      return Response(status: state.failure)
    }
  }
}
