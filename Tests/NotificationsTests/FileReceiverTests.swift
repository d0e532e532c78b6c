import Campaigns
import Foundation
import Notifications
import Testing

@Suite("Alerts in a file")
struct FileReceiverTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "alerts-\(UUID().uuidString).ndjson").path
  private let now = Date(timeIntervalSince1970: 0)

  private func deliver(_ id: String) async -> DeliveryOutcome {
    let message = OutboxMessage(id: id, receiver: "file", payload: Data("{\n\"n\":1}".utf8), attempt: 1)
    return await FileReceiver(name: "file", path: path).deliver(message, now: now)
  }

  private var lines: [String] {
    get throws { try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init) }
  }

  @Test("one line an alert, and the same alert once, even from a new process")
  func once() async throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    for id in ["a", "b", "a", "b", "c"] { #expect(await deliver(id) == .delivered) }
    #expect(try lines == ["a", "b", "c"].map { "{\"id\":\"\($0)\",\"alert\":{ \"n\":1}}" })
  }

  @Test("a line that a crash tore is taken back and written again")
  func torn() async throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = await deliver("a")
    let torn = try String(contentsOfFile: path, encoding: .utf8) + "{\"id\":\"b\",\"ale"
    try torn.write(toFile: path, atomically: false, encoding: .utf8)
    #expect(await deliver("b") == .delivered)
    #expect(try lines.count == 2)
    #expect(try lines.allSatisfy { try JSONSerialization.jsonObject(with: Data($0.utf8)) is [String: Any] })
  }

  @Test("somebody else's unfinished line is kept")
  func foreign() async throws {
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "catatan tangan".write(toFile: path, atomically: false, encoding: .utf8)
    #expect(await deliver("a") == .delivered)
    #expect(try lines.first == "catatan tangan")
    #expect(try lines.count == 2)
  }

  @Test("a path that can't be written fails with a reason and is tried again")
  func unwritable() async {
    let receiver = FileReceiver(name: "file", path: "/nonexistent/alerts.ndjson")
    let message = OutboxMessage(id: "a", receiver: "file", payload: Data(), attempt: 1)
    guard case .failed(let reason, _) = await receiver.deliver(message, now: now) else {
      return #expect(Bool(false), "must fail")
    }
    #expect(reason.contains("/nonexistent/alerts.ndjson"))
  }
}
