import CampaignFixtures
import Campaigns
import Foundation
import Notifications

/// The latest message of an alert about posts with these texts.
func notice(
  _ texts: [String] = ["ZEUS88", "ALFA4D"].map { "makasih banyak \($0) hari ini dapat dua juta dari modal receh" },
  campaign: Campaign = .stopJudol(posts: 1),
  resolved: Bool = false
) throws -> OutboxMessage {
  var engine = CampaignEngine(campaigns: [campaign], openAlerts: [], recent: [])
  let posts = texts.enumerated().map { number, text in
    var entry = JudgedEntry.promotion("p\(number)", source: "kanal-\(number)")
    entry.fingerprint = WaveFingerprint(folded: text.lowercased())
    entry.excerpt = JudgedEntry.excerpt(of: text)
    return entry
  }
  var actions = engine.judged(posts, now: midnight)
  if resolved { actions = engine.tick(now: midnight + 3600) }
  guard case .notify(let alert, let notice)? = actions.last else { throw CancellationError() }
  let body = AlertBody(alert, notice: notice, receiver: "chat", externalURL: "https://ronda.example")
  return OutboxMessage(id: "\(alert.id)-\(alert.notices)", receiver: "chat", payload: try body.json(), attempt: 1)
}

/// A brief's message with such a text.
func brief(_ text: String = "# Ringkasan\n\n12 kiriman", html: String = "<p>12 kiriman</p>") throws -> OutboxMessage {
  struct Body: Encodable {
    var subject = "Ringkasan mingguan"
    var text: String
    var html: String
    var at = "2026-11-23T00:00:00Z"
  }
  let payload = try JSONEncoder().encode(Body(text: text, html: html))
  return OutboxMessage(id: "brief-meja-2026-11-23", receiver: "chat", payload: payload, attempt: 1)
}

/// Eight hours east of Greenwich.
let makassar = TimeZone(secondsFromGMT: 8 * 3600)!
