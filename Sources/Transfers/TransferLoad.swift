/// How busy an engine is.
public struct TransferLoad: Sendable, Hashable {
  /// Transfers on the wire.
  public var inFlight: Int
  /// Transfers that wait for their host or for room.
  public var waiting: Int

  /// Creates a load.
  public init(inFlight: Int = 0, waiting: Int = 0) {
    self.inFlight = inFlight
    self.waiting = waiting
  }
}
