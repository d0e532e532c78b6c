/// Why a server could not start.
public struct LoopbackError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What happened and what to do.
  public var message: String

  /// The message.
  public var description: String { message }
}
