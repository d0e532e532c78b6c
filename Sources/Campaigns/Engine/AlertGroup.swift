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
    /// Whether the post had not been seen before.
    var isNew: Bool
  }

  /// What a group must know to decide, beside its own posts.
  struct Moment {
    var now: Date
    /// Since when anything has been watched; windows before it are unknown, not empty.
    var watchedSince: Date
    /// All posts of the group's sources in the current window, whatever their verdict.
    var total: Int
    /// How many alerts of the group ended within a day.
    var flaps: Int
    /// What holds an alert's notices back, if anything.
    var mute: (Alert) -> String?
  }

  let labels: [String: String]
  private(set) var alert: Alert?
  /// The posts within the window and when each was last seen.
  private var posts: [PostKey: Date] = [:]
  /// In the order they came.
  private var fresh: [Sighting] = []

  init(labels: [String: String], alert: Alert? = nil) {
    self.labels = labels
    self.alert = alert
  }

  /// Whether there is nothing to remember.
  var isEmpty: Bool { alert == nil && posts.isEmpty }

  /// Counts an entry. One that was last seen longer than `window` seconds ago is a new post, whether or not a tick came
  /// in between to forget it: after a restart nobody would know it either.
  mutating func admit(_ entry: JudgedEntry, categories: [String], at time: Date, window: TimeInterval) {
    let isNew = posts[PostKey(entry.key)].map { $0 <= time - window } ?? true
    recall(entry.key, at: time)
    fresh.append(Sighting(entry: entry, categories: categories, at: time, isNew: isNew))
  }

  /// Remembers a post that an alert has counted already.
  mutating func recall(_ key: EntryKey, at time: Date) {
    posts[PostKey(key), default: time] = max(posts[PostKey(key)] ?? time, time)
  }

  /// What it remembers of a time after `now` is of now.
  mutating func setBack(to now: Date) {
    posts = posts.mapValues { min($0, now) }
    for index in fresh.indices { fresh[index].at = min(fresh[index].at, now) }
    alert?.setBack(to: now)
  }

  /// Does all that is due, in the order in which receivers should learn of it.
  mutating func settle(_ campaign: Campaign, _ moment: Moment) -> [AlertAction] {
    forget(campaign.trigger, now: moment.now)
    var actions = alert == nil ? open(campaign, moment) : join(campaign)
    if alert?.isOver(after: campaign.trigger.window, now: moment.now) == true {
      actions += end(now: moment.now, mute: alert.flatMap(moment.mute))
    } else {
      actions += notify(campaign.pace, moment)
    }
    return actions
  }

  private mutating func forget(_ trigger: Trigger, now: Date) {
    let limit = now - trigger.memory
    if posts.values.contains(where: { $0 <= limit }) { posts = posts.filter { $0.value > limit } }
    // Sightings of an open alert are taken in whatever their age; those of a silent group only count while young.
    if alert == nil { fresh.removeAll { $0.at <= now - trigger.window } }
  }

  private mutating func open(_ campaign: Campaign, _ moment: Moment) -> [AlertAction] {
    guard let start = fresh.map(\.at).min() else { return [] }
    let counts = counts(campaign.trigger, moment)
    guard campaign.trigger.fires(counts: counts, total: moment.total) else { return [] }
    var opened = Alert(
      opening: campaign,
      labels: labels,
      startsAt: start,
      openedAt: moment.now,
      flaps: moment.flaps
    )
    opened.posts = counts[0]
    let entries = drainFresh(into: &opened)
    opened.tighten(campaign.reportLimits)
    alert = opened
    return [.open(opened, entries: entries)]
  }

  /// Posts by window, the current one first, as far back as all of a window was watched.
  private func counts(_ trigger: Trigger, _ moment: Moment) -> [Int] {
    let windows = max(1, Int(trigger.memory / trigger.window))
    let watched = Int(moment.now.timeIntervalSince(moment.watchedSince) / trigger.window)
    var counts = [Int](repeating: 0, count: max(1, min(windows, watched)))
    for time in posts.values {
      let window = Int(moment.now.timeIntervalSince(time) / trigger.window)
      if counts.indices.contains(window) { counts[window] += 1 }
    }
    return counts
  }

  private mutating func join(_ campaign: Campaign) -> [AlertAction] {
    guard !fresh.isEmpty, var grown = alert else { return [] }
    grown.posts += fresh.count(where: \.isNew)
    let entries = drainFresh(into: &grown)
    grown.tighten(campaign.reportLimits)
    alert = grown
    return [.join(grown, entries: entries)]
  }

  private mutating func drainFresh(into alert: inout Alert) -> [EntryKey] {
    for sighting in fresh {
      alert.absorb(sighting.entry, matched: sighting.categories, isNew: sighting.isNew, at: sighting.at)
    }
    defer { fresh = [] }
    return fresh.map(\.entry.key)
  }

  private mutating func notify(_ pace: Campaign.Pace, _ moment: Moment) -> [AlertAction] {
    guard var current = alert else { return [] }
    if current.mutedBy != nil, moment.mute(current) == nil {
      alert?.mutedBy = nil
      return speak(current.notifiedAt == nil ? .opened : .unsilenced, now: moment.now)
    }
    guard let notice = current.dueNotice(pace, now: moment.now) else { return [] }
    guard let mute = moment.mute(current) else { return speak(notice, now: moment.now) }
    guard current.mutedBy != mute else { return [] }
    current.mutedBy = mute
    alert = current
    return [.change(current, .muted)]
  }

  /// Somebody takes charge: says so once, then nothing until the end.
  mutating func acknowledge(_ acknowledgement: Acknowledgement) -> [AlertAction] {
    guard alert?.state == .firing else { return [] }
    alert?.state = .acknowledged
    alert?.acknowledgement = acknowledgement
    return speak(.acknowledged, now: acknowledgement.at)
  }

  /// Ends the alert, whatever its age; without a word when it is muted.
  mutating func end(now: Date, mute: String? = nil) -> [AlertAction] {
    alert?.state = .resolved
    alert?.endsAt = now
    defer { alert = nil }
    if let alert, mute != nil { return [.change(alert, .resolvedSilently)] }
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
  /// The most windows an alert waits for its end.
  private static let longestWait = 4

  /// How many windows without a post end it. One that keeps coming back waits longer each time, so that posts a little
  /// more than a window apart make one long alert, not a row of short ones.
  var windowsToEnd: Int { min(1 + flaps, Self.longestWait) }

  /// Whether no post came for long enough.
  func isOver(after window: TimeInterval, now: Date) -> Bool {
    // Nobody should hear of an end before they heard of the beginning.
    guard notifiedAt != nil || mutedBy != nil else { return false }
    return lastPostAt + window * Double(windowsToEnd) <= now
  }

  /// What it says of a time after `now` is of now; its end must not come before its beginning.
  mutating func setBack(to now: Date) {
    startsAt = min(startsAt, now)
    openedAt = min(openedAt, now)
    lastPostAt = min(lastPostAt, now)
    notifiedAt = notifiedAt.map { min($0, now) }
    for index in waves.indices { waves[index].since = min(waves[index].since, now) }
  }

  /// The notice of a firing alert that is due at `now`, if any.
  func dueNotice(_ pace: Campaign.Pace, now: Date) -> Notice? {
    guard let notifiedAt else { return openedAt + pace.groupWait <= now ? .opened : nil }
    if state == .acknowledged { return nil }
    if posts > postsNotified, notifiedAt + pace.groupInterval <= now { return .updated }
    return notifiedAt + pace.repeatInterval <= now ? .repeated : nil
  }
}
