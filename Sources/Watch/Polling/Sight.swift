import Feeds
import Foundation
import Notifications
import Transfers

/// Why a source, or a part of it, was not seen. That never counts as clean.
struct Blindness: Error, Sendable, Hashable {
  /// What it means for the next poll.
  var outcome: PollPolicy.Outcome
  /// A stable code for logs, metrics and the health of sources.
  var code: String
  /// The same for people, with what to do.
  var message: String
}

extension Blindness {
  init(_ error: TransferError) {
    self.init(outcome: .broken, code: error.reason.rawValue, message: error.description)
  }

  init(_ error: FeedError) {
    self.init(outcome: .broken, code: "unreadable", message: error.description)
  }

  /// Why a response shows nothing; nil when it does, or says that nothing changed.
  init?(_ response: TransferResponse, now: Date) {
    let status = response.status
    if status == 304 || (200..<300).contains(status) { return nil }
    if response.isChallenge {
      let message = "a challenge page stands before the site (HTTP \(status)); ask its owner to let the watch in"
      self.init(outcome: .blocked, code: "challenge", message: message)
      return
    }
    switch status {
    case 403 where response.saysQuotaIsSpent:
      let message = "the interface's quota is spent (HTTP 403); poll it more rarely"
      self.init(outcome: .limited(retryAfter: nil), code: "limited", message: message)
    case 429, 503:
      let wait = response.headers["Retry-After"].flatMap { RetryAfter.seconds($0, now: now) }
      let message = "the server asks to come back later (HTTP \(status))"
      self.init(outcome: .limited(retryAfter: wait), code: "limited", message: message)
    case 401, 403, 451:
      self.init(outcome: .blocked, code: "blocked", message: "the server refuses us (HTTP \(status))")
    case 410:
      let message = "the source is gone for good (HTTP 410); remove it from `sources`"
      self.init(outcome: .gone, code: "gone", message: message)
    default: self.init(outcome: .broken, code: "http_\(status)", message: "the server answered HTTP \(status)")
    }
  }
}

extension TransferResponse {
  /// Whether a guard of the site wants a browser to prove itself (the header is Cloudflare's own mark of it).
  fileprivate var isChallenge: Bool { headers["cf-mitigated"]?.lowercased() == "challenge" }

  /// Google's interfaces answer 403 where others answer 429.
  fileprivate var saysQuotaIsSpent: Bool {
    guard headers["Content-Type"]?.contains("json") == true else { return false }
    let text = String(decoding: body.prefix(4096), as: UTF8.self)
    return text.contains("quotaExceeded") || text.contains("rateLimitExceeded")
  }
}
