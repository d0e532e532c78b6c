import CampaignFixtures
import Campaigns
import Foundation
import HarmClassifier
import Storage
import Testing

@Suite("/metrics")
struct MetricsTests {
  private static let promtool = ["/usr/bin/promtool", "/usr/local/bin/promtool"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private func metrics(accept: String = "") async throws -> String {
    let desk = try await Desk()
    try await desk.store([.promotion("1"), .promotion("2")])
    try await desk.store.save(SourceState(id: "buta", url: "http://x", consecutiveFailures: 3, reason: "rahasia"))
    desk.meters.add(.poll, .milliseconds(20))
    desk.meters.setReload(succeeded: false)
    return await desk.get("/metrics", headers: ["accept": accept]).text
  }

  @Test("tells of verdicts, queues, alerts, blind sources, latencies and the reload")
  func figures() async throws {
    let text = try await metrics()
    for line in [
      "ronda_verdicts_total{category=\"gambling\",decision=\"harmful\"} 2", "ronda_alerts{state=\"firing\"} 1",
      "ronda_outbox_messages{receiver=\"desk\",state=\"pending\"} 1", "ronda_transfers{state=\"in_flight\"} 2",
      "ronda_transfers{state=\"waiting\"} 5", "ronda_sources 3", "ronda_sources_blind 1",
      "ronda_source_blind{source=\"buta\"} 3", "ronda_config_last_reload_successful 0",
      "ronda_stage_duration_seconds_bucket{stage=\"poll\",le=\"0.01\"} 0",
      "ronda_stage_duration_seconds_bucket{stage=\"poll\",le=\"0.1\"} 1",
      "ronda_stage_duration_seconds_count{stage=\"poll\"} 1", "ronda_outbox_oldest_due_seconds 600",
    ] {
      #expect(text.contains(line + "\n"), "\(line) is missing")
    }
    for personal in ["Budi", "7890", "rahasia", "pulauwin"] { #expect(!text.contains(personal)) }
  }

  @Test("OpenMetrics when asked: counters announced without _total, an end mark")
  func openMetrics() async throws {
    let text = try await metrics(accept: "application/openmetrics-text; version=1.0.0")
    #expect(text.contains("# TYPE ronda_verdicts counter\n") && text.hasSuffix("# EOF\n"))
    #expect(try await !metrics().contains("# EOF"))
  }

  @Test("promtool has no complaint", .enabled(if: promtool != nil, "promtool is not installed (Debian: prometheus)"))
  func wellFormed() async throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.promtool))
    process.arguments = ["check", "metrics"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(try await metrics().utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && said.isEmpty, "\(said)")
  }
}
