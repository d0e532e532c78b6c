import CampaignFixtures
import Campaigns
import Dashboard
import Foundation
import Storage
import Synchronization
import Testing

@Suite("who may ask")
struct GatekeeperTests {
  @Test(
    "only our own names and addresses are served",
    arguments: [
      ("127.0.0.1:8085", 200), ("localhost", 200), ("[::1]:8085", 200), ("ronda.example", 200), ("10.0.0.7:8085", 200),
      ("evil.example:8085", 421), ("127.0.0.1.evil.example", 421), ("", 421),
    ]
  )
  func hosts(_ host: String, _ status: Int) async throws {
    let desk = try await Desk()
    #expect(await desk.get("/-/healthy", headers: ["host": host]).status == status)
  }

  @Test(
    "pages of another origin change nothing",
    arguments: [
      (["origin": "http://evil.example"], 403), (["origin": "null"], 403),
      (["sec-fetch-site": "cross-site"], 403), (["sec-fetch-site": "same-site"], 403),
      (["origin": "http://127.0.0.1:9000"], 403), (["origin": "http://127.0.0.1:8085"], 200),
      (["origin": "https://ronda.example"], 200), ([:], 200),
    ]
  )
  func origins(_ headers: [String: String], _ status: Int) async throws {
    let reloads = Mutex(0)
    let desk = try await Desk(reload: {
      reloads.withLock { $0 += 1 }
      return nil
    })
    #expect(await desk.post("/-/reload", "", headers: headers).status == status)
    #expect(reloads.withLock { $0 } == (status == 200 ? 1 : 0))
  }

  @Test("with a token nothing is answered without it")
  func token() async throws {
    let desk = try await Desk(token: "kunci-rahasia")
    let basic = Data("desk:kunci-rahasia".utf8).base64EncodedString()
    for path in ["/", "/metrics", "/v1/posts", "/-/healthy", "/style.css"] {
      #expect(await desk.get(path).status == 401)
      #expect(await desk.get(path, headers: ["authorization": "Bearer salah"]).status == 401)
      #expect(await desk.get(path, headers: ["authorization": "Bearer kunci-rahasia"]).status == 200)
      #expect(await desk.get(path, headers: ["authorization": "Basic \(basic)"]).status == 200)
    }
  }

  @Test("who is refused in a browser reads why, in both languages; programs get a problem")
  func refusals() async throws {
    let desk = try await Desk(token: "kunci-rahasia")
    let browser = ["accept": "text/html,application/xhtml+xml,*/*;q=0.8"]
    let asked = await desk.get("/", headers: browser)
    #expect(asked.status == 401 && asked.headers["WWW-Authenticate"]?.hasPrefix("Basic") == true)
    #expect(asked.text.contains("<html lang=\"id\">") && asked.text.contains("Perlu token."))
    #expect(asked.text.contains("<p lang=\"en\">A token is needed."))
    let lost = await desk.get("/", headers: browser.merging(["host": "evil.example"]) { $1 })
    #expect(lost.status == 421 && lost.text.contains("bukan alamat Ronda") && lost.text.contains("external_url"))
    let token = ["authorization": "Bearer kunci-rahasia", "origin": "http://evil.example"]
    let foreign = await desk.post("/-/reload", "", headers: browser.merging(token) { $1 })
    #expect(foreign.status == 403 && foreign.text.contains("situs lain"))
    let program = await desk.get("/", headers: ["accept": "*/*"])
    #expect(program.status == 401 && (program.object["title"] as? String)?.hasPrefix("a token is needed") == true)
  }

  @Test("a form without the page's token does nothing; with it the order reaches the alert")
  func forms() async throws {
    let desk = try await Desk()
    try await desk.store([.promotion("1")])
    let alert = try #require(try await desk.store.alerts(limit: 1).first)
    let path = "/alerts/\(alert.id)/acknowledge"
    #expect(await desk.send(form: ["by": "Sari", "form_token": "tebakan"], to: path).status == 403)
    #expect(await desk.send(form: ["by": "Sari"], to: path).status == 403)
    try await desk.ledger.commit(Batch(), now: Desk.now)
    #expect(try await desk.store.alert(alert.id)?.state == .firing)
    let page = await desk.get("/alerts/\(alert.id)").text
    let token = String(try #require(page.firstMatch(of: /name="form_token" value="([^"]+)"/)).1)
    #expect(await desk.send(form: ["by": "", "form_token": token], to: path).status == 400)
    let answer = await desk.send(form: ["by": "Sari & Budi", "note": "1+1", "form_token": token], to: path)
    #expect(answer.status == 303 && answer.headers["Location"] == "/alerts/\(alert.id)?done=1")
    try await desk.ledger.commit(Batch(), now: Desk.now)
    let acknowledgement = try await desk.store.alert(alert.id)?.acknowledgement
    #expect(acknowledgement?.by == "Sari & Budi" && acknowledgement?.note == "1+1")
    let silence = ["by": "Sari", "hours": "2", "form_token": token]
    #expect(await desk.send(form: silence, to: "/alerts/\(alert.id)/silence").status == 303)
    #expect(try await desk.store.silences(now: Desk.now).first?.mutes(alert, now: Desk.now) == true)
    #expect(
      await desk.send(form: ["by": "Sari", "form_token": token], to: "/alerts/\(alert.id)/resolve").status == 303
    )
    try await desk.ledger.commit(Batch(), now: Desk.now)
    #expect(try await desk.store.alert(alert.id)?.state == .resolved)
  }
}

extension ListenAddress {
  @Suite("addresses to listen on")
  struct Tests {
    @Test(arguments: ["127.0.0.1:8085", "[::1]:0", "0.0.0.0:80"])
    func read(_ text: String) { #expect(ListenAddress(text)?.description == text) }

    @Test(arguments: ["localhost:80", "127.0.0.1", "127.0.0.1:99999", "::1:80", "127.1:80", ""])
    func refused(_ text: String) { #expect(ListenAddress(text) == nil) }
  }
}
