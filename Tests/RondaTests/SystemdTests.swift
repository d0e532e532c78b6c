import Foundation
import Testing

/// What systemd hears; Python plays its part.
@Suite("ronda watch under systemd")
struct SystemdTests {
  private static let listener = """
    import socket, sys
    s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.bind(sys.argv[1]); s.settimeout(120)
    open(sys.argv[2], "w").close()
    while True:
      open(sys.argv[2], "a").write(s.recv(99).decode() + "\\n")
    """

  @Test("says that it is ready, then that it is alive")
  func notify() async throws {
    let town = try Town()
    defer { town.close() }
    let heard = town.folder.appending(path: "heard")
    // Socket names are short: not in the town's long folder.
    let socket = "/tmp/ronda-\(UInt32.random(in: .min ... .max))"
    defer { try? FileManager.default.removeItem(atPath: socket) }
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", Self.listener, socket, heard.path]
    try python.run()
    defer { python.terminate() }
    guard await town.wait(seconds: 10, { FileManager.default.fileExists(atPath: heard.path) }) else {
      return print("skipped: no python3 to play systemd")
    }
    let daemon = try town.start(environment: ["NOTIFY_SOCKET": socket, "WATCHDOG_USEC": "60000000"])
    func lines() -> [Substring] {
      ((try? String(contentsOf: heard, encoding: .utf8)) ?? "").split(separator: "\n")
    }
    #expect(await town.wait(seconds: 60) { lines().count { $0 == "WATCHDOG=1" } >= 2 })
    #expect(lines().contains("READY=1"))
    daemon.terminate()
    daemon.waitUntilExit()
    #expect(daemon.terminationStatus == 0)
  }
}
