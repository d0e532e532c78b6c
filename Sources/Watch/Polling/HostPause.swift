import Foundation
import Notifications
import Transfers

/// A host that asked to be left alone for a while, whichever of its sources is meant.
struct HostPause: Sendable, Equatable {
  /// The host that asked.
  var host: String
  /// For how many seconds.
  var seconds: Double

  /// Who says "too many requests" without saying for how long is left alone for that long.
  private static let usual = 900.0
  /// One answer must not silence a host with hundreds of sources for longer.
  private static let longest = 86_400.0

  init(host: String, seconds: Double) {
    self.host = host
    self.seconds = min(max(seconds, 0), Self.longest)
  }

  /// What the answer asks for; nil when it asks for nothing. 429 is about us; 503 may be about one page, so it counts
  /// with a `Retry-After` only. A spent allowance counts whatever the status.
  init?(_ response: TransferResponse, now: Date) {
    guard let host = URL(string: response.finalURL)?.host()?.lowercased() else { return nil }
    let wish = response.headers["Retry-After"].flatMap { RetryAfter.seconds($0, now: now) }
    let reset = Self.secondsToReset(response.headers, now: now)
    switch response.status {
    case 429: self.init(host: host, seconds: wish ?? reset ?? Self.usual)
    case 503 where wish != nil: self.init(host: host, seconds: wish ?? 0)
    default:
      guard let reset, reset > 0 else { return nil }
      self.init(host: host, seconds: reset)
    }
  }

  /// Seconds until the allowance of requests is filled again, when it is spent: the fields `RateLimit-Remaining` and
  /// `RateLimit-Reset` of the IETF's draft 3 to 6, with and without `X-`. The time comes as seconds to go (the draft,
  /// Reddit), as seconds since 1970 (GitHub) or as a date (Mastodon).
  static func secondsToReset(_ headers: HeaderFields, now: Date) -> Double? {
    for prefix in ["RateLimit-", "X-RateLimit-"] {
      guard let left = headers[prefix + "Remaining"].flatMap(Double.init), left < 1,
        let reset = headers[prefix + "Reset"]
      else { continue }
      if let date = try? Date(reset, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: reset.contains(".")))
      {
        return max(0, date.timeIntervalSince(now))
      }
      guard let number = Double(reset), number.isFinite else { continue }
      // No allowance lasts 30 years: then it is a time.
      return max(0, number < 1e9 ? number : number - now.timeIntervalSince1970)
    }
    return nil
  }
}
