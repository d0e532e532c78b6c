import FlyingFox
import FlyingSocks
import Foundation

/// Serves a dashboard over HTTP. Only this file and `ConnectionLimits` know the HTTP library.
public struct WebServer: Sendable {
  /// Why nothing is served.
  public struct Failure: Error, CustomStringConvertible {
    /// What went wrong and what to do.
    public let description: String
  }

  /// Bytes of a request's body; a thousand long posts fit.
  static let bodyLimit = 1 << 20
  /// Seconds until a request has been answered.
  private static let timeout = 15.0
  /// Seconds that answers under way get when the server stops.
  private static let farewell = 2.0

  private let server: HTTPServer
  private let address: ListenAddress

  /// Creates a server; it listens from `run`.
  ///
  /// - Parameters:
  ///   - address: where it listens.
  ///   - dashboard: what answers.
  ///   - limits: how many may wait, and for how long.
  public init(
    _ address: ListenAddress,
    _ dashboard: Dashboard,
    limits: ConnectionLimits = ConnectionLimits()
  ) throws(Failure) {
    self.address = address
    let sockets = LimitedSockets(HTTPServer.defaultPool(), limits)
    let handler = ClosureHTTPHandler { await Self.answer($0, dashboard) }
    do {
      server =
        if address.host.contains(":") {
          HTTPServer(
            address: try sockaddr_in6.inet6(ip6: address.host, port: address.port),
            timeout: Self.timeout,
            pool: sockets,
            logger: .disabled,
            handler: handler
          )
        } else {
          HTTPServer(
            address: try sockaddr_in.inet(ip4: address.host, port: address.port),
            timeout: Self.timeout,
            pool: sockets,
            logger: .disabled,
            handler: handler
          )
        }
    } catch {
      throw Failure(description: "dashboard.listen: `\(address)` is no address of this machine")
    }
  }

  /// Serves until stopped.
  public func run() async throws(Failure) {
    do {
      try await server.run()
    } catch SocketError.disconnected {
    } catch is CancellationError {
    } catch {
      throw Failure(description: "nothing can listen on \(address): \(error); free it or change `dashboard.listen`")
    }
  }

  /// The port it listens on, once it does.
  public func port() async -> UInt16? {
    try? await server.waitUntilListening(timeout: Self.timeout)
    return switch await server.listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): port
    default: nil
    }
  }

  /// Takes no more requests and ends `run`.
  public func stop() async { await server.stop(timeout: Self.farewell) }

  private static func answer(_ request: HTTPRequest, _ dashboard: Dashboard) async -> HTTPResponse {
    var body = Data()
    do {
      for try await piece in request.bodySequence {
        body += piece
        guard body.count <= bodyLimit else {
          return response(Answer(413, problem: "the body is larger than \(bodyLimit) bytes; send fewer posts at once"))
        }
      }
    } catch {
      return response(Answer(400, problem: "the body can't be read"))
    }
    let question = Question(
      method: request.method.rawValue,
      path: request.path,
      query: Dictionary(request.query.map { ($0.name, $0.value) }) { $1 },
      headers: Dictionary(request.headers.map { ($0.key.rawValue.lowercased(), $0.value) }) { $1 },
      body: body
    )
    var answer = await dashboard.answer(question)
    if question.method == "HEAD" { answer.body = Data() }
    return response(answer)
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

  private static func response(_ answer: Answer) -> HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in everyAnswer.merging(answer.headers, uniquingKeysWith: { $1 }) {
      headers[HTTPHeader(name)] = value
    }
    return HTTPResponse(statusCode: HTTPStatusCode(answer.status, phrase: ""), headers: headers, body: answer.body)
  }
}
