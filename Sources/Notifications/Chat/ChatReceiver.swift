import Campaigns
import FoundationEssentials
import Localization

/// Writes notices into a chat or hands them to an apprise server, as text in the receiver's language.
///
/// The address of a chat is a secret in itself; it appears in no error.
public struct ChatReceiver: Receiver {
  /// The chats.
  public enum Style: Sendable, Hashable {
    /// A Telegram bot's `sendMessage`; the address holds the bot's token.
    case telegram(chat: String)
    /// An incoming webhook of Slack or Mattermost.
    case slack
    /// A webhook of Discord.
    case discord
    /// The `notify` address of an apprise API server.
    case apprise

    /// The most characters of a message.
    var limit: Int {
      switch self {
      case .telegram: 4096
      case .slack, .apprise: 3000
      case .discord: 2000
      }
    }
  }

  /// The receiver's name.
  public let name: String
  private let style: Style
  private let url: String
  private let text: NoticeText
  private let send: Sender

  /// Creates a receiver.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - style: which chat.
  ///   - url: its address, a secret.
  ///   - language: the language of its readers.
  ///   - timeZone: the clock of its readers.
  ///   - send: sends one request.
  public init(
    name: String,
    style: Style,
    url: String,
    language: Language,
    timeZone: TimeZone = .current,
    send: @escaping Sender
  ) {
    self.name = name
    self.style = style
    self.url = url
    text = NoticeText(language, timeZone: timeZone)
    self.send = send
  }

  /// Sends `message` once. 2xx is success, 410 is for good, all else is a failure.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    guard let alert = try? NoticeContent(message).alerts.first else { return .failed(reason: "no readable notice") }
    return await post(body(alert), to: url, with: send, now: now)
  }

  private func body(_ alert: NoticeContent.Item) -> [String: String] {
    let title = text.title(alert)
    let body = text.body(alert, limit: style.limit - title.count - 1)
    return switch style {
    case .telegram(let chat): ["chat_id": chat, "text": "\(title)\n\(body)"]
    case .slack: ["text": "\(title)\n\(body)"]
    case .discord: ["content": "\(title)\n\(body)"]
    case .apprise: ["title": title, "body": body, "type": alert.status == "resolved" ? "success" : "warning"]
    }
  }
}

extension Receiver {
  /// Posts `value` as JSON and says how it went.
  func post(_ value: some Encodable, to url: String, with send: Sender, now: Date) async -> DeliveryOutcome {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    guard let body = try? encoder.encode(value) else { return .failed(reason: "the notice can't be written as JSON") }
    do throws(SendError) {
      let request = WebhookRequest(url: url, headers: ["content-type": "application/json"], body: body)
      return WebhookReceiver.outcome(of: try await send(request), now: now)
    } catch {
      return .failed(reason: error.reason)
    }
  }
}
