import Foundation

/// How well a source is seen: for the people who run the watch, apart from the alerts about what it says.
public struct SourceHealth: Sendable, Hashable, Codable {
  /// Whether the watch sees it.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not polled yet.
    case waiting
    /// The last poll saw it.
    case seen
    /// The last poll saw nothing, or not all. That is not "clean".
    case blind
  }

  /// Something odd about a source that is seen.
  public enum Alarm: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing new for far longer than usual.
    case quiet
    /// Less than half of what it usually brings.
    case shrunk
    /// Another title and nothing of what was there before: a new owner, a parked or a broken-into site.
    case replaced
  }

  /// The source's id.
  public var id: String
  /// The address that is polled.
  public var url: String
  /// Whether the watch sees it.
  public var status: Status
  /// When a poll last saw it.
  public var lastSeen: Date?
  /// When it last brought something new.
  public var lastNews: Date?
  /// Since when nothing is seen.
  public var blindSince: Date?
  /// Why nothing is seen, as a stable code: `limited`, `blocked`, `challenge`, `gone`, `http_404`, `tls`, `unreadable`, …
  public var reason: String?
  /// The same for people.
  public var detail: String?
  /// How many polls in a row saw nothing.
  public var failures: Int
  /// When it is polled next.
  public var nextPoll: Date?
  /// Why then: a code of the poll policy such as `interval`, `rare_news` or `asked_to_wait`.
  public var pollReason: String?
  /// What is odd about it.
  public var alarms: [Alarm]

  /// A source that was quiet for that many of its usual gaps is an alarm: were posts independent of each other, one in
  /// e^8 = 3,000 gaps would be so long.
  private static let quietGaps = 8.0
  /// Shorter silences are never one.
  private static let shortestQuiet = 86_400.0
  /// So many gaps must be known.
  private static let gapsNeeded = 5
  /// A replaced source is taken for granted after that time.
  private static let alarmLength = 7 * 86_400.0

  /// The health of a source at `now`.
  public init(_ state: SourceState, now: Date) {
    let notes = state.notes
    id = state.id
    url = notes.adoptedURL ?? state.url
    lastSeen = state.lastSuccess
    lastNews = notes.lastNews
    blindSince = notes.blindSince
    reason = notes.blindness
    detail = state.reason
    failures = state.consecutiveFailures
    nextPoll = state.nextPoll
    pollReason = notes.pollReason
    if failures > 0 { status = .blind } else { status = lastSeen == nil ? .waiting : .seen }
    alarms = []
    if status == .seen, Self.isQuiet(notes, now: now) { alarms.append(.quiet) }
    if notes.shrunkSince != nil { alarms.append(.shrunk) }
    if let since = notes.replacedSince, now < since + Self.alarmLength { alarms.append(.replaced) }
  }

  private static func isQuiet(_ notes: SourceNotes, now: Date) -> Bool {
    guard let news = notes.lastNews, let gap = notes.usualGap, notes.gaps ?? 0 >= gapsNeeded else { return false }
    return now.timeIntervalSince(news) > max(quietGaps * gap, shortestQuiet)
  }
}
