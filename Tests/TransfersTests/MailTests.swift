import Foundation
import LoopbackServer
import Testing

@testable import Transfers

/// Mail handed to a server on loopback. TLS and a real server: `MailPeerTests` of the daemon.
struct MailTests {
  private func request(_ server: LoopbackMailServer, _ text: String = "Subject: a\r\n\r\nhalo\r\n") -> MailRequest {
    MailRequest(
      url: server.url,
      sender: "ronda@desk.example",
      recipients: ["ani@desk.example", "budi@desk.example"],
      message: Array(text.utf8),
      security: .none
    )
  }

  private func failure(
    of request: MailRequest,
    _ configure: (inout TransferConfiguration) -> Void = { _ in }
  ) async throws -> TransferError? {
    let engine = try loopbackEngine(configure)
    defer { Task { await engine.shutdown() } }
    do throws(TransferError) {
      try await engine.send(request)
      return nil
    } catch {
      return error
    }
  }

  @Test func messagesArriveAsTheyAre() async throws {
    let server = try LoopbackMailServer()
    defer { server.stop() }
    // Lines with dots at their start, a long one, one message twice, and a large one.
    let texts = [
      "Subject: a\r\n\r\n.\r\n..x\r\n\(String(repeating: "y", count: 900))\r\n", "Subject: a\r\n\r\nsama\r\n",
      "Subject: a\r\n\r\nsama\r\n", "Subject: b\r\n\r\n" + String(repeating: "0123456789\r\n", count: 40_000),
    ]
    let engine = try loopbackEngine()
    for text in texts { try await engine.send(request(server, text)) }
    await engine.shutdown()
    #expect(server.mails.map(\.message) == texts)
    #expect(server.mails.allSatisfy { $0.sender == "ronda@desk.example" })
    #expect(server.mails.allSatisfy { $0.recipients == ["ani@desk.example", "budi@desk.example"] })
  }

  @Test func aServerWithoutTLSGetsNothing() async throws {
    let server = try LoopbackMailServer()
    defer { server.stop() }
    var mail = request(server)
    mail.security = .required
    mail.login = .init(user: "ronda", password: "s3cret")
    let error = try await failure(of: mail)
    #expect(error?.reason == .tls)
    #expect(error?.message.contains("no STARTTLS") == true)
    #expect(server.mails.isEmpty)
    #expect(!server.commands.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
  }

  @Test func theGuardHoldsForMail() async throws {
    let server = try LoopbackMailServer()
    defer { server.stop() }
    let error = try await failure(of: request(server)) { $0.allowedPrivateNetworks = [] }
    #expect(error?.reason == .refusedAddress)
    #expect(server.commands.isEmpty)
  }

  @Test(arguments: [
    ("RCPT TO:<budi", "550 unknown"), ("DATA", "452 no room"), ("AUTH", "535 no"), ("MAIL", "451 later"),
  ])
  func aRefusalIsAFailure(command: String, reply: String) async throws {
    let server = try LoopbackMailServer(replies: [command: reply])
    defer { server.stop() }
    var mail = request(server)
    mail.login = .init(user: "ronda", password: "s3cret")
    let error = try #require(try await failure(of: mail))
    #expect(server.mails.isEmpty)
    #expect(!error.description.contains("s3cret"))
    #expect(error.url == server.url + "/")
    if command == "AUTH" { #expect(error.message.hasSuffix("Check the files with user and password.")) }
  }

  @Test(arguments: [
    ("smtp://mail.example:587", MailRequest.Security.required, nil),
    ("smtps://mail.example", .required, nil), ("smtp://127.0.0.1:25", .none, nil), ("smtp://[::1]", .none, nil),
    ("smtp://mail.example", .none, "loopback"), ("smtp://10.0.0.1", .none, "loopback"),
    ("smtp://localhost", .none, "loopback"),
    ("https://mail.example", .required, "no mail server"), ("mail.example", .required, "no mail server"),
    ("smtps://ronda:s3cret@mail.example", .required, "in files"),
  ])
  func servers(url: String, security: MailRequest.Security, part: String?) {
    let problem = MailRequest.problem(url: url, security: security)
    #expect(part.map { problem?.contains($0) == true } ?? (problem == nil), "\(problem ?? "nothing")")
    #expect(problem?.contains("s3cret") != true)
  }

  @Test(arguments: ["", "ani", "ani@", "@x", "a b@x", "a@x\r\nRCPT TO:<b@x>", "<a@x>", "a@b@c", "ä@x", "a,b@x"])
  func noAddress(text: String) async throws {
    #expect(!MailRequest.isAddress(text))
    var mail = MailRequest(url: "smtps://mail.example", sender: "a@x", recipients: [text], message: [])
    #expect(try await failure(of: mail)?.reason == .invalidRequest)
    (mail.sender, mail.recipients) = (text, ["a@x"])
    #expect(try await failure(of: mail)?.reason == .invalidRequest)
  }
}
