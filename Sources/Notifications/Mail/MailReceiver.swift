import Campaigns
import FoundationEssentials
import Localization

/// Hands one message to the mail server.
///
/// It returns once the server has taken it; the error says why it did not, without secrets.
public typealias MailSender = @Sendable (_ message: [UInt8]) async throws(SendError) -> Void

/// Mails notices and briefs, with a plain and an HTML part. The notices of one alert make one thread.
public struct MailReceiver: Receiver {
  /// The receiver's name.
  public let name: String
  private let from: String
  private let to: [String]
  private let text: NoticeWriter
  private let html: NoticeWriter
  private let send: MailSender

  /// Creates a receiver.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - from: the sender's address.
  ///   - to: the readers' addresses.
  ///   - language: the readers' language.
  ///   - timeZone: the readers' clock.
  ///   - lexicon: what the lexicon calls things.
  ///   - text: how the subject and the plain part are worded; nil for the shipped way.
  ///   - html: how the HTML part is worded; nil for the shipped way.
  ///   - send: hands a message to the server.
  public init(
    name: String,
    from: String,
    to: [String],
    language: Language,
    timeZone: TimeZone = .current,
    lexicon: LexiconWords = LexiconWords(),
    text: NoticeTemplate? = nil,
    html: NoticeTemplate? = nil,
    send: @escaping MailSender
  ) {
    self.name = name
    self.from = from
    self.to = to
    let words = NoticeWords(language: language, lexicon: lexicon)
    self.text = NoticeWriter(text ?? .plain, words, timeZone, escape: .plain)
    self.html = NoticeWriter(html ?? .html, words, timeZone, escape: .html)
    self.send = send
  }

  /// Hands `message` over once.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    guard let content = NoticeContent(message) else { return .failed(reason: "no readable notice") }
    do throws(SendError) {
      try await send(mail(content, id: message.id, now: now).encoded())
      return .delivered
    } catch {
      return .failed(reason: error.reason)
    }
  }

  private func mail(_ content: NoticeContent, id: String, now: Date) -> MailMessage {
    let domain = from.split(separator: "@").last ?? "localhost"
    var mail = MailMessage(
      from: from,
      to: to,
      subject: "",
      date: now,
      id: "\(id)@\(domain)",
      follows: nil,
      text: "",
      html: ""
    )
    switch content {
    case .alert(let alert):
      let (title, body) = NoticeWriter.parts(text.text(alert))
      (mail.subject, mail.text, mail.html) = (title, body + "\n", html.text(alert))
      let first = "\(alert.fingerprint)-1"
      mail.follows = id == first ? nil : "\(first)@\(domain)"
    case .brief(let brief): (mail.subject, mail.text, mail.html) = (brief.subject, brief.text, brief.html)
    }
    return mail
  }
}
