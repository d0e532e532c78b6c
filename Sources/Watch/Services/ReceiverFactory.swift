import Foundation
import Localization
import Notifications
import Transfers

/// Makes receivers out of their configuration.
struct ReceiverFactory {
  let transfers: TransferEngine
  let externalURL: String
  let lexicon: LexiconWords

  func receivers(_ configurations: [ReceiverConfiguration]) throws -> [any Receiver] {
    try configurations.map { configuration in
      switch configuration.kind {
      case .file(let path): FileReceiver(name: configuration.name, path: path)
      case .webhook(let url, let secretFile):
        WebhookReceiver(
          name: configuration.name,
          url: url,
          secrets: try SigningSecret.load(path: secretFile),
          send: sender
        )
      case .alertmanager(let url): AlertmanagerReceiver(name: configuration.name, url: url, send: sender)
      case .telegram(let api, let tokenFile, let chat, let language):
        ChatReceiver(
          name: configuration.name,
          style: .telegram(chat: chat),
          url: "\(api)/bot\(try Self.secret(tokenFile))/sendMessage",
          language: language,
          lexicon: lexicon,
          template: try template(configuration.template),
          send: sender
        )
      case .chat(let style, let urlFile, let language):
        ChatReceiver(
          name: configuration.name,
          style: style,
          url: try Self.secret(urlFile),
          language: language,
          lexicon: lexicon,
          template: try template(configuration.template),
          send: sender
        )
      case .mail(let mail, let language):
        MailReceiver(
          name: configuration.name,
          from: mail.from,
          to: mail.to,
          language: language,
          lexicon: lexicon,
          text: try template(configuration.template),
          html: try template(configuration.htmlTemplate),
          send: try mailSender(mail)
        )
      case .atom(let path, let entries, let language):
        AtomReceiver(
          name: configuration.name,
          path: path,
          externalURL: externalURL,
          entries: entries,
          language: language,
          lexicon: lexicon,
          template: try template(configuration.template)
        )
      }
    }
  }

  /// The one line of a secret file.
  static func secret(_ path: String) throws(SecretError) -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SecretError(path: path, line: nil, detail: "the file can't be read", remedy: "check its path and rights")
    }
    let lines = text.split(whereSeparator: \.isNewline)
    guard lines.count == 1, !lines[0].allSatisfy(\.isWhitespace) else {
      throw SecretError(
        path: path,
        line: nil,
        detail: "the file does not hold one line",
        remedy: "write the token, the address, the name or the password, and nothing else"
      )
    }
    return lines[0].trimmingCharacters(in: .whitespaces)
  }

  private func template(_ path: String?) throws(TemplateError) -> NoticeTemplate? {
    guard let path else { return nil }
    return try NoticeTemplate(path: path)
  }

  /// Hands mail to its server through the one transfer engine.
  private func mailSender(_ mail: MailConfiguration) throws(SecretError) -> MailSender {
    var request = MailRequest(
      url: mail.server,
      sender: mail.from,
      recipients: mail.to,
      message: [],
      security: mail.security
    )
    if let login = mail.login {
      request.login = .init(user: try Self.secret(login.userFile), password: try Self.secret(login.passwordFile))
    }
    return { [transfers, request] message throws(SendError) in
      var mail = request
      mail.message = message
      do throws(TransferError) {
        try await transfers.send(mail)
      } catch {
        throw SendError(reason: error.description)
      }
    }
  }

  /// Sends through the one transfer engine. A redirect is an answer like any other: signed bodies follow nobody.
  private var sender: Sender {
    { [transfers] request throws(SendError) in
      let fields = request.headers.filter { $0.key.lowercased() != "content-type" }
      let transfer = TransferRequest(
        url: request.url,
        method: .post(body: Array(request.body), contentType: request.headers["content-type"] ?? "application/json"),
        headers: HeaderFields(fields.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }),
        limits: TransferLimits(redirects: 0),
        hidesPath: true
      )
      do throws(TransferError) {
        let response = try await transfers.send(transfer)
        return WebhookReply(status: response.status, retryAfter: response.headers["Retry-After"])
      } catch {
        throw SendError(reason: error.description)
      }
    }
  }
}
