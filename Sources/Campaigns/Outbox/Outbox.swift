import FoundationEssentials

/// A notice on its way to one receiver.
public struct OutboxMessage: Sendable, Hashable {
  /// What a message is about.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An alert.
    case alert
    /// The brief of a week.
    case brief
  }

  /// How the ids of briefs begin.
  public static let briefPrefix = "brief-"

  /// The same at every attempt: an alert's id, a hyphen, the notice's number; or a brief's, with its name and day.
  /// Receivers drop repetitions by it.
  public var id: String
  /// The receiver's name.
  public var receiver: String
  /// An `AlertBody`, or a brief, as JSON.
  public var payload: Data
  /// Which attempt this is, from 1.
  public var attempt: Int

  /// What it is about.
  public var kind: Kind { id.hasPrefix(Self.briefPrefix) ? .brief : .alert }

  /// Creates a message.
  public init(id: String, receiver: String, payload: Data, attempt: Int) {
    self.id = id
    self.receiver = receiver
    self.payload = payload
    self.attempt = attempt
  }
}

/// What becomes of a message after an attempt.
public enum DeliveryStep: Sendable, Hashable {
  /// It arrived.
  case delivered
  /// It is due again at `at`.
  case retry(at: Date)
  /// There were enough attempts.
  case giveUp
  /// It did not arrive and the receiver wants nothing any more.
  case disableReceiver
}

/// Where messages wait until they are delivered: at least once, in order for one alert and receiver.
public protocol Outbox: Sendable {
  /// What can go wrong.
  associatedtype Failure: Error

  /// The messages due at `now`, at most `limit`; counts an attempt for each. Nobody else gets them until `settle` or,
  /// when this process dies, for `lease` seconds. `allowance` says how many a receiver can take now; those it does not
  /// name can take any number.
  func claimDue(
    now: Date,
    limit: Int,
    lease: TimeInterval,
    allowance: [String: Int]
  ) async throws(Failure) -> [OutboxMessage]

  /// Records how the attempt at `message` ended. `detail` says so in words, without secrets.
  func settle(_ message: OutboxMessage, _ step: DeliveryStep, detail: String, now: Date) async throws(Failure)
}
