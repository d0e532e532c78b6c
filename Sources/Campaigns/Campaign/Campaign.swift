import FoundationEssentials
import HarmClassifier
import Localization

/// What a campaign desk wants to hear about, and what it says in answer.
public struct Campaign: Sendable, Hashable {
  /// How much an alert of the campaign matters; becomes the label `severity`.
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    /// Good to know.
    case low
    /// To be handled in working hours.
    case medium
    /// To be handled now.
    case high
  }

  /// The campaign's name, unique among campaigns; part of every alert's id.
  public var name: String
  /// The ids of the categories of harm it is about; empty means every category.
  public var categories: Set<String>
  /// Which entries it looks at.
  public var scope: Scope
  /// When its posts become an alert.
  public var trigger: Trigger
  /// Posts that differ in one of these labels belong to different alerts.
  public var groupBy: [GroupLabel]
  /// When an alert speaks.
  public var pace: Pace
  /// How much its alerts matter.
  public var severity: Severity
  /// What the desk does about it.
  public var response: Response
  /// Seconds within which posts of a category must be reported; an alert takes the shortest of those it finds. Empty when
  /// the response says it for all.
  public var reportLimits: [String: TimeInterval]
  /// Whether its alerts are stored but never sent: a rehearsal.
  public var isShadow: Bool
  /// Names of campaigns whose alerts hold this one's back while they fire for the same values of the labels that both
  /// group by.
  public var inhibitedBy: Set<String>

  /// Creates a campaign.
  public init(
    name: String,
    categories: Set<String> = [],
    scope: Scope = Scope(),
    trigger: Trigger,
    groupBy: [GroupLabel] = [.category],
    pace: Pace = Pace(),
    severity: Severity = .medium,
    response: Response,
    reportLimits: [String: TimeInterval] = [:],
    isShadow: Bool = false,
    inhibitedBy: Set<String> = []
  ) {
    self.inhibitedBy = inhibitedBy
    self.name = name
    self.categories = categories
    self.scope = scope
    self.trigger = trigger
    self.groupBy = groupBy
    self.pace = pace
    self.severity = severity
    self.response = response
    self.reportLimits = reportLimits
    self.isShadow = isShadow
  }
}

extension Campaign {
  /// Which entries a campaign looks at. An empty set lets everything through.
  public struct Scope: Sendable, Hashable {
    /// Ids of sources.
    public var sources: Set<String>
    /// Roles of sources, such as `government` or `press`.
    public var roles: Set<String>
    /// Regions of sources.
    public var regions: Set<String>

    /// Creates a scope.
    public init(sources: Set<String> = [], roles: Set<String> = [], regions: Set<String> = []) {
      self.sources = sources
      self.roles = roles
      self.regions = regions
    }

    func contains(_ entry: JudgedEntry) -> Bool {
      (sources.isEmpty || sources.contains(entry.key.source))
        && (roles.isEmpty || roles.contains(entry.role))
        && (regions.isEmpty || regions.contains(entry.region))
    }
  }

  /// When an alert speaks: Alertmanager's three intervals, in seconds.
  public struct Pace: Sendable, Hashable {
    /// From the alert's start to the first notice, so that the posts of one wave arrive together.
    public var groupWait: TimeInterval
    /// The least time between a notice and the next one that tells of further posts.
    public var groupInterval: TimeInterval
    /// From a notice to its repetition while nothing new happens.
    public var repeatInterval: TimeInterval

    /// Creates a pace; the defaults are Alertmanager's.
    public init(groupWait: TimeInterval = 30, groupInterval: TimeInterval = 300, repeatInterval: TimeInterval = 14_400)
    {
      self.groupWait = groupWait
      self.groupInterval = groupInterval
      self.repeatInterval = repeatInterval
    }
  }

  /// What the desk says and does: copied into every alert, so that an alert stays true when the campaign changes.
  public struct Response: Sendable, Hashable, Codable {
    /// The pillar of digital literacy, such as `safety`.
    public var pillar: String
    /// Who should hear the message.
    public var audience: String
    /// Where they can be reached.
    public var channels: [String]
    /// The message, ready to send.
    public var message: LocalizedText
    /// Where the posts are reported.
    public var reportTo: String
    /// Seconds from the alert's start within which the report is due; nil when there is no time limit.
    public var reportWithin: TimeInterval?

    /// Creates a response.
    public init(
      pillar: String,
      audience: String,
      channels: [String],
      message: LocalizedText,
      reportTo: String,
      reportWithin: TimeInterval? = nil
    ) {
      self.pillar = pillar
      self.audience = audience
      self.channels = channels
      self.message = message
      self.reportTo = reportTo
      self.reportWithin = reportWithin
    }
  }
}
