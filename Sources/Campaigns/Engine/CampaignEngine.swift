import FoundationEssentials
import HarmClassifier

/// Turns judged entries into alerts: entries and clock ticks in, actions out.
///
/// A pure value. All it knows follows from what a store keeps (the open alerts, the brands, and the entries of the last
/// `longestMemory` seconds), so it is built anew after a restart and after a change of the campaigns:
///
/// ```swift
/// var engine = CampaignEngine(campaigns: campaigns, openAlerts: [], recent: [])
/// let actions = engine.judged(entries, now: Date())
/// let later = engine.tick(now: Date() + 30)
/// ```
///
/// Time is when an entry was judged, not when its author says it was published: that can be forged and is often absent.
/// An entry counts for a group once, however often its text is edited. The order of actions is that of the group keys.
public struct CampaignEngine: Sendable {
  private let campaigns: [String: Campaign]
  /// What holds notices back; changes at any time.
  public var silences: [Silence] = []
  /// By group key.
  private var groups: [String: Slot] = [:]
  private var brands: [String: Brand]
  private var changedBrands: Set<String> = []
  private var waves = WaveIndex()
  private var volumes: [String: Volume] = [:]
  private var watchedSince: Date?
  /// When alerts ended by themselves within `flapMemory`, by group key.
  private var endings: [String: [Date]] = [:]
  /// The latest time it was told, or knows of from the store.
  private var latest = Date.distantPast

  /// How long, in seconds, an end is remembered to damp a group's flapping.
  public static let flapMemory: TimeInterval = 86_400

  private struct Slot {
    var campaign: String
    var group: AlertGroup
  }

  /// Creates the engine that goes on where the store stands.
  ///
  /// - Parameters:
  ///   - campaigns: the campaigns; of two with one name the last counts.
  ///   - openAlerts: the alerts that are not over. Those whose campaign is gone end at the next tick.
  ///   - recent: the entries judged within `longestMemory(of: campaigns)` seconds, the oldest first; clean ones matter
  ///     when `needsCleanEntries(campaigns)` says so.
  ///   - brands: all names of sites seen so far.
  ///   - ended: the alerts that ended within `flapMemory` seconds.
  ///   - watchedSince: when the first entry ever was judged; nil when none was.
  public init(
    campaigns: [Campaign],
    openAlerts: [Alert],
    recent: [SeenEntry],
    brands: [Brand] = [],
    ended: [Alert] = [],
    watchedSince: Date? = nil
  ) {
    self.campaigns = Dictionary(campaigns.map { ($0.name, $0) }) { $1 }
    self.brands = Dictionary(brands.map { ($0.name, $0) }) { $1 }
    self.watchedSince = watchedSince ?? recent.first?.seenAt
    for alert in openAlerts {
      groups[alert.groupKey] = Slot(
        campaign: alert.campaign,
        group: AlertGroup(labels: alert.groupLabels, alert: alert)
      )
    }
    for alert in ended { note(end: alert) }
    for seen in recent {
      if let wave = seen.entry.wave, let fingerprint = seen.entry.fingerprint {
        waves.recall(wave, fingerprint, at: seen.seenAt)
      }
      admit(seen.entry, at: seen.seenAt, countedIn: seen.countedIn)
    }
    let told = openAlerts.flatMap { [$0.openedAt, $0.lastPostAt, $0.notifiedAt ?? $0.openedAt] }
    latest = (told + recent.suffix(1).map(\.seenAt)).max() ?? .distantPast
  }

  /// How far back, in seconds, entries can matter to any of `campaigns`.
  public static func longestMemory(of campaigns: [Campaign]) -> TimeInterval {
    campaigns.map(\.trigger.memory).max() ?? 0
  }

  /// Whether any of `campaigns` counts posts in which nothing was found.
  public static func needsCleanEntries(_ campaigns: [Campaign]) -> Bool {
    campaigns.contains(where: \.trigger.countsAllPosts)
  }

  /// The alerts that are not over, by group key.
  public var openAlerts: [Alert] {
    groups.sorted { $0.key < $1.key }.compactMap(\.value.group.alert)
  }

  /// Finds the wave of each entry that has a fingerprint and no wave yet.
  public mutating func joinWaves(_ entries: [JudgedEntry], now: Date) -> [JudgedEntry] {
    entries.map { entry in
      guard entry.wave == nil, let fingerprint = entry.fingerprint else { return entry }
      var joined = entry
      joined.wave = waves.join(fingerprint, at: now)
      return joined
    }
  }

  /// Counts entries that were not judged before and does all that is due.
  public mutating func judged(_ entries: [JudgedEntry], now: Date) -> [AlertAction] {
    follow(clock: now)
    if watchedSince == nil, !entries.isEmpty { watchedSince = now }
    for entry in joinWaves(entries, now: now) {
      for name in entry.brandNames { see(name, at: now) }
      admit(entry, at: now, countedIn: [])
    }
    return tick(now: now)
  }

  /// Does all that is due at `now`.
  public mutating func tick(now: Date) -> [AlertAction] {
    follow(clock: now)
    waves.forget(olderThan: now - max(Self.longestMemory(of: Array(campaigns.values)), Brand.leastQuiet))
    for name in volumes.keys { volumes[name]?.forget(olderThan: now - (campaigns[name]?.trigger.window ?? 0)) }
    endings = endings.mapValues { $0.filter { $0 > now - Self.flapMemory } }.filter { !$0.value.isEmpty }
    let told = openAlerts.filter { $0.notifiedAt != nil }
    var actions: [AlertAction] = []
    for key in groups.keys.sorted() {
      guard let slot = groups[key] else { continue }
      let moment = moment(slot, key: key, told: told, now: now)
      if let campaign = campaigns[slot.campaign] {
        let settled = groups[key]?.group.settle(campaign, moment) ?? []
        for action in settled where action.alert.state == .resolved { note(end: action.alert) }
        actions += settled
      } else {
        actions += groups[key]?.group.end(now: now) ?? []
      }
      if groups[key]?.group.isEmpty == true { groups[key] = nil }
    }
    return actions
  }

  /// Somebody takes charge of an alert. Nothing happens when it is over or has been acknowledged.
  public mutating func acknowledge(_ alert: String, _ acknowledgement: Acknowledgement) -> [AlertAction] {
    guard let key = key(of: alert) else { return [] }
    return groups[key]?.group.acknowledge(acknowledgement) ?? []
  }

  /// Ends an alert by hand. Further posts make a new one. Nothing happens when it is over.
  public mutating func resolve(_ alert: String, now: Date) -> [AlertAction] {
    guard let key = key(of: alert) else { return [] }
    return groups[key]?.group.end(now: now) ?? []
  }

  /// The brands that changed since this was asked last, by name: what a store must write.
  public mutating func takeChangedBrands() -> [Brand] {
    defer { changedBrands = [] }
    return changedBrands.sorted().compactMap { brands[$0] }
  }

  /// A clock that goes back by more seconds was set.
  private static let clockStep: TimeInterval = 60

  /// The clock was set back: what is remembered of a time to come counts as of now, or alerts would wait for that time to be
  /// told of or to end.
  private mutating func follow(clock now: Date) {
    defer { latest = now }
    guard now < latest - Self.clockStep else { return }
    for key in groups.keys { groups[key]?.group.setBack(to: now) }
    for name in volumes.keys { volumes[name]?.setBack(to: now) }
    waves.setBack(to: now)
    for (name, brand) in brands where brand.lastSeen > now {
      brands[name]?.setBack(to: now)
      changedBrands.insert(name)
    }
    endings = endings.mapValues { $0.map { min($0, now) } }
    watchedSince = watchedSince.map { min($0, now) }
  }

  private func key(of alert: String) -> String? { groups.first { $0.value.group.alert?.id == alert }?.key }

  private mutating func see(_ name: String, at time: Date) {
    brands[name, default: Brand(name: name, firstSeen: time, lastSeen: time)].see(at: time)
    changedBrands.insert(name)
  }

  private mutating func admit(_ entry: JudgedEntry, at time: Date, countedIn counted: Set<String>) {
    for campaign in campaigns.values {
      if campaign.trigger.countsAllPosts, campaign.scope.contains(entry) {
        volumes[campaign.name, default: Volume()].add(entry, at: time)
      }
      for membership in campaign.memberships(of: entry, brands: brands, at: time) {
        let key = campaign.groupKey(labels: membership.labels)
        let empty = Slot(campaign: campaign.name, group: AlertGroup(labels: membership.labels))
        if counted.contains(key) {
          groups[key, default: empty].group.recall(entry.key, at: time)
        } else {
          groups[key, default: empty].group
            .admit(entry, categories: membership.categories, at: time, window: campaign.trigger.window)
        }
      }
    }
  }

  /// Remembers an end that nobody asked for.
  private mutating func note(end alert: Alert) {
    guard let end = alert.endsAt, let window = campaigns[alert.campaign]?.trigger.window,
      alert.isOver(after: window, now: end)
    else { return }
    endings[alert.groupKey, default: []].append(end)
  }

  private func moment(_ slot: Slot, key: String, told: [Alert], now: Date) -> AlertGroup.Moment {
    let inhibitors = campaigns[slot.campaign]?.inhibitedBy ?? []
    return AlertGroup.Moment(
      now: now,
      watchedSince: watchedSince ?? now,
      total: volumes[slot.campaign]?.posts(of: slot.group.labels) ?? 0,
      flaps: endings[key]?.count ?? 0,
      mute: { alert in
        if let silence = silences.first(where: { $0.mutes(alert, now: now) }) { return "silence \(silence.id)" }
        let inhibitor = told.first { inhibitors.contains($0.campaign) && $0.agrees(with: alert) }
        return inhibitor.map { "campaign \($0.campaign)" }
      }
    )
  }
}

extension Alert {
  /// Whether the labels that both have are the same.
  fileprivate func agrees(with other: Alert) -> Bool {
    groupLabels.allSatisfy { label, value in other.groupLabels[label].map { $0 == value } ?? true }
  }
}
