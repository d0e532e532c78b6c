import FlyingSocks
import Glibc
import Synchronization

/// How many may be connected to a server without saying anything, and for how long.
public struct ConnectionLimits: Sendable {
  /// Connections that may wait at the same time; one more is closed at once.
  public var waiting: Int
  /// How long a connection may wait for the other side's next bytes, or for the other side to take ours.
  public var patience: Duration

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - waiting: connections that may wait at the same time.
  ///   - patience: how long each may.
  public init(waiting: Int = 256, patience: Duration = .seconds(15)) {
    self.waiting = waiting
    self.patience = patience
  }
}

/// The server's sockets within limits: the library itself lets any number wait for ever.
final class LimitedSockets: AsyncSocketPool {
  private let pool: any AsyncSocketPool
  private let limits: ConnectionLimits
  private let waiting = Mutex(0)

  init(_ pool: some AsyncSocketPool, _ limits: ConnectionLimits) {
    self.pool = pool
    self.limits = limits
  }

  func prepare() async throws { try await pool.prepare() }

  func run() async throws { try await pool.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    if Self.isListening(socket) { return try await pool.suspendSocket(socket, untilReadyFor: events) }
    let isAdmitted = waiting.withLock { waiting in
      guard waiting < limits.waiting else { return false }
      waiting += 1
      return true
    }
    guard isAdmitted else { throw SocketError.disconnected }
    defer { waiting.withLock { $0 -= 1 } }
    try await withThrowingTaskGroup { group in
      group.addTask { [pool] in try await pool.suspendSocket(socket, untilReadyFor: events) }
      group.addTask { [limits] in
        try await Task.sleep(for: limits.patience)
        throw SocketError.disconnected
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// Whether it is the socket on which others connect, which waits as long as nobody does.
  private static func isListening(_ socket: Socket) -> Bool {
    var value: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(socket.file.rawValue, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 && value != 0
  }
}
