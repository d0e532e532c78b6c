/// What the classifier says about one post.
///
/// A verdict explains itself: for every category the weights of its evidence and the category's bias add up to the
/// log-odds behind the category's score.
public struct Verdict: Sendable, Hashable {
  /// What should happen with the post.
  public enum Decision: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
    /// Nothing to see.
    case clean
    /// A person should look.
    case review
    /// Worth an alert.
    case harmful

    /// Orders decisions by severity: clean, review, harmful.
    public static func < (left: Decision, right: Decision) -> Bool { left.severity < right.severity }

    private var severity: Int {
      switch self {
      case .clean: 0
      case .review: 1
      case .harmful: 2
      }
    }
  }

  /// What should happen with the post.
  public var decision: Decision
  /// The highest category score, 0…1; 0 when no category was found.
  public var score: Double
  /// The categories found, highest score first.
  public var categories: [CategoryVerdict]
  /// Why: spans of the original text with their contributions, ordered by start offset.
  public var evidence: [Evidence]
  /// Addresses and accounts the post points at, ordered by start offset. Identity and card numbers never are among them.
  public var indicators: [Indicator]
  /// The language the post seems to be written in (`id`, `en`, `jv`, …); nil when too short to tell.
  public var language: String?

  /// Creates a verdict.
  public init(
    decision: Decision,
    score: Double,
    categories: [CategoryVerdict] = [],
    evidence: [Evidence] = [],
    indicators: [Indicator] = [],
    language: String? = nil
  ) {
    self.decision = decision
    self.score = score
    self.categories = categories
    self.evidence = evidence
    self.indicators = indicators
    self.language = language
  }

  /// The verdict of a post in which nothing was found.
  public static var clean: Verdict { Verdict(decision: .clean, score: 0) }
}

/// How one category of harm fared in a post.
public struct CategoryVerdict: Sendable, Hashable {
  /// The category's id as in its lexicon file, such as `gambling`.
  public var id: String
  /// The category's calibrated probability, 0…1.
  public var score: Double
  /// The log-odds that hold before any evidence is seen. `bias` plus the weights of the category's evidence is the logit
  /// of `score`.
  public var bias: Double
  /// How the post speaks about the category.
  public var stance: Stance
  /// The pillars of digital literacy the category belongs to, such as `safety`.
  public var pillars: [String]

  /// Creates a category verdict.
  public init(id: String, score: Double, bias: Double, stance: Stance, pillars: [String]) {
    self.id = id
    self.score = score
    self.bias = bias
    self.stance = stance
    self.pillars = pillars
  }
}

/// How a post speaks about a harm. Only `promo` and `mimicry` can be harmful.
public enum Stance: String, Sendable, Hashable, CaseIterable, Codable {
  /// Advertises, recruits, links to or instructs.
  case promo
  /// Speaks like a warning or a news item, yet carries a site name, a link or a call to action.
  case mimicry
  /// Warns, educates, campaigns against.
  case counter
  /// Reports what happened.
  case news
  /// Takes a false claim apart.
  case factcheck
  /// Laws, studies, data sets.
  case policyAcademic = "policy_academic"
  /// Asks for help to stop.
  case helpSeeking = "help_seeking"
  /// Tells of a damage suffered.
  case victimReport = "victim_report"
  /// A person may be in danger.
  case crisis
  /// Just mentions it.
  case mention

  /// Whether a post of this stance may be judged harmful.
  public var mayBeHarmful: Bool { self == .promo || self == .mimicry }
}
