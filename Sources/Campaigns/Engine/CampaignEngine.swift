import FoundationEssentials
import HarmClassifier

/// Turns judged entries into alerts: entries and clock ticks in, actions out.
///
/// A pure value. All it knows follows from what a store keeps (the open alerts and the entries of the last
/// `longestWindow` seconds), so it is built anew after a restart and after a change of the campaigns:
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
  /// By group key.
  private var groups: [String: Slot] = [:]

  private struct Slot {
    var campaign: String
    var group: AlertGroup
  }

  /// Creates the engine that goes on where the store stands.
  ///
  /// - Parameters:
  ///   - campaigns: the campaigns; of two with one name the last counts.
  ///   - openAlerts: the alerts that fire. Those whose campaign is gone end at the next tick.
  ///   - recent: the entries judged within `longestWindow(of: campaigns)` seconds.
  public init(campaigns: [Campaign], openAlerts: [Alert], recent: [SeenEntry]) {
    self.campaigns = Dictionary(campaigns.map { ($0.name, $0) }) { $1 }
    for alert in openAlerts {
      groups[alert.groupKey] = Slot(
        campaign: alert.campaign,
        group: AlertGroup(labels: alert.groupLabels, alert: alert)
      )
    }
    for seen in recent { admit(seen.entry, at: seen.seenAt, countedIn: seen.countedIn) }
  }

  /// How far back, in seconds, entries can matter to any of `campaigns`.
  public static func longestWindow(of campaigns: [Campaign]) -> TimeInterval {
    campaigns.map(\.trigger.window).max() ?? 0
  }

  /// The alerts that fire now, by group key.
  public var openAlerts: [Alert] {
    groups.sorted { $0.key < $1.key }.compactMap(\.value.group.alert)
  }

  /// Counts entries that were not judged before and does all that is due.
  public mutating func judged(_ entries: [JudgedEntry], now: Date) -> [AlertAction] {
    for entry in entries { admit(entry, at: now, countedIn: []) }
    return tick(now: now)
  }

  /// Does all that is due at `now`.
  public mutating func tick(now: Date) -> [AlertAction] {
    var actions: [AlertAction] = []
    for key in groups.keys.sorted() {
      guard let slot = groups[key] else { continue }
      if let campaign = campaigns[slot.campaign] {
        actions += groups[key]?.group.settle(campaign, now: now) ?? []
      } else {
        actions += groups[key]?.group.end(now: now) ?? []
      }
      if groups[key]?.group.isEmpty == true { groups[key] = nil }
    }
    return actions
  }

  private mutating func admit(_ entry: JudgedEntry, at time: Date, countedIn counted: Set<String>) {
    for campaign in campaigns.values {
      for membership in campaign.memberships(of: entry) {
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
}
