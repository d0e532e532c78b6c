/// A lexicon as its authors write it: plain values, ready to be compiled into a `Lexicon`.
public struct LexiconSource: Sendable {
  /// The lexicon's version, such as `2026.11.1`.
  public var version: String
  /// What each kind of evidence weighs and where the lines are drawn.
  public var scoring: Scoring
  /// Phrases that speak for any category already supported by a term, by evidence family.
  public var evidence: [Evidence.Family: [String]]
  /// Words that an honest number follows (`sman`, `covid`), or a word with its number (`densus 88`).
  public var siteNameExempt: [String]
  /// Ordinary words that folding may recover from a disguise, beside the words of the terms.
  public var vocabulary: [String]
  /// Markers of how a sentence speaks about a harm.
  public var markers: [Stance: [String]]
  /// Hosts of offices, schools and report portals; a link to them or below them never speaks for promotion.
  public var officialHosts: [String]
  /// Words that turn a term a few words later round: `jangan`, `bukan`.
  public var negators: [String]
  /// What a negator denies in praise: a word behind it (`nyangka` in *gak nyangka jackpot*), or the whole phrase (`bukan main`).
  public var assurances: [String]
  /// The categories of harm.
  public var categories: [Category]

  /// Creates a lexicon source.
  public init(
    version: String,
    scoring: Scoring = Scoring(),
    evidence: [Evidence.Family: [String]] = [:],
    siteNameExempt: [String] = [],
    vocabulary: [String] = [],
    officialHosts: [String] = [],
    markers: [Stance: [String]] = [:],
    negators: [String] = [],
    assurances: [String] = [],
    categories: [Category] = []
  ) {
    self.version = version
    self.scoring = scoring
    self.evidence = evidence
    self.siteNameExempt = siteNameExempt
    self.vocabulary = vocabulary
    self.officialHosts = officialHosts
    self.markers = markers
    self.negators = negators
    self.assurances = assurances
    self.categories = categories
  }

  /// One category of harm.
  public struct Category: Sendable {
    /// The category's id, such as `gambling`.
    public var id: String
    /// The worst decision the category may lead to.
    public var ceiling: Verdict.Decision
    /// The pillars of digital literacy it belongs to.
    public var pillars: [String]
    /// What promoters write.
    public var terms: [Term]
    /// Phrases inside which the category's terms do not count.
    public var exempt: [String]
    /// Known names of sites.
    public var siteNames: [String]
    /// Whether words in the shape of a gambling site's name speak for the category.
    public var hasSiteNames: Bool

    /// Creates a category.
    public init(
      id: String,
      ceiling: Verdict.Decision = .harmful,
      pillars: [String] = [],
      terms: [Term] = [],
      exempt: [String] = [],
      siteNames: [String] = [],
      hasSiteNames: Bool = false
    ) {
      self.id = id
      self.ceiling = ceiling
      self.pillars = pillars
      self.terms = terms
      self.exempt = exempt
      self.siteNames = siteNames
      self.hasSiteNames = hasSiteNames
    }
  }

  /// One term of a category.
  public struct Term: Sendable, Hashable {
    /// The term as a person spells it; ` .. ` allows up to two words in between.
    public var text: String
    /// How much the term says.
    public var weight: TermWeight
    /// The code of the regional language it belongs to; nil for terms of any post.
    public var language: String?

    /// Creates a term.
    public init(_ text: String, _ weight: TermWeight, language: String? = nil) {
      self.text = text
      self.weight = weight
      self.language = language
    }
  }
}

/// How much a term says about its category.
public enum TermWeight: String, Sendable, Hashable, CaseIterable {
  /// Nobody but a promoter writes it.
  case strong
  /// Common in promotion, rare elsewhere.
  case medium
  /// Adds to others, never enough alone.
  case weak
  /// Names the topic and adds nothing.
  case context
  /// A term of a regional language; its value awaits local data.
  case regional

  /// Whether a term of this class supports a category by itself.
  var isWeighty: Bool { self == .strong || self == .medium || self == .regional }
}

/// What each kind of evidence adds to the log-odds of a category, and where the lines are drawn.
public struct Scoring: Sendable, Hashable {
  /// Log-odds of a category before any evidence.
  public var bias = -6.0
  /// Log-odds a term adds, by its weight class.
  public var terms: [TermWeight: Double] = [.strong: 4, .medium: 2, .weak: 1, .context: 0, .regional: 2]
  /// The most that all terms of one class add together.
  public var caps: [TermWeight: Double] = [.weak: 2, .medium: 6]
  /// Log-odds that evidence of a family other than `lexicon` adds, once a post.
  public var families: [Evidence.Family: Double] = [
    .siteName: 2, .callToAction: 1.5, .testimonial: 1.5, .priceBait: 1, .indicator: 1, .obfuscation: 2,
  ]
  /// Log-odds from which a person should look.
  public var reviewAt = -2.5
  /// Log-odds from which a post may raise an alert.
  public var harmfulAt = 0.0

  /// The weights the shipped lexicon starts from.
  public init() {}
}
