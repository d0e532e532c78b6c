import Foundation
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
///
/// Descriptors: a connection's thread closes its own, after taking it out of `connections` under the lock; `stop` only
/// shuts down those still in there. So no number is used after it was given back.
public final class LoopbackServer: Sendable {
  private struct State {
    var isStopping = false
    var connections: Set<Socket> = []
    var accepted = 0
    var requests = 0
  }

  /// The address it listens on, for example `127.0.0.1`.
  public let address: String
  /// The port it listens on.
  public let port: UInt16

  private let listener: Socket
  private let handler: @Sendable (Request) -> Response
  private let state = Mutex(State())
  /// Entered once by each thread.
  private let threads = DispatchGroup()

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
    listener = try Socket.listening(on: number, port: port)
    self.address = address
    self.port = listener.port
    self.handler = handler
    startThread { [self] in acceptConnections() }
  }

  /// The absolute address of a path (with its query) on this server.
  public func url(_ path: String = "/") -> String { "http://\(address):\(port)\(path)" }

  /// How many connections were accepted so far.
  public var acceptedConnections: Int { state.withLock { $0.accepted } }

  /// How many complete requests were read so far.
  public var receivedRequests: Int { state.withLock { $0.requests } }

  /// Closes the listener and all connections, and returns when every thread has ended. Handlers that are running finish
  /// first, so it must not be called from one. Further calls do nothing.
  public func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopping = true }
      for connection in state.connections { connection.shutDown() }
      return !state.isStopping
    }
    guard isFirst else { return threads.wait() }
    listener.shutDown()
    threads.wait()
    listener.close()
  }

  private func startThread(_ body: @escaping @Sendable () -> Void) {
    threads.enter()
    let group = threads
    Thread.detachNewThread {
      body()
      group.leave()
    }
  }

  private func acceptConnections() {
    while let socket = listener.accept() {
      let isWanted = state.withLock { state in
        guard !state.isStopping else { return false }
        state.accepted += 1
        state.connections.insert(socket)
        return true
      }
      guard isWanted else { return socket.close() }
      startThread { [self] in serve(socket) }
    }
  }

  private func serve(_ socket: Socket) {
    var connection = Connection(socket: socket, handler: handler)
    connection.serve { state.withLock { $0.requests += 1 } }
    state.withLock { _ = $0.connections.remove(socket) }
    socket.close()
  }
}
