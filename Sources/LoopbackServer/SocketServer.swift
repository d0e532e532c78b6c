import Foundation
import Glibc
import Synchronization

/// Listens on a loopback address and serves each connection on a thread of its own.
///
/// Descriptors: a connection's thread closes its own, after taking it out of `connections` under the lock; `stop` only
/// shuts down those still in there. So no number is used after it was given back.
final class SocketServer: Sendable {
  private struct State {
    var isStopping = false
    var connections: Set<Socket> = []
    var accepted = 0
  }

  /// The port it listens on.
  let port: UInt16
  private let listener: Socket
  private let state = Mutex(State())
  /// Entered once by each thread.
  private let threads = DispatchGroup()

  init(address: in_addr, port: UInt16) throws(LoopbackError) {
    listener = try Socket.listening(on: address, port: port)
    self.port = listener.port
  }

  /// How many connections were accepted so far.
  var accepted: Int { state.withLock { $0.accepted } }

  /// Begins to accept; `serve` is called for each connection and may return when it likes.
  func start(_ serve: @escaping @Sendable (Socket) -> Void) {
    startThread { [self] in
      while let socket = listener.accept() {
        let isWanted = state.withLock { state in
          guard !state.isStopping else { return false }
          state.accepted += 1
          state.connections.insert(socket)
          return true
        }
        guard isWanted else { return socket.close() }
        startThread { [self] in
          serve(socket)
          state.withLock { _ = $0.connections.remove(socket) }
          socket.close()
        }
      }
    }
  }

  /// Closes the listener and all connections, and returns when every thread has ended. Further calls do nothing.
  func stop() {
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
}
