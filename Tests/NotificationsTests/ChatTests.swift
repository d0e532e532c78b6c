import CampaignFixtures
import Campaigns
import Foundation
import Localization
import Notifications
import Synchronization
import Testing

/// What people and Alertmanager get to read.
struct ChatTests {
  private func message(resolved: Bool = false) throws -> OutboxMessage {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    let posts = ["ZEUS88", "ALFA4D"].enumerated().map { number, site in
      var entry = JudgedEntry.promotion("p\(number)", source: "kanal-\(number)")
      let text = "makasih banyak \(site) hari ini dapat dua juta dari modal receh"
      entry.fingerprint = WaveFingerprint(folded: text.lowercased())
      entry.excerpt = JudgedEntry.excerpt(of: text)
      return entry
    }
    var actions = engine.judged(posts, now: midnight)
    if resolved { actions = engine.tick(now: midnight + 3600) }
    guard case .notify(let alert, let notice)? = actions.last else { throw CancellationError() }
    let body = AlertBody(alert, notice: notice, receiver: "chat", externalURL: "https://ronda.example")
    return OutboxMessage(id: "\(alert.id)-1", receiver: "chat", payload: try body.json(), attempt: 1)
  }

  /// What a receiver sends for `message`.
  private func sent(_ message: OutboxMessage, _ make: (@escaping Sender) -> any Receiver) async throws -> WebhookRequest
  {
    let box = Mutex<WebhookRequest?>(nil)
    let receiver = make { request in
      box.withLock { $0 = request }
      return WebhookReply(status: 200)
    }
    #expect(await receiver.deliver(message, now: midnight) == .delivered)
    return try #require(box.withLock { $0 })
  }

  private func chat(_ style: ChatReceiver.Style, _ language: Language) -> (@escaping Sender) -> any Receiver {
    { send in
      ChatReceiver(
        name: "chat",
        style: style,
        url: "https://chat.example/s3cret",
        language: language,
        timeZone: TimeZone(secondsFromGMT: 8 * 3600)!,
        send: send
      )
    }
  }

  @Test func `a Telegram message in Indonesian names the wave, the message and the deadline on the desk's clock`()
    async throws
  {
    let request = try await sent(message(), chat(.telegram(chat: "-100"), .id))
    let body = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: String])
    #expect(body["chat_id"] == "-100")
    let id = try #require(body["text"]?.split(separator: "/").last)
    #expect(
      body["text"] == """
        Peringatan [tinggi] stop-judol · gambling
        2 kiriman dari 2 sumber sejak 08:00
        Satu gelombang, 2 kiriman, 2 sumber, sejak 08:00: “makasih banyak … hari ini dapat dua juta dari modal receh” \
        (… = ZEUS88, ALFA4D)
        Pesan: Judi pasti rugi.
        Sasaran: parents of teenagers
        Kanal: whatsapp, radio
        Laporkan ke: https://report.example/konten (paling lambat 2026-11-25 08:00)
        https://ronda.example/alerts/\(id)
        """
    )
  }

  @Test func `Slack, Discord and apprise get their own shapes`() async throws {
    for (style, key) in [(ChatReceiver.Style.slack, "text"), (.discord, "content"), (.apprise, "body")] {
      let request = try await sent(message(resolved: true), chat(style, .en))
      let body = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: String])
      #expect(body[key]?.contains("One wave, 2 posts, 2 sources, since 08:00") == true)
      #expect(body[key]?.contains("The house always wins.") == false, "nothing to say when it is over")
      if style == .apprise { #expect(body["type"] == "success" && body["title"]?.hasPrefix("Resolved") == true) }
    }
  }

  @Test func `Alertmanager gets an end only when it is over`() async throws {
    for resolved in [false, true] {
      let request = try await sent(message(resolved: resolved)) {
        AlertmanagerReceiver(name: "am", url: "http://127.0.0.1:9093/", send: $0)
      }
      #expect(request.url == "http://127.0.0.1:9093/api/v2/alerts")
      let alert = try #require((try JSONSerialization.jsonObject(with: request.body) as? [[String: Any]])?.first)
      #expect(alert["endsAt"] as? String == (resolved ? "2026-11-24T01:00:00Z" : nil))
      #expect((alert["labels"] as? [String: String])?["alertname"] == "stop-judol")
    }
  }
}
