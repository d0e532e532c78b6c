import Crypto
import Foundation
import LoopbackServer
import Synchronization

/// Takes the daemon's webhook, checks its signature as Standard Webhooks 1.0 has it, and keeps what it brought.
final class AlertHook: Sendable {
  private let key: SymmetricKey
  private let alerts = Mutex<[DemoAlert]>([])

  /// Makes a secret and writes it where the daemon reads it.
  init(secretFile: String) throws {
    key = SymmetricKey(size: .bits256)
    let secret = "whsec_" + key.withUnsafeBytes { Data($0).base64EncodedString() } + "\n"
    try Data(secret.utf8).write(to: URL(fileURLWithPath: secretFile))
  }

  var count: Int { alerts.withLock { $0.count } }

  func receive(_ request: Request) -> Response {
    guard isSigned(request) else { return Response(status: 401, text: "bad signature\n") }
    guard let body = try? JSONDecoder().decode(HookBody.self, from: Data(request.body)), let alert = body.alerts.first
    else {
      return Response(status: 400, text: "no alert\n")
    }
    alerts.withLock { $0.append(alert) }
    return Response(status: 204)
  }

  /// The first alert; nil when none came in time.
  func firstAlert(within limit: Duration) async -> DemoAlert? {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      if let alert = alerts.withLock({ $0.first }) { return alert }
      try? await Task.sleep(for: .milliseconds(100))
    }
    return nil
  }

  private func isSigned(_ request: Request) -> Bool {
    guard let id = request.headers["webhook-id"], let time = request.headers["webhook-timestamp"],
      let signatures = request.headers["webhook-signature"]
    else { return false }
    let signed = Data("\(id).\(time).".utf8) + Data(request.body)
    return signatures.split(separator: " ").contains { signature in
      guard signature.hasPrefix("v1,"), let code = Data(base64Encoded: String(signature.dropFirst(3))) else {
        return false
      }
      return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: signed, using: key)
    }
  }
}

/// What of the webhook's body the demo shows.
struct HookBody: Decodable {
  var alerts: [DemoAlert]
}

/// An alert as a receiver sees it.
struct DemoAlert: Decodable, Sendable {
  struct Evidence: Decodable, Sendable {
    var text: String
    var family: String
    var source: String
  }

  struct Indicator: Decodable, Sendable {
    var type: String
    var value: String
  }

  struct Message: Decodable, Sendable {
    var id: String
    var en: String
  }

  var labels: [String: String]
  var posts: Int
  var sources: [String]
  var pillar: String
  var audience: String
  var channels: [String]
  var message: Message
  var report_to: String
  var deadline: String?
  var evidence: [Evidence]
  var indicators: [Indicator]
}
