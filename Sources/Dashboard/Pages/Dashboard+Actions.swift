import Campaigns
import Foundation
import Storage

extension Dashboard {
  /// Why a form does nothing.
  private struct FormProblem: Error {
    var status: Int
    var words: DashboardWords.Key

    init(_ words: DashboardWords.Key, status: Int = 400) { (self.words, self.status) = (words, status) }
  }

  /// Does what a form of an alert asks for, then shows the alert; what is wrong with the form is told on a page.
  func act(_ question: Question) async throws -> Answer {
    let parts = question.path.split(separator: "/").map(String.init)
    guard parts.count == 3, parts[0] == "alerts" else { return Answer(404, problem: "nothing is here") }
    do {
      try await take(question.form, alert: parts[1], action: parts[2])
      return Answer(seeOther: "/alerts/\(parts[1])?done=1")
    } catch let problem as FormProblem {
      let layout = layout(of: question, path: "/alerts/\(parts[1])")
      return layout.page(
        layout.words[.notDone],
        status: problem.status,
        "<p role=\"alert\" class=\"warn\">\(layout.words[problem.words])</p><p><a href=\"\(layout.path)\">\(layout.words[.back])</a></p>"
      )
    }
  }

  private func take(_ form: [String: String], alert id: String, action: String) async throws {
    guard gatekeeper.trusts(form: form) else { throw FormProblem(.oldForm, status: 403) }
    guard let alert = try await store.alert(id) else { throw FormProblem(.noSuchAlert, status: 404) }
    let by = (form["by"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !by.isEmpty, by.count <= 80 else { throw FormProblem(.nameNeeded) }
    let note = String((form["note"] ?? "").prefix(400))
    switch action {
    case "acknowledge": try await store.submit(.acknowledge(alert: id, by: by, note: note), now: now())
    case "resolve": try await store.submit(.resolve(alert: id, by: by), now: now())
    case "silence": try await silence(alert, form, by: by, note: note)
    default: throw FormProblem(.missing, status: 404)
    }
  }

  /// Silences alerts of the same campaign and group.
  private func silence(_ alert: Alert, _ form: [String: String], by: String, note: String) async throws {
    guard let hours = Int(form["hours"] ?? ""), (1...720).contains(hours) else { throw FormProblem(.hoursNeeded) }
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
