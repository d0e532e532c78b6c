import Campaigns
import FoundationEssentials
import Localization

/// What a campaign office should know of a period: what circulated, what was done, what to say next.
///
/// A pure value made of counts, alerts and ready messages. It says why it is empty, and where it can't compare.
public struct Brief: Sendable, Hashable {
  /// Whom it is for.
  public enum Audience: String, Sendable, Hashable, Codable, CaseIterable {
    /// Those who act: everything.
    case desk
    /// Those who decide: the extent, the trend, what was done, what is said next.
    case leadership
  }

  /// Something counted in the period and in the one before.
  public struct Trend: Sendable, Hashable, Codable {
    /// What is counted: a category's or a pillar's id.
    public var id: String
    /// Its name.
    public var name: LocalizedText
    /// Harmful posts in the period.
    public var posts: Int
    /// Harmful posts in the period before.
    public var before: Int
  }

  /// Near copies of one text.
  public struct Wave: Sendable, Hashable, Codable {
    /// How many posts.
    public var posts: Int
    /// From how many sources.
    public var sources: Int
    /// When it began.
    public var since: Date
    /// The words that all share; `…` where they differ.
    public var template: String
    /// Words that stood in its place.
    public var variants: [String]
  }

  /// An alert that is not over.
  public struct OpenAlert: Sendable, Hashable, Codable {
    /// The alert's id.
    public var id: String
    /// Its campaign and group.
    public var title: LocalizedText
    /// Its posts.
    public var posts: Int
    /// Whether somebody is in charge.
    public var isAcknowledged: Bool
    /// When its report is due, if there is a time limit.
    public var deadline: Date?
  }

  /// What became of alerts.
  public struct Work: Sendable, Hashable, Codable {
    /// Alerts that began.
    public var opened: Int
    /// Alerts that somebody took charge of.
    public var acknowledged: Int
    /// Alerts that ended.
    public var resolved: Int
    /// The median of the seconds from the beginning of an alert until somebody took charge; nil when nobody did.
    public var medianReaction: TimeInterval?
    /// Those that still fire, the first due first.
    public var open: [OpenAlert]
  }

  /// Something to say next, and where.
  public struct Message: Sendable, Hashable, Codable {
    /// The pillar of digital literacy.
    public var pillar: String
    /// The category it answers.
    public var category: LocalizedText
    /// The message, ready to send.
    public var text: LocalizedText
    /// Whom it is for.
    public var audience: LocalizedText
    /// Where they can be reached.
    public var channels: LocalizedText

    /// Creates a message.
    public init(
      pillar: String,
      category: LocalizedText,
      text: LocalizedText,
      audience: LocalizedText,
      channels: LocalizedText
    ) {
      self.pillar = pillar
      self.category = category
      self.text = text
      self.audience = audience
      self.channels = channels
    }
  }

  /// Whom it is for.
  public var audience: Audience
  /// The period.
  public var period: Range<Date>
  /// Different posts that were judged.
  public var judged: Int
  /// Harmful posts in the period and in the one before.
  public var harmful: Trend
  /// Posts that a person should look at.
  public var review: Int
  /// Harmful posts by category, the most first.
  public var categories: [Trend]
  /// Harmful posts by pillar, the most first.
  public var pillars: [Trend]
  /// The largest waves.
  public var waves: [Wave]
  /// Names of sites seen for the first time, in alphabetical order.
  public var newBrands: [String]
  /// What became of alerts.
  public var work: Work
  /// What to say next.
  public var messages: [Message]
  /// Why it is empty or can't compare; nothing when all is as it should be.
  public var remarks: [Remark]

  /// Whether all of the period before was watched.
  public var isComparable: Bool {
    !remarks.contains { if case .noComparison = $0 { true } else { false } }
  }
}

/// What limits a brief.
public enum Remark: Sendable, Hashable {
  /// Nothing was judged in the period; `last` is when something was, if ever.
  case nothingJudged(last: Date?)
  /// Posts were judged, none was harmful.
  case quiet
  /// These sources can't be read, of so many; since when, where it is known.
  case blind(sources: [BlindSource], of: Int)
  /// The watch began at this time, so the period before is not whole.
  case noComparison(since: Date)
  /// The period reaches further back than verdicts are kept.
  case beyondRetention(kept: Date)
}

/// A source that can't be read.
public struct BlindSource: Sendable, Hashable, Codable {
  /// Its id.
  public var id: String
  /// When it was read last; nil when never.
  public var lastSuccess: Date?
  /// Why it can't be read, as the log has it.
  public var reason: String
  /// The same as a stable code such as `blocked`; nil when there is none.
  public var code: String?

  /// Creates a blind source.
  public init(id: String, lastSuccess: Date?, reason: String, code: String? = nil) {
    self.id = id
    self.lastSuccess = lastSuccess
    self.reason = reason
    self.code = code
  }
}
