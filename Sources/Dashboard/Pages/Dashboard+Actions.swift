import Campaigns
import Foundation
import Storage

extension Dashboard {
  /// Does what a form of an alert asks for, then shows the alert.
  func act(_ question: Question) async throws -> Answer {
    let parts = question.path.split(separator: "/").map(String.init)
    guard parts.count == 3, parts[0] == "alerts" else { return Answer(404, problem: "nothing is here") }
    let form = question.form
    guard gatekeeper.trusts(form: form) else {
      return Answer(403, problem: "the form is too old or not ours; reload the page and send it again")
    }
    guard let alert = try await store.alert(parts[1]) else { return Answer(404, problem: "there is no such alert") }
    let by = (form["by"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !by.isEmpty, by.count <= 80 else { throw RequestProblem("say who you are, in 80 letters at most") }
    let note = String((form["note"] ?? "").prefix(400))
    switch parts[2] {
    case "acknowledge":
      try await store.submit(.acknowledge(alert: alert.id, by: by, note: note), now: now())
    case "resolve": try await store.submit(.resolve(alert: alert.id, by: by), now: now())
    case "silence": try await silence(alert, form, by: by, note: note)
    default: return Answer(404, problem: "nothing is here")
    }
    return Answer(seeOther: "/alerts/\(alert.id)?done=1")
  }

  /// Silences alerts of the same campaign and group.
  private func silence(_ alert: Alert, _ form: [String: String], by: String, note: String) async throws {
    guard let hours = Int(form["hours"] ?? ""), (1...720).contains(hours) else {
      throw RequestProblem("`hours` must be from 1 to 720")
    }
    let labels = alert.groupLabels.merging(["campaign": alert.campaign]) { $1 }
    let now = now()
    try await store.save(
      Silence(
        id: String(UInt32.random(in: .min ... .max), radix: 16),
        matchers: labels.sorted { $0.key < $1.key }.map { LabelMatcher(label: $0.key, .equal, value: $0.value) },
        startsAt: now,
        endsAt: now + Double(hours) * 3600,
        by: by,
        comment: note
      )
    )
  }
}
