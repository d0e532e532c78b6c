import Campaigns
import Foundation
import Localization
import Notifications
import Synchronization
import Testing

/// How notices are worded.
struct TemplateTests {
  private func problem(_ text: String) -> String? {
    do throws(TemplateError) {
      _ = try NoticeTemplate(text, file: "t.mustache")
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("{{title}}\n{{mesage}}", "t.mustache:2:1: no notice has `mesage`"),
    ("{{#waves}}{{line}}", "t.mustache:1:"), ("{{#waves}}\n{{line}}\n{{/wave}}", "t.mustache:3:"),
    ("a {{title", "t.mustache:1:"), ("x {{{ massage }}}", "t.mustache:1:3: no notice has `massage`"),
  ])
  func `a bad template is refused with its place`(text: String, beginning: String) throws {
    let found = try #require(problem(text))
    #expect(found.hasPrefix(beginning), "\(found)")
  }

  @Test func `a good one is taken`() {
    #expect(problem("{{! a remark }}{{title}}\n{{#waves}}{{line}}{{/waves}}{{^waves}}-{{/waves}}{{{link}}}") == nil)
  }

  @Test(arguments: [Language.id, .en])
  func `a receiver's own template, escaped for its channel however it asks`(language: Language) async throws {
    let template = try NoticeTemplate(
      "{{campaign}}\n{{#waves}}{{{template}}}|{{template}}\n{{/waves}}{{label.message}}: {{message}}{{pillar}}",
      file: "t"
    )
    let box = Mutex<Data?>(nil)
    let receiver = ChatReceiver(
      name: "chat",
      style: .telegram(chat: "1"),
      url: "https://chat.example",
      language: language,
      template: template
    ) { request in
      box.withLock { $0 = request.body }
      return WebhookReply(status: 200)
    }
    _ = await receiver.deliver(
      try notice(["<i>satu</i> dua tiga empat lima", "<i>satu</i> dua tiga empat enam"]),
      now: Date()
    )
    let body = try #require(box.withLock { $0 })
    let object = try JSONSerialization.jsonObject(with: body) as? [String: String]
    let wave = "&lt;i&gt;satu&lt;/i&gt; dua tiga empat …"
    let rest = language == .id ? "Pesan: Judi pasti rugi.Aman Digital" : "Message: The house always wins.Digital safety"
    #expect(object?["text"] == "stop-judol\n\(wave)|\(wave)\n\(rest)")
  }
}
