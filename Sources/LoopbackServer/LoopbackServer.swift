import Glibc
import Synchronization

/// A small HTTP/1.1 server on this machine, for tests and demonstrations.
///
/// ```swift
/// let server = try LoopbackServer { request in
///   request.path == "/feed.xml" ? Response(text: "<rss/>") : Response(status: 404)
/// }
/// defer { server.stop() }
/// print(server.url("/feed.xml"))
/// ```
///
/// It listens only on 127.x addresses, keeps connections alive, and runs the handler on one thread per connection, many
/// at a time. It knows neither TLS nor chunked requests. Who creates a server stops it; a forgotten one runs on.
public final class LoopbackServer: Sendable {
  /// The address it listens on, for example `127.0.0.1`.
  public let address: String
  /// The port it listens on.
  public let port: UInt16

  private let server: SocketServer
  private let requests = Atomic(0)

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - address: An address in 127.0.0.0/8.
  ///   - port: The port; 0 takes a free one.
  ///   - handler: Answers requests; called on many threads at once.
  /// - Throws: When the address isn't a loopback one or can't be listened on.
  public init(
    address: String = "127.0.0.1",
    port: UInt16 = 0,
    handler: @escaping @Sendable (Request) -> Response
  ) throws(LoopbackError) {
    var number = in_addr()
    guard inet_pton(AF_INET, address, &number) == 1, UInt32(bigEndian: number.s_addr) >> 24 == 127 else {
      throw LoopbackError(message: "\(address) is no loopback address. Use one like 127.0.0.1.")
    }
    server = try SocketServer(address: number, port: port)
    self.address = address
    self.port = server.port
    server.start { [self] socket in
      var connection = Connection(socket: socket, handler: handler)
      connection.serve { requests.add(1, ordering: .relaxed) }
    }
  }

  /// The absolute address of a path (with its query) on this server.
  public func url(_ path: String = "/") -> String { "http://\(address):\(port)\(path)" }

  /// How many connections were accepted so far.
  public var acceptedConnections: Int { server.accepted }

  /// How many complete requests were read so far.
  public var receivedRequests: Int { requests.load(ordering: .relaxed) }

  /// Closes the listener and all connections, and returns when every thread has ended. Handlers that are running finish
  /// first, so it must not be called from one. Further calls do nothing.
  public func stop() { server.stop() }
}
