import CampaignFixtures
import Campaigns
import Foundation
import Localization
import Synchronization
import Testing

@testable import Notifications

/// Messages as mail programs read them.
struct MailTests {
  private func mail(_ message: OutboxMessage, language: Language = .id) async throws -> String {
    let box = Mutex<[UInt8]>([])
    let receiver = MailReceiver(
      name: "surel",
      from: "ronda@desk.example",
      to: ["ani@desk.example", "budi@desk.example"],
      language: language,
      timeZone: makassar
    ) { message in box.withLock { $0 = message } }
    #expect(await receiver.deliver(message, now: midnight + 61) == .delivered)
    return String(decoding: box.withLock { $0 }, as: UTF8.self)
  }

  private func parts(_ mail: String) throws -> [String] {
    let boundary = try #require(mail.firstMatch(of: /boundary="([^"]+)"/)?.1)
    return mail.split(separator: "--\(boundary)").dropFirst().prefix(2).compactMap { part in
      let body = part.split(separator: "\r\n\r\n", maxSplits: 1).last ?? ""
      return Data(base64Encoded: String(body), options: .ignoreUnknownCharacters).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  @Test func `headers and both parts`() async throws {
    let message = try notice()
    let text = try await mail(message)
    let head = try #require(text.split(separator: "\r\n\r\n").first)
    #expect(head.contains("From: Ronda <ronda@desk.example>\r\nTo: ani@desk.example,\r\n budi@desk.example\r\n"))
    #expect(head.contains("Date: Tue, 24 Nov 2026 00:01:01 +0000\r\nMessage-ID: <\(message.id)@desk.example>\r\n"))
    #expect(!head.contains("References"))
    let parts = try parts(text)
    #expect(parts[0].contains("Pesan: Judi pasti rugi.") && parts[0].contains("sejak 08:00"))
    #expect(parts[1].contains("<strong>Judi pasti rugi.</strong>"))
    #expect(parts[1].contains("pulauwin77[.]example") && parts[1].contains("hubungi wa ••••-••••-•890"))
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 128 } })
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func `the same message at every attempt, and one thread an alert`() async throws {
    let (first, end) = (try notice(), try notice(resolved: true))
    let mails = [try await mail(first), try await mail(first), try await mail(end)]
    #expect(mails[0] == mails[1])
    let id = first.id.dropLast(2)
    #expect(mails[2].contains("Message-ID: <\(id)-2@desk.example>"))
    #expect(mails[2].contains("References: <\(id)-1@desk.example>"))
  }

  @Test func `strangers' words stay words in HTML`() async throws {
    let parts = try parts(
      try await mail(try notice(["<script>alert(1)</script> slot gacor", "<script>alert(1)</script> slot maxwin"]))
    )
    #expect(parts[1].contains("&lt;script&gt;") && !parts[1].contains("<script>"))
    #expect(parts[0].contains("<script>"), "plain text is plain")
  }

  @Test func `a brief brings its own page`() async throws {
    let text = try await mail(try brief(html: "<!DOCTYPE html><p>dua belas</p>"))
    #expect(try parts(text) == ["# Ringkasan\n\n12 kiriman", "<!DOCTYPE html><p>dua belas</p>"])
    #expect(text.contains("Subject: Ringkasan mingguan\r\n"))
    #expect(text.contains("Message-ID: <brief-meja-2026-11-23@desk.example>"))
  }

  @Test func `any text comes back from a header, on short lines that add none`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let scalars = (0..<Int.random(in: 0...90, using: &random)).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: Bool.random(using: &random) ? 0...0x7F : 0...0x1FFFF, using: &random))
      }
      let text = String(String.UnicodeScalarView(scalars))
      let header = EncodedWord.header(text)
      let lines = header.replacing("\r\n ", with: "\u{1}").split(separator: "\u{1}", omittingEmptySubsequences: false)
      #expect(!header.replacing("\r\n ", with: "").unicodeScalars.contains { $0.value < 0x20 || $0.value >= 0x7F })
      #expect(lines.allSatisfy { $0.utf8.count <= 75 })
      let decoded = lines.map { line in
        guard line.hasPrefix("=?UTF-8?B?") else { return String(line) }
        let base64 = String(line.dropFirst(10).dropLast(2))
        return Data(base64Encoded: base64).flatMap { String(data: $0, encoding: .utf8) } ?? "broken"
      }.joined()
      let expected = text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
      #expect(Array(decoded.unicodeScalars) == expected)
    }
  }
}
