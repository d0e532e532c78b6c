import FoundationEssentials
import HarmClassifier

/// One group of one campaign: the posts that count now and, once the trigger fired, the alert.
struct AlertGroup: Sendable {
  /// A post whatever its version: an edited post is the same post.
  struct PostKey: Hashable {
    var source: String
    var identity: String

    init(_ key: EntryKey) {
      source = key.source
      identity = key.identity
    }
  }

  /// An entry that no alert has taken in yet.
  struct Sighting {
    var entry: JudgedEntry
    var categories: [String]
    var at: Date
  }

  let labels: [String: String]
  private(set) var alert: Alert?
  /// The posts within the window and when each was last seen.
  private var posts: [PostKey: Date] = [:]
  /// In the order they came.
  private var fresh: [Sighting] = []
  /// How many of the fresh sightings are of posts not seen before.
  private var newPosts = 0

  init(labels: [String: String], alert: Alert? = nil) {
    self.labels = labels
    self.alert = alert
  }

  /// Whether there is nothing to remember.
  var isEmpty: Bool { alert == nil && posts.isEmpty }

  /// Counts an entry. One that was last seen longer than `window` seconds ago is a new post, whether or not a tick came
  /// in between to forget it: after a restart nobody would know it either.
  mutating func admit(_ entry: JudgedEntry, categories: [String], at time: Date, window: TimeInterval) {
    if posts[PostKey(entry.key)].map({ $0 <= time - window }) ?? true { newPosts += 1 }
    recall(entry.key, at: time)
    fresh.append(Sighting(entry: entry, categories: categories, at: time))
  }

  /// Remembers a post that an alert has counted already.
  mutating func recall(_ key: EntryKey, at time: Date) {
    posts[PostKey(key), default: time] = max(posts[PostKey(key)] ?? time, time)
  }

  /// Does all that is due at `now`, in the order in which receivers should learn of it.
  mutating func settle(_ campaign: Campaign, now: Date) -> [AlertAction] {
    forget(olderThan: now - campaign.trigger.window)
    var actions: [AlertAction] = []
    if alert == nil {
      actions += open(campaign, now: now)
    } else {
      actions += join()
    }
    actions += isOver(after: campaign.trigger.window, now: now) ? end(now: now) : notify(campaign.pace, now: now)
    return actions
  }

  private mutating func forget(olderThan limit: Date) {
    if posts.values.contains(where: { $0 <= limit }) { posts = posts.filter { $0.value > limit } }
    // Sightings of an open alert are taken in whatever their age; those of a silent group only count while young.
    if alert == nil { fresh.removeAll { $0.at <= limit } }
  }

  private mutating func open(_ campaign: Campaign, now: Date) -> [AlertAction] {
    guard campaign.trigger.fires(posts: posts.count), let start = fresh.map(\.at).min() else { return [] }
    var opened = Alert(opening: campaign, labels: labels, startsAt: start, openedAt: now)
    opened.posts = posts.count
    let entries = drainFresh(into: &opened)
    alert = opened
    return [.open(opened, entries: entries)]
  }

  private mutating func join() -> [AlertAction] {
    guard !fresh.isEmpty, var grown = alert else { return [] }
    grown.posts += newPosts
    let entries = drainFresh(into: &grown)
    alert = grown
    return [.join(grown, entries: entries)]
  }

  private mutating func drainFresh(into alert: inout Alert) -> [EntryKey] {
    for sighting in fresh { alert.absorb(sighting.entry, matched: sighting.categories, at: sighting.at) }
    defer {
      fresh = []
      newPosts = 0
    }
    return fresh.map(\.entry.key)
  }

  private mutating func notify(_ pace: Campaign.Pace, now: Date) -> [AlertAction] {
    guard let notice = alert?.dueNotice(pace, now: now) else { return [] }
    return speak(notice, now: now)
  }

  private func isOver(after window: TimeInterval, now: Date) -> Bool {
    // Nobody should hear of an end before they heard of the beginning.
    guard let alert, alert.notifiedAt != nil else { return false }
    return alert.lastPostAt + window <= now
  }

  /// Ends the alert, whatever its age.
  mutating func end(now: Date) -> [AlertAction] {
    alert?.state = .resolved
    alert?.endsAt = now
    defer { alert = nil }
    return speak(.resolved, now: now)
  }

  private mutating func speak(_ notice: Notice, now: Date) -> [AlertAction] {
    guard var spoken = alert else { return [] }
    spoken.notices += 1
    spoken.notifiedAt = now
    spoken.postsNotified = spoken.posts
    alert = spoken
    return [.notify(spoken, notice)]
  }
}

extension Alert {
  /// The notice of a firing alert that is due at `now`, if any.
  func dueNotice(_ pace: Campaign.Pace, now: Date) -> Notice? {
    guard let notifiedAt else { return openedAt + pace.groupWait <= now ? .opened : nil }
    if posts > postsNotified, notifiedAt + pace.groupInterval <= now { return .updated }
    return notifiedAt + pace.repeatInterval <= now ? .repeated : nil
  }
}
