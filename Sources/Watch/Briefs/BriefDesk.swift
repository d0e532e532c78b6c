import Campaigns
import Foundation
import LexiconFiles
import Localization
import Notifications
import Reports
import Storage

/// Makes briefs of what the store holds and puts those that are due into the outbox.
public struct BriefDesk: Sendable {
  private let store: Store
  private let configuration: WatchConfiguration

  /// Creates a desk.
  public init(store: Store, configuration: WatchConfiguration) {
    self.store = store
    self.configuration = configuration
  }

  /// The brief of a period, compared with the equally long one before.
  public func brief(
    for audience: Brief.Audience,
    of period: Range<Date>,
    now: Date
  ) async throws(StorageError) -> Brief {
    let length = period.upperBound.timeIntervalSince(period.lowerBound)
    let material = BriefMaterial(
      facts: try await facts(of: period),
      before: try await facts(of: (period.lowerBound - length)..<period.lowerBound),
      categories: categories,
      sources: configuration.sources.count,
      blind: try await blindSources(),
      keptSince: now - configuration.retention.verdicts
    )
    return Brief(for: audience, period: period, material)
  }

  /// Puts each brief that has become due into the outbox, once, whatever happens in between.
  func enqueueDue(now: Date) async throws {
    for plan in configuration.briefs {
      let due = plan.schedule.latest(before: now)
      guard due > (try await store.briefedUntil(plan.name, now: now)) else { continue }
      let brief = try await brief(for: plan.audience, of: plan.schedule.week(before: due), now: now)
      let day = due.formatted(Date.ISO8601FormatStyle(timeZone: plan.schedule.timeZone).year().month().day())
      try await store.enqueueBrief(
        plan.name,
        due: due,
        id: "\(OutboxMessage.briefPrefix)\(plan.name)-\(day)",
        payload: try Self.payload(brief, plan, due: due),
        receivers: plan.receivers,
        now: now
      )
    }
  }

  /// The text people read and the figures programs read.
  private static func payload(_ brief: Brief, _ plan: BriefConfiguration, due: Date) throws -> Data {
    struct Body: Encodable {
      let type = "brief"
      var name: String
      var subject: String
      var text: String
      var html: String
      var at: Date
      var brief: Brief
    }
    let writer = BriefWriter(plan.language, timeZone: plan.schedule.timeZone)
    let body = Body(
      name: plan.name,
      subject: writer.subject(brief),
      text: writer.markdown(brief),
      html: writer.html(brief),
      at: due,
      brief: brief
    )
    return try Brief.encoder.encode(body)
  }

  private func facts(of period: Range<Date>) async throws(StorageError) -> PeriodFacts {
    var facts = try await store.facts(of: period)
    facts.alerts.removeAll { !CategoryFile.withheld.isDisjoint(with: $0.categories) }
    return facts
  }

  /// Configured sources whose latest poll failed, or that were never read.
  private func blindSources() async throws(StorageError) -> [BlindSource] {
    let states = Dictionary(try await store.sources().map { ($0.id, $0) }) { $1 }
    return configuration.sources.compactMap { source in
      guard let state = states[source.id] else {
        return BlindSource(id: source.id, lastSuccess: nil, reason: "not polled yet", code: "waiting")
      }
      guard state.consecutiveFailures > 0 || state.lastSuccess == nil else { return nil }
      return BlindSource(
        id: source.id,
        lastSuccess: state.lastSuccess,
        reason: state.reason ?? "unknown",
        code: state.notes.blindness
      )
    }
  }

  private var categories: [BriefMaterial.Category] {
    configuration.lexicon.categories.filter { !CategoryFile.withheld.contains($0.source.id) }.map { file in
      BriefMaterial.Category(
        id: file.source.id,
        name: file.name,
        pillars: file.source.pillars,
        message: message(file)
      )
    }
  }

  /// What the first campaign about a category says, else what the lexicon does.
  private func message(_ file: CategoryFile) -> Brief.Message {
    let campaign = configuration.campaigns.first { $0.categories.contains(file.source.id) && !$0.isShadow }
    let usual = file.response
    var message = Brief.Message(
      pillar: campaign?.response.pillar ?? file.source.pillars.first ?? "safety",
      category: file.name,
      text: campaign?.response.message ?? usual.message,
      audience: usual.audience,
      channels: usual.channels
    )
    // A campaign's own words stand in one language; those taken over from the lexicon in both.
    if let own = campaign?.response, own.audience != usual.audience.id {
      message.audience = LocalizedText(id: own.audience, en: own.audience)
    }
    if let own = campaign?.response.channels.joined(separator: ", "), own != usual.channels.id {
      message.channels = LocalizedText(id: own, en: own)
    }
    return message
  }
}
