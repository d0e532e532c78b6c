import Foundation
import LoopbackServer
import Testing

/// What the desk gets from the daemon: mail, a feed, briefs; and what it asks of the store.
@Suite("ronda watch for a desk", .serialized)
struct DeskReceiverTests {
  private func speak(_ town: Town) {
    town.say(
      "c1",
      "makasih banyak situs slot gacor pulau88 hari ini dapat dua juta dari modal receh, wa 0812-3456-7890"
    )
    town.say("c2", "makasih banyak situs slot gacor zeus77 hari ini dapat dua juta dari modal receh, wa 0812-3456-7890")
  }

  @Test("an alert reaches a real mail server over STARTTLS with a login, and reads well there")
  func mailPeer() async throws {
    let town = try Town()
    defer { town.close() }
    guard let peer = try MailPeer(town.folder) else { return }
    defer { peer.stop() }
    try "ronda\n".write(to: town.folder.appending(path: "user"), atomically: true, encoding: .utf8)
    try "sandi rahasia\n".write(to: town.folder.appending(path: "password"), atomically: true, encoding: .utf8)
    try "sandi lama\n".write(to: town.folder.appending(path: "wrong"), atomically: true, encoding: .utf8)
    try town.reconfigure("network: {", "network: {ca_file: cert.pem, ")
    try town.reconfigure(
      "  - {name: archive",
      """
        - {name: surel, type: mail, server: "smtp://127.0.0.1:\(peer.port)", from: ronda@desk.example, to: [ani@desk.example],
           user_file: user, password_file: password}
        - {name: lupa, type: mail, server: "smtp://127.0.0.1:\(peer.port)", from: lupa@desk.example, to: [ani@desk.example],
           user_file: user, password_file: wrong}
        - {name: archive
      """
    )
    #expect(await town.wait { peer.isReady })
    speak(town)
    let daemon = try town.start()
    #expect(await town.wait(seconds: 30) { !peer.mails.isEmpty })
    #expect(
      await town.wait(seconds: 30) { (try? town.log().contains("Check the files with user and password")) == true }
    )
    daemon.terminate()
    daemon.waitUntilExit()
    let mail = try #require(peer.mails.first)
    #expect(mail.sender == "ronda@desk.example" && mail.recipients == ["ani@desk.example"])
    #expect(mail.defects.isEmpty, "\(mail.defects)")
    #expect(mail.headers["subject"]?.hasPrefix("Peringatan [sedang] judi · Promosi judi daring") == true)
    #expect(mail.headers["from"] == "Ronda <ronda@desk.example>" && mail.headers["auto-submitted"] == "auto-generated")
    let text = try #require(mail.parts["text/plain"])
    #expect(text.contains("Satu gelombang, 2 kiriman") && text.contains("Pesan: Judi daring dirancang"))
    #expect(try #require(mail.parts["text/html"]).contains("Satu gelombang"))
    for part in mail.parts.values { #expect(!part.contains("0812-3456")) }
    #expect(peer.mails.allSatisfy { $0.sender == "ronda@desk.example" })
    #expect(try !town.log().contains("sandi"))
  }

  @Test("a receiver that answered 410 is asked again after a reload; until then the log says that its messages wait")
  func goneReceiver() async throws {
    let town = try Town()
    defer { town.close() }
    (town.failures, town.failure) = (1, 410)
    speak(town)
    let daemon = try town.start()
    defer { daemon.terminate() }
    #expect(await town.wait { (try? town.log().contains("its messages wait")) == true })
    #expect(town.deliveries.count == 1)
    kill(daemon.processIdentifier, SIGHUP)
    #expect(await town.wait { town.deliveries.count == 2 })
    #expect(Set(town.deliveries.map(\.id)).count == 1)
  }

  @Test("mail over loopback, a feed, a brief's report, a new key: beside the running daemon")
  func desk() async throws {
    let town = try Town()
    defer { town.close() }
    let server = try LoopbackMailServer()
    defer { server.stop() }
    try "{{campaign}} sekarang\n{{extent}}\n".write(
      to: town.folder.appending(path: "surat.mustache"),
      atomically: true,
      encoding: .utf8
    )
    try town.reconfigure(
      "  - {name: archive",
      """
        - {name: surel, type: mail, server: "\(server.url)", security: none, from: a@desk.example, to: [b@desk.example],
           template: surat.mustache, language: en, rate_limit: 20/minute}
        - {name: umpan, type: atom, path: alerts.atom, entries: 5}
        - {name: archive
      """
    )
    speak(town)
    let daemon = try town.start()
    #expect(await town.alert() != nil)
    #expect(await town.wait { !server.mails.isEmpty })
    #expect(server.mails.first?.message.contains("Subject: judi sekarang\r\n") == true)
    #expect(await town.wait { (try? town.run(["feed", "parse", "alerts.atom"]).code) == 0 })
    let feed = try town.run(["feed", "parse", "alerts.atom"]).output
    #expect(feed.contains("Peringatan [sedang] judi") && !feed.contains("0812-3456"))

    let report = try town.run(["report", "--since", "1d", "--lang", "id"])
    #expect(report.code == 0)
    #expect(report.output.contains("| Promosi judi daring | 2 | – | – |"), "\(report)")
    #expect(report.output.contains("2 kiriman, 1 sumber") && !report.output.contains("0812-3456"))
    #expect(report.output.contains("page (belum pernah terbaca"), "a source that is no feed is named")
    #expect(try town.run(["report", "--format", "html"]).output.hasPrefix("<!DOCTYPE html>"))
    let figures = try town.run(["report", "--format", "json", "--audience", "leadership"]).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(figures.utf8)) as? [String: Any])
    #expect(object["audience"] as? String == "leadership" && object["judged"] as? Int == 2)
    #expect(try town.run(["report", "--since", "soon"]).code == 2)

    let rotation = try town.run(["privacy", "key", "rotate"])
    #expect(rotation.output.hasPrefix("ended=2 "), "\(rotation)")
    town.say("c3", "makasih banyak situs slot gacor raja55 hari ini dapat dua juta dari modal receh, link di bio")
    #expect(await town.wait { (try? town.log().contains("found=1")) == true })
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(daemon.terminationStatus == 0)
    #expect(try !town.log().contains(" error ronda"))
  }
}
