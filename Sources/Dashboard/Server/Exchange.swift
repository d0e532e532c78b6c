import Foundation

/// An HTTP request as the dashboard sees it, whatever server took it.
public struct Question: Sendable {
  /// `GET`, `POST`, …
  public var method: String
  /// The path, without the query.
  public var path: String
  /// The query's fields; of a repeated one the last.
  public var query: [String: String]
  /// The header fields, names in lower case.
  public var headers: [String: String]
  /// The body.
  public var body: Data

  /// Creates a question.
  public init(
    method: String = "GET",
    path: String,
    query: [String: String] = [:],
    headers: [String: String] = [:],
    body: Data = Data()
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// Whether a person's browser asks for something to read.
  var wantsPage: Bool { headers["accept"]?.contains("text/html") == true }

  /// The body's fields when it is a form's.
  var form: [String: String] {
    var parts = URLComponents()
    parts.percentEncodedQuery = String(decoding: body, as: UTF8.self).replacing("+", with: "%20")
    return Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }) { $1 }
  }
}

/// What the dashboard answers.
public struct Answer: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields, without those that the server adds to every answer.
  public var headers: [String: String]
  /// The body.
  public var body: Data

  init(_ status: Int = 200, type: String, _ body: Data, headers: [String: String] = [:]) {
    self.status = status
    self.headers = headers.merging(["Content-Type": type]) { $1 }
    self.body = body
  }

  init(_ status: Int = 200, text: String) { self.init(status, type: "text/plain; charset=utf-8", Data(text.utf8)) }

  init(_ status: Int = 200, json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    self.init(status, type: "application/json", try encoder.encode(value) + Data("\n".utf8))
  }

  /// A problem in the form of RFC 9457, with the methods that are allowed where that is the problem.
  init(_ status: Int, allow methods: String? = nil, problem: String) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let body = try? encoder.encode(["title": problem])
    self.init(status, type: "application/problem+json", (body ?? Data()) + Data("\n".utf8))
    headers["Allow"] = methods
  }

  /// Sends a browser on after a form.
  init(seeOther place: String) { self.init(303, type: "text/plain", Data(), headers: ["Location": place]) }
}
