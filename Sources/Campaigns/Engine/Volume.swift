import FoundationEssentials

/// All posts that a campaign looks at within its window, whatever their verdict: what a share is a share of.
struct Volume: Sendable {
  private struct Place: Hashable {
    var source: String
    var region: String
  }

  private struct Visit {
    var place: Place
    var at: Date
  }

  private var posts: [AlertGroup.PostKey: Visit] = [:]
  private var counts: [Place: Int] = [:]

  mutating func add(_ entry: JudgedEntry, at time: Date) {
    let place = Place(source: entry.key.source, region: entry.region)
    let earlier = posts.updateValue(Visit(place: place, at: time), forKey: AlertGroup.PostKey(entry.key))
    if earlier == nil { counts[place, default: 0] += 1 }
  }

  mutating func forget(olderThan limit: Date) {
    guard posts.values.contains(where: { $0.at <= limit }) else { return }
    for (key, visit) in posts where visit.at <= limit {
      posts[key] = nil
      counts[visit.place, default: 1] -= 1
    }
  }

  /// What was seen after `now` was seen now.
  mutating func setBack(to now: Date) {
    posts = posts.mapValues { Visit(place: $0.place, at: min($0.at, now)) }
  }

  /// The posts that share the group's source and region, as far as it has these labels.
  func posts(of labels: [String: String]) -> Int {
    counts.reduce(0) { sum, count in
      let isSame =
        (labels["source"].map { $0 == count.key.source } ?? true)
        && (labels["region"].map { $0 == count.key.region } ?? true)
      return isSame ? sum + count.value : sum
    }
  }
}
