import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a dashboard over HTTP. Only this folder knows the HTTP library.
public struct WebServer: Sendable {
  /// Why nothing is served.
  public struct Failure: Error, CustomStringConvertible {
    /// What went wrong and what to do.
    public let description: String
  }

  /// Bytes of a request's body; a thousand long posts fit.
  static let bodyLimit = 1 << 20
  /// Bytes of a request's head, its address and any one field: no browser sends as much.
  static let headLimit = 32 << 10
  /// Time that answers under way get when the server stops.
  private static let farewell = Duration.seconds(2)

  private let address: ListenAddress
  private let socketAddress: SocketAddress
  private let dashboard: Dashboard
  private let limits: ConnectionLimits
  private let listening = Listening()

  /// Creates a server; it listens from `run`.
  ///
  /// - Parameters:
  ///   - address: where it listens.
  ///   - dashboard: what answers.
  ///   - limits: how many may be connected, and how long each may keep the server waiting.
  public init(
    _ address: ListenAddress,
    _ dashboard: Dashboard,
    limits: ConnectionLimits = ConnectionLimits()
  ) throws(Failure) {
    (self.address, self.dashboard, self.limits) = (address, dashboard, limits)
    do {
      socketAddress = try SocketAddress(ipAddress: address.host, port: Int(address.port))
    } catch {
      throw Failure(description: "dashboard.listen: `\(address)` is no address of this machine")
    }
  }

  /// Serves until stopped.
  public func run() async throws(Failure) {
    let listener: NIOAsyncChannel<Conversation.Connection, Never>
    do {
      listener = try await listen()
    } catch {
      await listening.end()
      let reason = (error as? IOError).map { String(cString: strerror($0.errnoCode)) } ?? "\(error)"
      throw Failure(description: "nothing can listen on \(address): \(reason); free it or change `dashboard.listen`")
    }
    await listening.begin(on: listener.channel)
    // The listener fails only by being closed.
    try? await listener.executeThenClose { await serve($0) }
    await listening.end()
  }

  /// The port it listens on, once it does.
  public func port() async -> UInt16? {
    await listening.channel?.localAddress?.port.flatMap { UInt16(exactly: $0) }
  }

  /// Takes no more connections and ends `run` once those that ask were answered.
  public func stop() async { await listening.channel?.close(promise: nil) }

  private func listen() async throws -> NIOAsyncChannel<Conversation.Connection, Never> {
    var limit = NIOHTTPDecoderLimitConfiguration()
    (limit.maxHeaderFieldSize, limit.maxHeaderListSize) = (Self.headLimit, Self.headLimit)
    return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(to: socketAddress) { [limit, patience = limits.patience] channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.configureHTTPServerPipeline(
            withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: limit
          )
          try pipeline.addHandler(RequestDeadline(patience))
          return try Conversation.Connection(wrappingChannelSynchronously: channel)
        }
      }
  }

  private func serve(_ connections: NIOAsyncChannelInboundStream<Conversation.Connection>) async {
    let open = OpenConnections(most: limits.connections)
    var cut: Task<Void, any Error>?
    await withDiscardingTaskGroup { group in
      do {
        for try await connection in connections {
          group.addTask {
            guard open.admit(connection.channel) else { return await Conversation.refuse(connection) }
            await Conversation(dashboard: dashboard).hold(on: connection)
          }
        }
      } catch {}
      open.quiesce()
      cut = Task {
        try await Task.sleep(for: Self.farewell)
        open.close()
      }
    }
    cut?.cancel()
  }
}
