import Foundation
import Notifications
import Transfers

/// Makes receivers out of their configuration.
struct ReceiverFactory {
  let transfers: TransferEngine

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
          send: sender
        )
      case .chat(let style, let urlFile, let language):
        ChatReceiver(
          name: configuration.name,
          style: style,
          url: try Self.secret(urlFile),
          language: language,
          send: sender
        )
      }
    }
  }

  /// The one line of a secret file.
  static func secret(_ path: String) throws(SecretError) -> String {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SecretError(path: path, line: nil, detail: "the file can't be read", remedy: "check its path and rights")
    }
    let lines = text.split(whereSeparator: \.isWhitespace)
    guard lines.count == 1 else {
      throw SecretError(
        path: path,
        line: nil,
        detail: "the file does not hold one line",
        remedy: "write the token or the address, and nothing else"
      )
    }
    return String(lines[0])
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
