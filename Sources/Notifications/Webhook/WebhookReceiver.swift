import Campaigns
import FoundationEssentials

/// Posts notices to an address, signed as Standard Webhooks 1.0 has it.
///
/// The receiver checks `webhook-signature` over `id.timestamp.body` and drops ids it has seen.
public struct WebhookReceiver: Receiver {
  /// The receiver's name.
  public let name: String
  private let url: String
  private let secrets: [SigningSecret]
  private let send: Sender

  /// Creates a receiver.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - url: its address.
  ///   - secrets: each signs; several while a key is rotated.
  ///   - send: sends one request.
  public init(name: String, url: String, secrets: [SigningSecret], send: @escaping Sender) {
    self.name = name
    self.url = url
    self.secrets = secrets
    self.send = send
  }

  /// Posts `message` once. 2xx is success, 410 is for good, all else, redirects too, is a failure.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    do throws(SendError) {
      return Self.outcome(of: try await send(request(for: message, now: now)), now: now)
    } catch {
      return .failed(reason: error.reason)
    }
  }

  private func request(for message: OutboxMessage, now: Date) -> WebhookRequest {
    let timestamp = Int64(now.timeIntervalSince1970)
    let signatures = secrets.map { $0.signature(id: message.id, timestamp: timestamp, body: message.payload) }
    return WebhookRequest(
      url: url,
      headers: [
        "content-type": "application/json",
        "webhook-id": message.id,
        "webhook-timestamp": "\(timestamp)",
        "webhook-signature": signatures.joined(separator: " "),
      ],
      body: message.payload
    )
  }

  static func outcome(of reply: WebhookReply, now: Date) -> DeliveryOutcome {
    switch reply.status {
    case 200...299: .delivered
    case 410: .gone
    case 300...399: .failed(reason: "HTTP \(reply.status): redirects are not followed, configure the final address")
    default:
      .failed(
        reason: "HTTP \(reply.status)",
        retryAfter: reply.retryAfter.flatMap { RetryAfter.seconds($0, now: now) }
      )
    }
  }
}
