import Campaigns
import FoundationEssentials

/// Hands alerts to a Prometheus Alertmanager (`/api/v2/alerts`), which groups, silences and routes them with all others.
public struct AlertmanagerReceiver: Receiver {
  private struct Alert: Encodable {
    var labels: [String: String]
    var annotations: [String: String]
    var startsAt: Date
    /// Only of an alert that is over: Alertmanager lets one without an end run out by itself.
    var endsAt: String?
    var generatorURL: String
  }

  /// The receiver's name.
  public let name: String
  private let url: String
  private let send: Sender

  /// Creates a receiver; `url` is Alertmanager's address without a path.
  public init(name: String, url: String, send: @escaping Sender) {
    self.name = name
    self.url = (url.hasSuffix("/") ? String(url.dropLast()) : url) + "/api/v2/alerts"
    self.send = send
  }

  /// Posts `message` once.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    guard case .alert(let alert)? = NoticeContent(message) else { return .failed(reason: "no readable notice") }
    let isOver = alert.status == "resolved"
    let item = Alert(
      // Alertmanager refuses labels without a value.
      labels: alert.labels.filter { !$0.value.isEmpty },
      annotations: alert.annotations,
      startsAt: alert.startsAt,
      endsAt: isOver ? alert.endsAt : nil,
      generatorURL: alert.generatorURL
    )
    return await post([item], to: url, with: send, now: now)
  }
}
