import Feeds
import Foundation
import HarmClassifier
import Storage
import Transfers

/// What a poll teaches about a source.
extension SourceNotes {
  // MARK: Rhythm

  /// Takes in that `count` entries were new. At the first sight of a source the dates of its entries tell its rhythm.
  mutating func noteNews(_ count: Int, of feed: Feed, now: Date) {
    guard count > 0 else { return }
    if let lastNews {
      let gap = now.timeIntervalSince(lastNews) / Double(count)
      usualGap = usualGap.map { 0.8 * $0 + 0.2 * gap } ?? gap
      gaps = (gaps ?? 0) + count
      self.lastNews = now
    } else {
      let dates = feed.entries.compactMap { ($0.published ?? $0.updated).map { Double($0.secondsSince1970) } }
        .filter { $0 <= now.timeIntervalSince1970 }
      lastNews = dates.max().map { Date(timeIntervalSince1970: $0) } ?? now
      guard let first = dates.min(), let last = dates.max(), dates.count >= 3, last > first else { return }
      usualGap = (last - first) / Double(dates.count - 1)
      gaps = dates.count - 1
    }
  }

  /// Takes in what the content asks of pollers.
  mutating func noteWishes(_ hints: Feed.PollHints) {
    askedWait = [hints.timeToLiveMinutes.map { Double($0) * 60 }, hints.updateIntervalSeconds.map(Double.init)]
      .compactMap { $0 }.max()
    skipHours = hints.skipHours.isEmpty ? nil : hints.skipHours
    skipDays = hints.skipDays.isEmpty ? nil : hints.skipDays
  }

  // MARK: Address

  private static let pollsToAdopt = 3
  private static let timeToAdopt = 7 * 86_400.0

  /// Takes in how the answer was reached. A permanent redirect that every poll of a week saw, and at least three did,
  /// becomes the address that is polled: a passing one, as broken sites make them, does not.
  mutating func noteRedirects(_ hops: [TransferResponse.Redirect], now: Date) {
    guard let target = hops.last?.to, hops.allSatisfy({ $0.status == 301 || $0.status == 308 }) else {
      redirect = nil
      return
    }
    guard var seen = redirect, seen.target == target else {
      redirect = Redirect(target: target, since: now, polls: 1)
      return
    }
    seen.polls += 1
    let isStable = seen.polls >= Self.pollsToAdopt && now >= seen.since + Self.timeToAdopt
    redirect = isStable ? nil : seen
    if isStable { adoptedURL = target }
  }

  // MARK: Sight

  mutating func noteSight() {
    blindness = nil
    blindSince = nil
  }

  /// Takes in that nothing was seen. An adopted address that fails is given up for the configured one.
  mutating func noteBlindness(_ cause: Blindness, now: Date) {
    blindness = cause.code
    blindSince = blindSince ?? now
    if case .limited = cause.outcome { return }
    adoptedURL = nil
    redirect = nil
  }

  private static let marksKept = 32
  private static let leastExtent = 4.0
  /// What lasts that long is the new usual.
  private static let timeToSettle = 7 * 86_400.0

  /// Takes in what the source looks like now, and notices when that is far less or something else.
  mutating func noteShape(_ feed: Feed, of kind: WatchedSource.Kind, now: Date) {
    let present = Self.marks(of: feed, kind)
    let extent =
      kind == .page
      ? Double(feed.entries.reduce(0) { $0 + ($1.contentText ?? "").utf8.count }) : Double(feed.entries.count)
    defer {
      let marks = Array(present.sorted().prefix(Self.marksKept))
      shape = Shape(title: feed.title, usualExtent: settledExtent(extent, now: now), marks: marks)
    }
    guard let shape else { return }
    shrunkSince = isShrunk(extent, usual: shape.usualExtent) ? shrunkSince ?? now : nil
    let kept = shape.marks.count { present.contains($0) }
    if shape.marks.count >= 3, kept * 8 < shape.marks.count, feed.title != shape.title { replacedSince = now }
  }

  private func isShrunk(_ extent: Double, usual: Double) -> Bool { usual >= Self.leastExtent && extent < usual / 2 }

  /// A moving average that a sudden loss does not pull down before it has lasted.
  private mutating func settledExtent(_ extent: Double, now: Date) -> Double {
    guard let usual = shape?.usualExtent else { return extent }
    guard let since = shrunkSince else { return 0.9 * usual + 0.1 * extent }
    guard now >= since + Self.timeToSettle else { return usual }
    shrunkSince = nil
    return extent
  }

  /// Hashes of the entries' identities; of a page, which is one entry, those of its words.
  private static func marks(of feed: Feed, _ kind: WatchedSource.Kind) -> Set<UInt32> {
    guard kind == .page else { return Set(EntryIdentity.identities(of: feed).map { hash($0.text.utf8) }) }
    let text = feed.entries.first?.contentText ?? ""
    return Set(text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }).map { hash($0) })
  }

  /// FNV-1a, folded to 32 bits.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let wide = FNV1a(Array(bytes).span).value
    return UInt32(truncatingIfNeeded: wide ^ wide >> 32)
  }
}
