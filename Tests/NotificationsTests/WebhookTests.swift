import Campaigns
import Foundation
import Notifications
import Synchronization
import Testing

@Suite("Signed webhooks")
struct WebhookTests {
  private static let secret = "whsec_cm9uZGEtdGVzdC1zZWNyZXQtMzItYnl0ZXMtbG9uZyE="
  private let message = OutboxMessage(id: "msg_1", receiver: "desk", payload: Data("{\"a\":1}".utf8), attempt: 1)
  private let now = Date(timeIntervalSince1970: 1_764_000_000)

  /// The value was computed with Python's hmac module.
  @Test("the signature is that of Standard Webhooks")
  func vector() throws {
    let secret = try #require(SigningSecret(Self.secret))
    let signature = secret.signature(id: "msg_1", timestamp: 1_764_000_000, body: Data("{\"a\":1}".utf8))
    #expect(signature == "v1,KgUTwzk36zSwW+skq5/hznmDWkw9KnD6y3xjB6E0/Qo=")
  }

  @Test("a request carries id, time and a signature for each secret")
  func headers() async throws {
    let secret = try #require(SigningSecret(Self.secret))
    let sent = Mutex<WebhookRequest?>(nil)
    let receiver = WebhookReceiver(name: "desk", url: "https://desk.example/h", secrets: [secret, secret]) { request in
      sent.withLock { $0 = request }
      return WebhookReply(status: 204)
    }
    #expect(await receiver.deliver(message, now: now) == .delivered)
    let request = try #require(sent.withLock { $0 })
    #expect(request.headers["webhook-id"] == "msg_1")
    #expect(request.headers["webhook-timestamp"] == "1764000000")
    #expect(request.headers["webhook-signature"]?.split(separator: " ").count == 2)
    #expect(request.body == message.payload)
  }

  @Test("answers: 2xx arrived, 410 no more, anything else again", arguments: [200, 204, 301, 400, 410, 429, 500])
  func answers(status: Int) async throws {
    let secret = try #require(SigningSecret(Self.secret))
    let receiver = WebhookReceiver(name: "desk", url: "https://desk.example/h", secrets: [secret]) { _ in
      WebhookReply(status: status, retryAfter: "120")
    }
    let outcome = await receiver.deliver(message, now: now)
    switch status {
    case 200, 204: #expect(outcome == .delivered)
    case 410: #expect(outcome == .gone)
    default:
      guard case .failed(let reason, let wait) = outcome else { return #expect(Bool(false), "\(outcome)") }
      #expect(reason.contains("\(status)"))
      #expect(wait == (status == 301 ? nil : 120))
    }
  }

  @Test("a secret shows itself nowhere, and a bad file is named with its line")
  func secrets() throws {
    let secret = try #require(SigningSecret(Self.secret))
    #expect(!"\(secret) \(String(reflecting: secret))".contains("cm9uZGE"))
    let path = FileManager.default.temporaryDirectory.appending(path: "secret-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "\(Self.secret)\n\nwhsec_short\n".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: SecretError.self) { try SigningSecret.load(path: path) }
    do {
      _ = try SigningSecret.load(path: path)
    } catch {
      #expect(error.line == 3)
      #expect(!"\(error)".contains("cm9uZGE"))
    }
    let missing = #expect(throws: SecretError.self) { try SigningSecret.load(path: path + ".missing") }
    #expect(missing?.remedy == "check its path and rights")
  }
}
