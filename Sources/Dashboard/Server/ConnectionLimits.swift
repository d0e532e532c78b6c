import NIOCore
import Synchronization

/// How many may be connected to a server, and how long each may keep it waiting.
public struct ConnectionLimits: Sendable {
  /// Connections at the same time; one more is closed at once.
  public var connections: Int
  /// How long the other side may take for the head of its next request, for that request's body, and for taking an answer.
  public var patience: Duration

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - connections: connections at the same time.
  ///   - patience: how long each may keep the server waiting.
  public init(connections: Int = 256, patience: Duration = .seconds(15)) {
    self.connections = connections
    self.patience = patience
  }
}

/// The connections that are open.
final class OpenConnections: Sendable {
  private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])
  private let most: Int

  init(most: Int) { self.most = most }

  /// Takes a connection in until it is closed; false when there are enough.
  func admit(_ channel: any Channel) -> Bool {
    let key = ObjectIdentifier(channel)
    let isAdmitted = channels.withLock { channels in
      guard channels.count < most else { return false }
      channels[key] = channel
      return true
    }
    if isAdmitted { channel.closeFuture.whenComplete { [self] _ in channels.withLock { $0[key] = nil } } }
    return isAdmitted
  }

  /// Closes those without a request, and the others once they were answered.
  func quiesce() { forEach { $0.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) } }

  func close() { forEach { $0.close(promise: nil) } }

  private func forEach(_ body: (any Channel) -> Void) { channels.withLock { Array($0.values) }.forEach(body) }
}
