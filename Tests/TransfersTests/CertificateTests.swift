import Foundation
import Glibc
import Testing

@testable import Transfers

private let openssl = "/usr/bin/openssl"

/// Against the TLS test server of the openssl program.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: openssl), "needs \(openssl)"), .timeLimit(.minutes(1)))
struct CertificateTests {
  @Test func aPrivateAuthorityIsTrustedOnlyWhenConfigured() async throws {
    let server = try TLSServer()
    defer { server.stop() }

    let ordinary = try loopbackEngine()
    let error = await failure(of: ordinary, TransferRequest(url: server.url(host: "127.0.0.1")))
    #expect(error?.reason == .tls)
    #expect(error?.message.hasSuffix("configure its certificate file.") == true)
    await ordinary.shutdown()

    let trusting = try loopbackEngine { $0.certificateFile = server.certificateFile }
    let response = try await trusting.send(TransferRequest(url: server.url(host: "127.0.0.1")))
    #expect(response.status == 200)
    #expect(await failure(of: trusting, TransferRequest(url: server.url(host: "other.localhost")))?.reason == .tls)
    await trusting.shutdown()
  }
}

/// A throw-away certificate for 127.0.0.1 and a server that shows it.
private final class TLSServer {
  let certificateFile: String
  private let folder: URL
  private let process = Process()
  private let port: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ronda-tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificateFile = folder.appendingPathComponent("cert.pem").path
    let keyFile = folder.appendingPathComponent("key.pem").path
    let creation = Process()
    creation.executableURL = URL(fileURLWithPath: openssl)
    creation.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
      "-subj", "/CN=ronda test", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", keyFile, "-out", certificateFile,
    ]
    creation.standardError = FileHandle.nullDevice
    try creation.run()
    creation.waitUntilExit()

    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: openssl)
    process.arguments = ["s_server", "-www", "-accept", "127.0.0.1:0", "-cert", certificateFile, "-key", keyFile]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    port = Self.readPort(output.fileHandleForReading)
  }

  func url(host: String) -> String { "https://\(host):\(port)/" }

  func stop() {
    kill(process.processIdentifier, SIGKILL)  // other signals are blocked in children of a dispatch thread
    try? FileManager.default.removeItem(at: folder)
  }

  /// From the line "ACCEPT 127.0.0.1:41234".
  private static func readPort(_ output: FileHandle) -> String {
    var text = ""
    while true {
      let data = output.availableData
      text += String(decoding: data, as: UTF8.self)
      for line in text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1) where line.hasPrefix("ACCEPT") {
        return String(line.split(separator: ":").last ?? "")
      }
      if data.isEmpty { return "" }
    }
  }
}
