import Campaigns
import Foundation
import HarmClassifier
import Storage

extension Dashboard {
  private static let pageLimit = 100
  private static let day = 86_400.0

  /// One page of a list; `next` is the query that gives the following one: the same with another beginning.
  private struct Page<Item: Encodable>: Encodable {
    var items: [Item]
    var next: String?

    init(_ items: [Item], of question: Question, next: (name: String, value: String)?) {
      self.items = items
      guard let next else { return }
      let fields = question.query.merging([next.name: next.value]) { $1 }.sorted { $0.key < $1.key }
      var parts = URLComponents()
      parts.queryItems = fields.map { URLQueryItem(name: $0.key, value: $0.value) }
      self.next = parts.percentEncodedQuery?.replacing("+", with: "%2B")
    }
  }

  func listAlerts(_ question: Question) async throws -> Answer {
    try expect(["state", "offset", "limit"], in: question)
    let state: Alert.State? = try choice(question, "state")
    let offset = try number(question, "offset", 0...1_000_000, usual: 0)
    let limit = try limit(question)
    let alerts = try await store.alerts(state: state, offset: offset, limit: limit + 1)
    let items = alerts.prefix(limit).map {
      AlertBody.Entry($0, notice: $0.state == .resolved ? .resolved : .opened, externalURL: "")
    }
    let next = alerts.count > limit ? ("offset", "\(offset + limit)") : nil
    return try Answer(json: Page(Array(items), of: question, next: next))
  }

  func listPosts(_ question: Question) async throws -> Answer {
    try expect(["decision", "category", "source", "alert", "before", "limit"], in: question)
    let limit = try limit(question)
    let filter = PostFilter(
      decision: try choice(question, "decision"),
      category: question.query["category"],
      source: question.query["source"],
      before: try optionalNumber(question, "before"),
      alert: question.query["alert"]
    )
    let posts = try await store.posts(filter, limit: limit + 1)
    let items = Array(posts.prefix(limit))
    let next = posts.count > limit ? ("before", "\(items[limit - 1].id)") : nil
    return try Answer(json: Page(items, of: question, next: next))
  }

  func listIndicators(_ question: Question) async throws -> Answer {
    try expect(["days", "type", "offset", "limit"], in: question)
    let kind: Indicator.Kind? = try choice(question, "type")
    let days = try number(question, "days", 1...90, usual: 7)
    let offset = try number(question, "offset", 0...100_000, usual: 0)
    let limit = try limit(question)
    let found = try await store.indicators(
      since: now() - Double(days) * Self.day,
      kind: kind?.rawValue,
      offset: offset,
      limit: limit + 1
    )
    let next = found.count > limit ? ("offset", "\(offset + limit)") : nil
    return try Answer(json: Page(Array(found.prefix(limit)), of: question, next: next))
  }

  private struct FeedItem: Encodable {
    var id: String
    var role: String
    var region: String
    var blind: Bool
    var reason: String?
    var failures: Int
    var lastSuccess: Date?
    var nextPoll: Date?

    enum CodingKeys: String, CodingKey {
      case id, role, region, blind, reason, failures
      case lastSuccess = "last_success"
      case nextPoll = "next_poll"
    }
  }

  private enum Truth: String, CaseIterable { case `true`, `false` }

  func listFeeds(_ question: Question) async throws -> Answer {
    try expect(["blind", "offset", "limit"], in: question)
    let blind: Truth? = try choice(question, "blind")
    let limit = try limit(question)
    let offset = try number(question, "offset", 0...1_000_000, usual: 0)
    let feeds = try await sights().filter { blind == nil || $0.isBlind == (blind == .true) }
    let items = feeds.dropFirst(offset).prefix(limit).map {
      FeedItem(
        id: $0.source.id,
        role: $0.source.role,
        region: $0.source.region,
        blind: $0.isBlind,
        reason: $0.state?.reason,
        failures: $0.state?.consecutiveFailures ?? 0,
        lastSuccess: $0.state?.lastSuccess,
        nextPoll: $0.state?.nextPoll
      )
    }
    let next = feeds.count > offset + limit ? ("offset", "\(offset + limit)") : nil
    return try Answer(json: Page(Array(items), of: question, next: next))
  }

  /// How well a source is seen.
  struct Sight {
    var source: Source
    var state: SourceState?
    /// Its latest poll brought nothing to judge, for whatever reason.
    var isBlind: Bool { (state?.consecutiveFailures ?? 0) > 0 }
  }

  /// The watched sources, blind ones first, the longest blind before the others.
  func sights() async throws -> [Sight] {
    let states = Dictionary(try await store.sources().map { ($0.id, $0) }) { $1 }
    let sights = subject().sources.map { Sight(source: $0, state: states[$0.id]) }
    return sights.sorted {
      ($1.state?.consecutiveFailures ?? 0, $0.source.id) < ($0.state?.consecutiveFailures ?? 0, $1.source.id)
    }
  }

  /// A misspelt filter must not give everything.
  private func expect(_ names: [String], in question: Question) throws {
    guard let unknown = question.query.keys.sorted().first(where: { !$0.isEmpty && !names.contains($0) }) else {
      return
    }
    throw RequestProblem("there is no `\(unknown)` here; \(question.path) takes \(names.joined(separator: ", "))")
  }

  private func limit(_ question: Question) throws -> Int {
    try number(question, "limit", 1...Self.pageLimit, usual: Self.pageLimit / 2)
  }

  private func number(_ question: Question, _ name: String, _ range: ClosedRange<Int>, usual: Int) throws -> Int {
    guard let text = question.query[name] else { return usual }
    guard let number = Int(text), range.contains(number) else {
      throw RequestProblem("`\(name)` must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func optionalNumber(_ question: Question, _ name: String) throws -> Int64? {
    guard let text = question.query[name] else { return nil }
    guard let number = Int64(text) else { throw RequestProblem("`\(name)` must be a number") }
    return number
  }

  private func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ question: Question,
    _ name: String
  ) throws -> Value? {
    guard let text = question.query[name] else { return nil }
    guard let value = Value(rawValue: text) else {
      throw RequestProblem("`\(name)` must be one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return value
  }
}
