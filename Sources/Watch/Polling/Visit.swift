import Feeds
import Foundation
import Storage
import Transfers

/// What becomes of a source's state during one poll. Pure.
struct Visit: Sendable {
  private let source: WatchedSource
  private let before: SourceState
  private var state: SourceState
  private let start: Date
  /// Seconds for which the server says that its answer stays good.
  private var maxAge: Double?
  /// Whether the answer may hold something that was not there at the last poll.
  private(set) var isChanged = true

  init(source: WatchedSource, state: SourceState, now: Date) {
    self.source = source
    before = state
    self.state = state
    self.state.url = source.url
    start = now
  }

  /// Takes in an answer: marks of the server, redirects, and whether it says or shows that nothing changed.
  mutating func take(_ response: TransferResponse) {
    maxAge = Self.maxAge(response)
    if source.kind.followsRedirects { state.notes.noteRedirects(response.redirects, now: start) }
    state.etag = response.headers["ETag"] ?? (response.notModified ? state.etag : nil)
    state.lastModified = response.headers["Last-Modified"] ?? (response.notModified ? state.lastModified : nil)
    guard !response.notModified else { return isChanged = false }
    let digest = FeedPosts.digest(response.body)
    isChanged = digest != state.notes.bodyDigest
    state.notes.bodyDigest = digest
    state.notes.lastContent = start
  }

  /// Takes in what was read, of which `fresh` entries were new.
  mutating func take(_ reading: Reading, fresh: Int) {
    state.notes.noteNews(fresh, of: reading.feed, now: start)
    state.notes.noteWishes(reading.feed.hints)
    if reading.dependsOnMore { forgetMarks() } else { state.notes.noteShape(reading.feed, of: source.kind, now: start) }
  }

  /// The poll saw all there is.
  mutating func succeed(now: Date) {
    state.lastSuccess = now
    state.consecutiveFailures = 0
    state.reason = nil
    state.notes.noteSight()
  }

  /// The poll did not see all there is: what the server said of its state must not make the next poll skip it.
  mutating func fail(_ blindness: Blindness, now: Date) {
    (state.etag, state.lastModified) = (before.etag, before.lastModified)
    state.notes.bodyDigest = before.notes.bodyDigest
    state.notes.lastContent = before.notes.lastContent
    state.consecutiveFailures += 1
    state.reason = blindness.message
    state.notes.noteBlindness(blindness, now: now)
  }

  /// What the policy needs to know.
  var pace: PollPolicy.Pace {
    var pace = PollPolicy.Pace(interval: source.interval, longestInterval: source.longestInterval)
    pace.failures = state.consecutiveFailures
    pace.askedWait = [state.notes.askedWait, maxAge].compactMap { $0 }.max()
    pace.skipHours = Set(state.notes.skipHours ?? [])
    pace.skipDays = Set(state.notes.skipDays ?? [])
    pace.usualGap = state.notes.usualGap
    pace.lastNews = state.notes.lastNews
    return pace
  }

  /// The state that is stored.
  func state(after decision: PollPolicy.Decision, now: Date) -> SourceState {
    var next = state
    next.nextPoll = now + decision.wait
    next.notes.pollReason = decision.reason.rawValue
    return next
  }

  private mutating func forgetMarks() {
    (state.etag, state.lastModified, state.notes.bodyDigest) = (nil, nil, nil)
  }

  private static func maxAge(_ response: TransferResponse) -> Double? {
    response.headers["Cache-Control"]?.lowercased().split(separator: ",").lazy
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .first { $0.hasPrefix("max-age=") }
      .flatMap { Double($0.dropFirst("max-age=".count)) }
      .flatMap { $0.isFinite ? $0 : nil }
  }
}

extension SourceState {
  /// When it is polled next by a watch that starts at `now`. One that was seen in the future was planned before the clock was
  /// set back, and sleeps for as long as it was to then.
  func nextPoll(startingAt now: Date) -> Date? {
    guard let lastSuccess, let nextPoll, lastSuccess > now, nextPoll > lastSuccess else { return nextPoll }
    return now + nextPoll.timeIntervalSince(lastSuccess)
  }
}

extension WatchedSource.Kind {
  /// Whether a permanent redirect may become the address. Those of JSON interfaces can hold keys.
  fileprivate var followsRedirects: Bool {
    if case .json = self { return false }
    return true
  }
}
