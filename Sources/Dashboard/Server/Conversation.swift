import Foundation
import NIOCore
import NIOHTTP1

/// One connection, whose questions are answered one after another.
struct Conversation {
  typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
  private typealias Answers = NIOAsyncChannelOutboundWriter<HTTPServerResponsePart>

  let dashboard: Dashboard

  /// Answers until either side ends it.
  func hold(on connection: Connection) async {
    // A connection fails only by being closed.
    try? await connection.executeThenClose { parts, answers in
      var request = Request()
      for try await part in parts {
        request.add(part)
        if case .head(let head) = part, head.expectsGoAhead {
          try await answers.write(.head(HTTPResponseHead(version: head.version, status: .continue)))
        }
        guard request.isWhole, let head = request.head else { continue }
        try await send(await answer(request, head), to: head, over: answers)
        guard head.isKeepAlive else { return }
        request = Request()
      }
    }
  }

  /// Closes a connection without a word.
  static func refuse(_ connection: Connection) async { try? await connection.executeThenClose { _, _ in } }

  private func answer(_ request: Request, _ head: HTTPRequestHead) async -> Answer {
    guard !request.isTooLong else {
      return Answer(413, problem: "the body is larger than \(WebServer.bodyLimit) bytes; send fewer posts at once")
    }
    return await dashboard.answer(Question(head, body: request.body))
  }

  private func send(_ answer: Answer, to head: HTTPRequestHead, over answers: Answers) async throws {
    var fields = Self.everyAnswer.merging(answer.headers) { $1 }
    fields["Date"] = HTTPDate.text(dashboard.now())
    var response = HTTPResponseHead(
      version: head.version,
      status: HTTPResponseStatus(statusCode: answer.status),
      headers: HTTPHeaders(fields.sorted { $0.key < $1.key })
    )
    response.headers.replaceOrAdd(name: "Content-Length", value: "\(answer.body.count)")
    if !head.isKeepAlive { response.headers.replaceOrAdd(name: "Connection", value: "close") }
    let body = head.method == .HEAD ? [] : [HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: answer.body)))]
    try await answers.write(contentsOf: [.head(response)] + body + [.end(nil)])
  }

  /// No scripts, no frames, nothing from elsewhere, nothing kept.
  private static let everyAnswer = [
    "Cache-Control": "no-store",
    "Content-Security-Policy":
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
  ]
}

/// A request as it comes in.
private struct Request {
  private(set) var head: HTTPRequestHead?
  private(set) var body = Data()
  private(set) var isTooLong = false
  private(set) var isWhole = false

  mutating func add(_ part: HTTPServerRequestPart) {
    switch part {
    case .head(let head): self.head = head
    case .body(let piece):
      // What is too much is read to its end and dropped, so that the other side hears why.
      isTooLong = isTooLong || body.count + piece.readableBytes > WebServer.bodyLimit
      if !isTooLong { body.append(contentsOf: piece.readableBytesView) }
    case .end: isWhole = true
    }
  }
}

extension HTTPRequestHead {
  /// Whether the other side holds back the body until it is asked for it; most wait a second, then send it all the same.
  fileprivate var expectsGoAhead: Bool { headers["expect"].contains { $0.lowercased() == "100-continue" } }
}

extension Question {
  fileprivate init(_ head: HTTPRequestHead, body: Data) {
    let target = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = target.count > 1 ? URLComponents(string: "?" + target[1])?.queryItems : nil
    self.init(
      method: head.method.rawValue,
      path: String(target.first ?? ""),
      query: Dictionary((query ?? []).map { ($0.name, $0.value ?? "") }) { $1 },
      headers: Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { $1 },
      body: body
    )
  }
}
