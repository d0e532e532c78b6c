import Campaigns
import FoundationEssentials

/// Someone who hears of alerts.
public protocol Receiver: Sendable {
  /// The name by which messages are addressed to it.
  var name: String { get }

  /// Tries once to deliver `message`. Being told twice must do no harm: ids stay the same.
  func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome
}

/// How an attempt ended.
public enum DeliveryOutcome: Sendable, Hashable {
  /// It arrived.
  case delivered
  /// The receiver wants nothing any more.
  case gone
  /// It did not arrive. `reason` holds no secrets; `retryAfter` is what the receiver asked for, in seconds.
  case failed(reason: String, retryAfter: TimeInterval? = nil)

  /// The outcome in words.
  public var detail: String {
    switch self {
    case .delivered: "delivered"
    case .gone: "the receiver wants no more messages (410)"
    case .failed(let reason, _): reason
    }
  }
}
