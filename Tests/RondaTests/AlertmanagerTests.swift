import Foundation
import Testing

/// A real Prometheus Alertmanager, started by the test, takes the daemon's alerts.
@Suite("ronda watch with Alertmanager")
struct AlertmanagerTests {
  private static let program = "/usr/bin/prometheus-alertmanager"
  private static let address = "127.0.0.1:19093"

  @Test("an alert stands in Alertmanager with its labels and the message")
  func peer() async throws {
    guard FileManager.default.isExecutableFile(atPath: Self.program) else {
      return print("skipped: prometheus-alertmanager is not installed")
    }
    let town = try Town()
    defer { town.close() }
    let file = town.folder.appending(path: "alertmanager.yml")
    try "route: {receiver: none}\nreceivers: [{name: none}]\n".write(to: file, atomically: true, encoding: .utf8)
    let peer = Process()
    peer.executableURL = URL(fileURLWithPath: Self.program)
    peer.arguments = [
      "--config.file=\(file.path)", "--storage.path=\(town.folder.path)/am", "--cluster.listen-address=",
      "--web.listen-address=\(Self.address)",
    ]
    peer.standardError = FileHandle.nullDevice
    try peer.run()
    defer {
      peer.terminate()
      peer.waitUntilExit()
    }
    try town.reconfigure(
      "  - {name: archive",
      "  - {name: am, type: alertmanager, url: \"http://\(Self.address)\"}\n  - {name: archive"
    )
    town.say("c1", "situs slot gacor, daftar sekarang")
    town.say("c2", "slot gacor maxwin, cek bio")
    #expect(await town.wait { Self.alerts() != nil }, "Alertmanager must be up")
    let daemon = try town.start()
    #expect(await town.wait(seconds: 30) { Self.alerts()?.isEmpty == false })
    let alert = try #require(Self.alerts()?.first)
    let labels = try #require(alert["labels"] as? [String: String])
    #expect(labels["alertname"] == "judi" && labels["category"] == "gambling")
    #expect((alert["annotations"] as? [String: String])?["message_id"]?.isEmpty == false)
    daemon.terminate()
    daemon.waitUntilExit()
  }

  private static func alerts() -> [[String: Any]]? {
    let curl = Process()
    curl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    curl.arguments = ["curl", "-s", "--noproxy", "*", "http://\(address)/api/v2/alerts"]
    let output = Pipe()
    curl.standardOutput = output
    guard (try? curl.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    curl.waitUntilExit()
    return (try? JSONSerialization.jsonObject(with: data)) as? [[String: Any]]
  }
}
