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
