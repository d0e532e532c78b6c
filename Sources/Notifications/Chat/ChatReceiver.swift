import Campaigns
import FoundationEssentials
import Localization

/// Writes notices into a chat or hands them to an apprise server, in the receiver's language.
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

    /// The most UTF-16 units of a message.
    var limit: Int {
      switch self {
      case .telegram: 4096
      case .slack, .apprise: 3000
      case .discord: 2000
      }
    }

    var escape: TextEscape {
      switch self {
      case .telegram: .html
      case .slack: .slack
      case .discord, .apprise: .plain
      }
    }

    var template: NoticeTemplate {
      if case .telegram = self { .telegram } else { .plain }
    }
  }

  /// The receiver's name.
  public let name: String
  private let style: Style
  private let url: String
  private let writer: NoticeWriter
  private let send: Sender

  /// Creates a receiver.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - style: which chat.
  ///   - url: its address, a secret.
  ///   - language: the language of its readers.
  ///   - timeZone: the clock of its readers.
  ///   - lexicon: what the lexicon calls things.
  ///   - template: how a notice is worded; nil for the shipped way. For Telegram it is HTML.
  ///   - send: sends one request.
  public init(
    name: String,
    style: Style,
    url: String,
    language: Language,
    timeZone: TimeZone = .current,
    lexicon: LexiconWords = LexiconWords(),
    template: NoticeTemplate? = nil,
    send: @escaping Sender
  ) {
    self.name = name
    self.style = style
    self.url = url
    let words = NoticeWords(language: language, lexicon: lexicon)
    writer = NoticeWriter(template ?? style.template, words, timeZone, escape: style.escape)
    self.send = send
  }

  /// Sends `message` once. 2xx is success, 410 is for good, all else is a failure.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    switch NoticeContent(message) {
    case .alert(let alert)?: await post(body(alert), to: url, with: send, now: now)
    case .brief(let brief)?: await post(body(brief), to: url, with: send, now: now)
    case nil: .failed(reason: "no readable notice")
    }
  }

  private func body(_ alert: NoticeContent.Item) -> ChatBody {
    if let text = writer.text(alert, within: style.limit) {
      return body(text, isMarkup: true, type: alert.status == "resolved" ? "success" : "warning")
    }
    // Cutting could part a tag or an entity, so what is too long goes out without.
    let whole = writer.text(alert, waves: 0)
    let text = style.escape == .html ? TextEscape.stripped(whole) : whole
    return body(NoticeWriter.clipped(text, style.limit), isMarkup: false, type: "warning")
  }

  private func body(_ brief: BriefText) -> ChatBody {
    let text = style.escape == .slack ? style.escape(brief.text) : brief.text
    return body(NoticeWriter.clipped("\(brief.subject)\n\(text)", style.limit), isMarkup: false, type: "info")
  }

  private func body(_ text: String, isMarkup: Bool, type: String) -> ChatBody {
    switch style {
    case .telegram(let chat): return ChatBody(chat_id: chat, text: text, parse_mode: isMarkup ? "HTML" : nil)
    case .slack: return ChatBody(text: text)
    case .discord: return ChatBody(content: text, allowed_mentions: ["parse": []])
    case .apprise:
      let (title, body) = NoticeWriter.parts(text)
      return ChatBody(title: title, body: body, type: type)
    }
  }
}

/// What the chats are sent; each knows some of the fields, and the names are theirs.
private struct ChatBody: Encodable {
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var chat_id: String?
  var text: String?
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var parse_mode: String?
  var content: String?
  /// Nobody: text that strangers wrote must not call anyone.
  // swift-format-ignore: AlwaysUseLowerCamelCase
  var allowed_mentions: [String: [String]]?
  var title: String?
  var body: String?
  var type: String?
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
