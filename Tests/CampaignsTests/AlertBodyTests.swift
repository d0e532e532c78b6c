import CampaignFixtures
import Campaigns
import Foundation
import Testing

struct AlertBodyTests {
  private func body(at offset: TimeInterval = 0) throws -> String {
    var engine = CampaignEngine(campaigns: [.stopJudol(posts: 1)], openAlerts: [], recent: [])
    var actions = engine.judged([.promotion("a")], now: midnight)
    if offset > 0 { actions = engine.tick(now: midnight + offset) }
    guard case .notify(let alert, let notice)? = actions.last else { return "" }
    let body = AlertBody(alert, notice: notice, receiver: "desk", externalURL: "https://ronda.example")
    return String(decoding: try body.json(), as: UTF8.self)
  }

  @Test func `golden body of a firing alert`() throws {
    let path = try #require(Bundle.module.url(forResource: "firing", withExtension: "json", subdirectory: "Golden"))
    #expect(try body() + "\n" == String(contentsOf: path, encoding: .utf8))
  }

  @Test func `a resolved alert says when it ended`() throws {
    let resolved = try body(at: 3600)
    #expect(resolved.contains(#""status":"resolved""#))
    #expect(resolved.contains(#""endsAt":"2026-11-24T01:00:00Z""#))
    #expect(resolved.contains(#""notice":"resolved""#))
  }

  @Test func `labels, annotations and times are what Alertmanager's tools expect`() throws {
    let json = try #require(try JSONSerialization.jsonObject(with: Data(body().utf8)) as? [String: Any])
    #expect(json["version"] as? String == "4")
    let alert = try #require((json["alerts"] as? [[String: Any]])?.first)
    let labels = try #require(alert["labels"] as? [String: String])
    #expect(
      labels == ["alertname": "stop-judol", "campaign": "stop-judol", "category": "gambling", "severity": "high"]
    )
    #expect(alert["endsAt"] as? String == "0001-01-01T00:00:00Z")
    #expect(json["commonLabels"] as? [String: String] == labels)
    #expect((alert["annotations"] as? [String: String])?["deadline"] == "2026-11-25T00:00:00Z")
  }
}
