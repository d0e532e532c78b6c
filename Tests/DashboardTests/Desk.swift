import CampaignFixtures
import Campaigns
import Dashboard
import Foundation
import HarmClassifier
import LexiconFiles
import Storage
import Testing

/// A store with a few posts and an open alert, and the dashboard over it.
final class Desk: Sendable {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let lexicon = Result { try LexiconFiles(directory: root.appending(path: "lexicons").path) }
  static let classifier = lexicon.map { $0.classifier() }
  static let now = midnight + 600

  let directory: String
  let store: Store
  let ledger: Ledger
  let meters = Meters()
  let dashboard: Dashboard

  init(
    token: String? = nil,
    campaign: Campaign = .stopJudol(posts: 1),
    reload: @escaping @Sendable () async -> String? = { nil }
  ) async throws {
    directory = NSTemporaryDirectory() + "ronda-dashboard-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    store = try Store(path: directory + "/ronda.sqlite")
    ledger = try await Ledger(
      store: store,
      campaigns: [campaign],
      routing: Routing(receivers: ["desk"], externalURL: "https://ronda.example"),
      now: midnight
    )
    let subject = Dashboard.Subject(
      classifier: try Self.classifier.get(),
      lexicon: try Self.lexicon.get(),
      sources: ["forum", "buta", "baru"].map { Dashboard.Source(id: $0, role: "community", region: "Berau") }
    )
    dashboard = Dashboard(
      store: store,
      meters: meters,
      externalURL: "https://ronda.example",
      token: token,
      subject: { subject },
      transfers: { .init(inFlight: 2, waiting: 5) },
      reload: reload,
      now: { Self.now }
    )
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// Judges and stores posts.
  func store(_ entries: [JudgedEntry], text: String = "teks", at time: Date = midnight) async throws {
    let posts = entries.map { Post(entry: $0, text: text, author: "Budi Rahasia") }
    try await ledger.commit(Batch(posts: posts), now: time)
  }

  func get(_ target: String, headers: [String: String] = [:]) async -> Answer {
    await dashboard.answer(Self.question("GET", target, headers))
  }

  func post(_ path: String, _ body: String, headers: [String: String] = [:]) async -> Answer {
    var question = Self.question("POST", path, ["content-type": "application/json"].merging(headers) { $1 })
    question.body = Data(body.utf8)
    return await dashboard.answer(question)
  }

  /// Sends a form as a browser on our own page would.
  func send(form fields: [String: String], to path: String) async -> Answer {
    var parts = URLComponents()
    parts.queryItems = fields.map { URLQueryItem(name: $0.key, value: $0.value) }
    return await post(
      path,
      (parts.percentEncodedQuery ?? "").replacing("+", with: "%2B"),
      headers: [
        "content-type": "application/x-www-form-urlencoded", "origin": "http://127.0.0.1:8085",
        "sec-fetch-site": "same-origin",
      ]
    )
  }

  private static func question(_ method: String, _ target: String, _ headers: [String: String]) -> Question {
    let parts = URLComponents(string: target)
    return Question(
      method: method,
      path: parts?.path ?? "",
      query: Dictionary((parts?.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 },
      headers: ["host": "127.0.0.1:8085"].merging(headers) { $1 }
    )
  }
}

extension Answer {
  var text: String { String(decoding: body, as: UTF8.self) }
  var object: [String: Any] { (try? JSONSerialization.jsonObject(with: body) as? [String: Any]) ?? [:] }
  var items: [[String: Any]] { object["items"] as? [[String: Any]] ?? [] }
}
