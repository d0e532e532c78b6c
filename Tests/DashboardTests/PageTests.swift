import CampaignFixtures
import Campaigns
import Foundation
import GRDB
import Localization
import Storage
import Testing

@testable import Dashboard

@Suite("pages")
struct PageTests {
  private static let paths = ["/", "/alerts", "/sources", "/indicators", "/categories"]

  /// A desk with an alert, and a source that can't be seen.
  private func desk() async throws -> (Desk, Alert) {
    let desk = try await Desk()
    try await desk.store([
      .promotion("1", site: "<script>alert(1)</script>"), .promotion("2", source: "\"><img src=x>"),
    ])
    try await desk.store.save(
      SourceState(id: "buta", url: "http://x", consecutiveFailures: 3, reason: "the server refuses us (HTTP 403)")
    )
    return (desk, try #require(try await desk.store.alerts(limit: 1).first))
  }

  @Test("what people wrote is shown as text, in no page as markup; nothing is loaded from elsewhere")
  func escaped() async throws {
    let (desk, alert) = try await desk()
    for path in Self.paths + ["/alerts/\(alert.id)"] {
      let page = await desk.get(path)
      #expect(page.status == 200 && page.headers["Content-Type"]?.hasPrefix("text/html") == true)
      let text = page.text.lowercased()
      for markup in [
        "<script", "<img", "src=", "style=", "onclick", "@import", "<iframe", "<link rel=\"stylesheet\" href=\"http",
      ] {
        #expect(
          !text.replacing("&lt;script&gt;", with: "").contains(markup) || markup == "src=",
          "\(markup) in \(path)"
        )
      }
      for name in ["budi rahasia", "81234567890", "0812-3456-7890"] {
        #expect(!text.contains(name), "\(name) in \(path)")
      }
    }
    #expect(await desk.get("/alerts/\(alert.id)").text.contains("&lt;SCRIPT&gt;ALERT(1)&lt;/SCRIPT&gt;"))
  }

  @Test("every page has a language, a title, one heading, landmarks and a label for each field", arguments: paths)
  func accessible(_ path: String) async throws {
    let (desk, _) = try await desk()
    let page = await desk.get(path).text
    for part in [
      "<!DOCTYPE html>", "<html lang=\"id\">", "<title>", "<main id=\"content\">", "<header>", "<nav ", "<footer",
    ] {
      #expect(page.contains(part), "\(part) is missing in \(path)")
    }
    #expect(page.matches(of: #/<h1>/#).count == 1)
    #expect(page.matches(of: #/<table>/#).count == page.matches(of: #/<table><caption class="unseen">[^<]+</#).count)
    #expect(!page.contains("scope=\"col\"></th>"), "a column without a head in \(path)")
    let visible = page.matches(of: #/<input (?!type="hidden")/#).count
    #expect(page.matches(of: #/<label>[^<]+<input /#).count == visible)
    #expect(isBalanced(page), "tags of \(path) are not closed in order")
  }

  @Test("Indonesian first; English when asked, and from then on by the cookie")
  func languages() async throws {
    let (desk, _) = try await desk()
    #expect(await desk.get("/").text.contains("Peringatan terbuka"))
    let english = await desk.get("/?lang=en")
    #expect(english.text.contains("Open alerts") && english.text.contains("<html lang=\"en\">"))
    #expect(english.text.contains("The house always wins."))
    let cookie = try #require(english.headers["Set-Cookie"]?.split(separator: ";").first.map(String.init))
    #expect(await desk.get("/", headers: ["cookie": "a=b; \(cookie)"]).text.contains("Open alerts"))
    #expect(await desk.get("/?lang=xx").text.contains("Peringatan terbuka"))
  }

  @Test("the alert's page says what to do, by when, and what happened")
  func alert() async throws {
    let (desk, alert) = try await desk()
    let page = await desk.get("/alerts/\(alert.id)?lang=en").text
    for text in [
      "parents of teenagers", "whatsapp, radio", "The house always wins.", "https://report.example/konten",
      "Digital safety", "Report by", "firing", "first notice", "2 posts",
    ] {
      #expect(page.contains(text), "\(text) is missing")
    }
    let indonesian = await desk.get("/alerts/\(alert.id)").text
    for text in [">dibuka<", ">notifikasi pertama<", ">2 kiriman<", ">telepon<"] {
      #expect(indonesian.contains(text), "\(text) is missing")
    }
    #expect(await desk.get("/alerts/nothing").status == 404)
    #expect(await desk.get("/nowhere").status == 404)
  }

  @Test("what an alert took over from the lexicon is told in the page's language, a campaign's own words as they are")
  func response() async throws {
    let usual = try #require(try Desk.lexicon.get().categories.first { $0.source.id == "gambling" }).response
    var campaign = Campaign.stopJudol(posts: 1)
    campaign.response.audience = usual.audience.id
    campaign.response.channels = usual.channels.id.split(separator: ", ").map(String.init)
    let desk = try await Desk(campaign: campaign)
    try await desk.store([.promotion("1")])
    let (english, indonesian) = (await desk.get("/?lang=en").text, await desk.get("/").text)
    for text in [usual.audience, usual.channels] {
      #expect(english.contains("<dd>\(text.en)</dd>") && !english.contains("<dd>\(text.id)</dd>"))
      #expect(indonesian.contains("<dd>\(text.id)</dd>"))
    }
    #expect(english.contains("https://report.example/konten"))
  }

  @Test("blind sources stand first, with the reason; the overview counts them")
  func blind() async throws {
    let (desk, _) = try await desk()
    let page = await desk.get("/sources?lang=en").text
    let places = try ["buta", "baru", "forum"].map { try #require(page.range(of: ">\($0)</td>")).lowerBound }
    #expect(places == places.sorted())
    #expect(page.contains("the server refuses us (HTTP 403)"))
    #expect(await desk.get("/?lang=en").text.contains("1 blind source<"))
  }

  @Test("what belongs to no category is told in the page's language")
  func categories() async throws {
    let (desk, _) = try await desk()
    let (indonesian, english) = (await desk.get("/categories").text, await desk.get("/categories?lang=en").text)
    #expect(
      indonesian.contains("kata identitas yang berdiri sendiri") && english.contains("identity words on their own")
    )
    for category in try Desk.lexicon.get().categories {
      #expect(category.notInIt.allSatisfy { $0.id != $0.en && !english.contains($0.id) }, "\(category.name.en)")
    }
  }

  @Test("why a source is blind is told in the page's language; what the log says of it is marked as English")
  func reasons() async throws {
    let (desk, _) = try await desk()
    var state = SourceState(
      id: "buta",
      url: "http://x",
      consecutiveFailures: 3,
      reason: "the server refuses us (HTTP 403)"
    )
    state.notes.blindness = "blocked"
    try await desk.store.save(state)
    let page = await desk.get("/sources").text
    #expect(page.contains("server menolak kami (3 gagal beruntun)"))
    #expect(page.contains("<span lang=\"en\">the server refuses us (HTTP 403)</span>"))
  }

  @Test("everything that can happen to an alert has words in both languages")
  func events() {
    for language in Language.allCases {
      let words = DashboardWords(language: language)
      for id in Notice.allCases.map(\.rawValue) + Change.allCases.map(\.rawValue) + ["open"] {
        #expect(language == .en || words.event(id) != id, "\(id)")
      }
    }
    let words = DashboardWords(language: .id)
    #expect(words.detail("silence 3f2a", of: "muted") == "masa senyap 3f2a")
    #expect(words.detail("3 posts", of: "acknowledged") == "3 posts")
  }

  @Test("what is wrong with a form, or with the store, is told on a page in the reader's language")
  func failures() async throws {
    let (desk, alert) = try await desk()
    let refused = await desk.send(form: ["by": "Sari"], to: "/alerts/\(alert.id)/resolve")
    #expect(refused.status == 403 && refused.text.contains("Formulir ini sudah usang"))
    #expect(refused.text.contains("href=\"/alerts/\(alert.id)\""))
    try await DatabaseQueue(path: desk.directory + "/ronda.sqlite").write { try $0.execute(sql: "DROP TABLE alerts") }
    let broken = await desk.get("/alerts")
    #expect(broken.status == 503 && broken.text.contains("Hubungi pengelola"))
  }

  @Test("no path makes a link to another host")
  func doubleSlash() async throws {
    let page = await (try await desk().0).get("http://127.0.0.1:8085//evil.example/x")
    #expect(page.status == 404 && page.text.contains("href=\"/evil.example/x?lang=en\""))
    #expect(!page.text.contains("href=\"//"))
  }

  @Test("each cell of a table knows its head, for screens too narrow for columns")
  func narrow() async throws {
    let (desk, alert) = try await desk()
    for path in Self.paths + ["/alerts/\(alert.id)"] {
      let page = await desk.get(path).text
      #expect(page.matches(of: #/<td[ >]/#).count == page.matches(of: #/<td[^>]* data-head="/#).count, "\(path)")
    }
    #expect(await desk.get("/sources").text.contains("<td data-head=\"Sumber\">buta</td>"))
  }

  @Test("roles and severities are words of the page's language; a group without a region leaves no gap in the title")
  func words() async throws {
    let desk = try await Desk(campaign: .stopJudol(posts: 1, groupBy: [.category, .region]))
    var entry = JudgedEntry.promotion("1")
    entry.region = ""
    try await desk.store([entry])
    let alert = try #require(try await desk.store.alerts(limit: 1).first)
    let page = await desk.get("/alerts/\(alert.id)").text
    #expect(page.contains("<h1>stop-judol · Promosi judi daring</h1>") && page.contains("Tingkat: tinggi"))
    let waves = try await Desk(campaign: .stopJudol(posts: 1, groupBy: [.wave]))
    entry.fingerprint = WaveFingerprint(folded: "makasih banyak hari ini dapat dua juta dari modal receh")
    try await waves.store([entry])
    let wave = try #require(try await waves.store.alerts(limit: 1).first)
    let id = try #require(wave.groupLabels["wave"])
    #expect(await waves.get("/alerts/\(wave.id)").text.contains("<h1>stop-judol · gelombang \(id.prefix(6))</h1>"))
    #expect(await desk.get("/sources").text.contains(">komunitas, Berau<"))
    #expect(await desk.get("/sources?lang=en").text.contains(">community, Berau<"))
  }

  /// Whether every tag that needs an end has it, in order.
  private func isBalanced(_ page: String) -> Bool {
    let lonely: Set<Substring> = ["meta", "link", "input", "rect", "line", "!doctype"]
    var open: [Substring] = []
    for tag in page.lowercased().matches(of: #/<(\/?)([a-z0-9!]+)[^>]*?>/#) {
      if lonely.contains(tag.2) { continue }
      if tag.1.isEmpty { open.append(tag.2) } else if open.popLast() != tag.2 { return false }
    }
    return open.isEmpty
  }
}
