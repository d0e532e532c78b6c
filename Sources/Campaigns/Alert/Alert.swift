import FoundationEssentials
import HarmClassifier

/// A group of posts that a campaign desk should act on.
///
/// It holds everything a notice says, with phone and account numbers masked, and everything the engine needs to go on
/// with it after a restart.
public struct Alert: Sendable, Hashable, Codable {
  /// Whether posts still come.
  public enum State: String, Sendable, Hashable, Codable, CaseIterable {
    /// Posts keep coming.
    case firing
    /// Posts keep coming and somebody took charge: no further notices until it is over.
    case acknowledged
    /// None came for the campaign's window.
    case resolved
  }

  /// 32 hexadecimal digits, the same whenever the same posts are played again.
  public var id: String
  /// Whether posts still come.
  public var state: State
  /// The campaign's name.
  public var campaign: String
  /// The campaign's severity.
  public var severity: Campaign.Severity
  /// Whether the campaign only rehearses: the alert is stored, never sent.
  public var isShadow: Bool
  /// What the desk says and does, as the campaign had it when the alert began.
  public var response: Campaign.Response
  /// The group's key in Alertmanager's form.
  public var groupKey: String
  /// The values of the campaign's group labels.
  public var groupLabels: [String: String]
  /// The ids of the categories found, in alphabetical order.
  public var categories: [String]
  /// When its first post was judged.
  public var startsAt: Date
  /// When there were enough posts for an alert; the group wait counts from here.
  public var openedAt: Date
  /// When its latest post was judged.
  public var lastPostAt: Date
  /// When it was resolved; nil while it fires.
  public var endsAt: Date?
  /// When the latest notice was due out; nil until the group wait is over.
  public var notifiedAt: Date?
  /// How many notices there were.
  public var notices: Int
  /// How many posts the latest notice told of.
  public var postsNotified: Int
  /// How many different posts there are.
  public var posts: Int
  /// The ids of the sources they came from, in alphabetical order.
  public var sources: [String]
  /// The weightiest evidence, masked.
  public var evidence: [AlertEvidence]
  /// What the posts point at, masked, in order of appearance.
  public var indicators: [AlertIndicator]
  /// Near copies among the posts, the largest first; single posts stand there as beginnings.
  public var waves: [AlertWave] = []
  /// Who took charge of it, and when; nil when nobody did.
  public var acknowledgement: Acknowledgement?
  /// What holds its notices back; nil when nothing does.
  public var mutedBy: String?
  /// How many alerts of its group had ended within a day before it began; each makes it wait a window longer for its end.
  public var flaps: Int

  /// When the report is due; nil when there is no time limit.
  public var deadline: Date? { response.reportWithin.map { startsAt + $0 } }
}

/// That somebody took charge of an alert.
public struct Acknowledgement: Sendable, Hashable, Codable {
  /// Who: the name staff go by.
  public var by: String
  /// When.
  public var at: Date
  /// What they say about it.
  public var note: String

  /// Creates an acknowledgement.
  public init(by: String, at: Date, note: String = "") {
    self.by = by
    self.at = at
    self.note = note
  }
}

/// One reason for an alert.
public struct AlertEvidence: Sendable, Hashable, Codable {
  /// The original text, with phone and account numbers masked.
  public var text: String
  /// The kind of reason.
  public var family: Evidence.Family
  /// The id of the category it speaks for.
  public var category: String
  /// The lexicon term or pattern, masked.
  public var term: String
  /// Its contribution to the category's log-odds.
  public var weight: Double
  /// The id of the source of the post.
  public var source: String
  /// Where a person can see the post.
  public var link: String?
}

/// Something that an alert's posts point at.
public struct AlertIndicator: Sendable, Hashable, Codable {
  /// The kind of indicator.
  public var kind: Indicator.Kind
  /// The normalised value; of numbers only the last digits are shown.
  public var value: String

  /// As in the verdict's JSON.
  private enum CodingKeys: String, CodingKey {
    case kind = "type"
    case value
  }
}

extension Indicator.Kind: Codable {}
