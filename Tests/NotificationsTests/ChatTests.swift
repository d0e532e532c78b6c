import CampaignFixtures
import Campaigns
import Foundation
import Localization
import Notifications
import Synchronization
import Testing

/// What people and Alertmanager get to read.
struct ChatTests {
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
        timeZone: makassar,
        send: send
      )
    }
  }

  @Test func `a Telegram message in Indonesian names the wave, the message and the deadline on the desk's clock`()
    async throws
  {
    let request = try await sent(notice(), chat(.telegram(chat: "-100"), .id))
    let body = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: String])
    #expect(body["chat_id"] == "-100" && body["parse_mode"] == "HTML")
    let id = try #require(body["text"]?.split(separator: "/").last)
    #expect(
      body["text"] == """
        <b>Peringatan [tinggi] stop-judol · gambling</b>
        2 kiriman dari 2 sumber sejak 08:00
        Satu gelombang, 2 kiriman, 2 sumber, sejak 08:00: “makasih banyak … hari ini dapat dua juta dari modal receh” \
        (… = ZEUS88, ALFA4D)
        <b>Pesan:</b> Judi pasti rugi.
        <b>Sasaran:</b> parents of teenagers
        <b>Kanal:</b> whatsapp, radio
        <b>Laporkan ke:</b> https://report.example/konten (paling lambat 2026-11-25 08:00)
        https://ronda.example/alerts/\(id)
        """
    )
  }

  @Test func `in English, what an alert took over from the lexicon is English; the campaign's own words stay`()
    async throws
  {
    var campaign = Campaign.stopJudol(posts: 1)
    (campaign.response.audience, campaign.response.channels) = ("Pelajar, orang tua", ["grup WA", "radio"])
    let lexicon = LexiconWords(phrases: [
      LocalizedText(id: "Pelajar, orang tua", en: "Students, parents"),
      LocalizedText(id: "grup WA, radio", en: "WhatsApp groups, radio"),
    ])
    for language in Language.allCases {
      let request = try await sent(notice(campaign: campaign)) { send in
        ChatReceiver(
          name: "c",
          style: .slack,
          url: "https://c.example",
          language: language,
          lexicon: lexicon,
          send: send
        )
      }
      let text = String(decoding: request.body, as: UTF8.self)
      let expected =
        language == .en ? ["Students, parents", "WhatsApp groups, radio"] : ["Pelajar, orang tua", "grup WA, radio"]
      for part in expected + ["report.example"] { #expect(text.contains(part), "\(text)") }
    }
  }

  @Test func `Slack, Discord and apprise get their own shapes`() async throws {
    for (style, key) in [(ChatReceiver.Style.slack, "text"), (.discord, "content"), (.apprise, "body")] {
      let request = try await sent(notice(resolved: true), chat(style, .en))
      let object = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: Any])
      let body = object.compactMapValues { $0 as? String }
      #expect(body[key]?.contains("One wave, 2 posts, 2 sources, since 08:00") == true)
      #expect(body[key]?.contains("The house always wins.") == false, "nothing to say when it is over")
      if style == .apprise { #expect(body["type"] == "success" && body["title"]?.hasPrefix("Resolved") == true) }
    }
  }

  @Test func `Alertmanager gets an end only when it is over`() async throws {
    for resolved in [false, true] {
      let request = try await sent(notice(resolved: resolved)) {
        AlertmanagerReceiver(name: "am", url: "http://127.0.0.1:9093/", send: $0)
      }
      #expect(request.url == "http://127.0.0.1:9093/api/v2/alerts")
      let alert = try #require((try JSONSerialization.jsonObject(with: request.body) as? [[String: Any]])?.first)
      #expect(alert["endsAt"] as? String == (resolved ? "2026-11-24T01:00:00Z" : nil))
      #expect((alert["labels"] as? [String: String])?["alertname"] == "stop-judol")
    }
  }

  @Test func `what strangers wrote is no markup and calls nobody`() async throws {
    let hostile = "<b>@channel</b> & <!channel> <a href='x'>slot gacor maxwin hari ini</a> @everyone daftar"
    let message = try notice([hostile, hostile + " lagi"])
    func text(_ style: ChatReceiver.Style, _ key: String) async throws -> String {
      let request = try await sent(message, chat(style, .id))
      let object = try JSONSerialization.jsonObject(with: request.body) as? [String: Any]
      return try #require(object?[key] as? String)
    }
    let telegram = try await text(.telegram(chat: "1"), "text")
    #expect(telegram.contains("&lt;b&gt;@channel&lt;/b&gt; &amp; &lt;!channel&gt;"))
    #expect(!telegram.contains("<a"))
    let slack = try await text(.slack, "text")
    #expect(slack.contains("&lt;!channel&gt;") && !slack.contains("@channel") && !slack.contains("@everyone"))
    #expect(slack.contains("@\u{200B}channel"))
    #expect(try await text(.discord, "content").contains("<!channel>"))
    let discord = try await sent(message, chat(.discord, .id))
    #expect(String(decoding: discord.body, as: UTF8.self).contains(#""allowed_mentions":{"parse":[]}"#))
  }

  @Test func `what is too long for Telegram goes out whole in its tags, or as plain text`() async throws {
    var campaign = Campaign.stopJudol(posts: 1)
    for length in [100, 5000] {
      campaign.response.message = LocalizedText(id: String(repeating: "<&>", count: length), en: "")
      let request = try await sent(notice(campaign: campaign), chat(.telegram(chat: "1"), .id))
      let body = try #require(try JSONSerialization.jsonObject(with: request.body) as? [String: String])
      let text = try #require(body["text"])
      #expect(text.count <= 4096)
      if length == 100 {
        #expect(body["parse_mode"] == "HTML" && text.contains("&lt;&amp;&gt;"))
      } else {
        #expect(body["parse_mode"] == nil && text.contains("<&><&>") && !text.contains("&lt;"))
      }
    }
  }

  @Test func `a brief goes to every chat within its limit`() async throws {
    // Styled letters are two UTF-16 units each.
    let long = try brief(String(repeating: "kata 𝐆𝐀𝐂𝐎𝐑 ", count: 2000))
    for (style, key) in [(ChatReceiver.Style.telegram(chat: "1"), "text"), (.slack, "text"), (.discord, "content")] {
      let request = try await sent(long, chat(style, .id))
      let object = try JSONSerialization.jsonObject(with: request.body) as? [String: Any]
      let text = try #require(object?[key] as? String)
      #expect(text.hasPrefix("Ringkasan mingguan\nkata") && text.hasSuffix("…") && text.utf16.count <= 4096)
      #expect(object?["parse_mode"] == nil)
    }
  }
}
