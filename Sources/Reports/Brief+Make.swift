import Campaigns
import FoundationEssentials
import Localization

/// What a brief is made of, beside its period.
public struct BriefMaterial: Sendable {
  /// A category of harm as people call it, and what is said about it.
  public struct Category: Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: LocalizedText
    /// The pillars of digital literacy that it concerns, the first first.
    public var pillars: [String]
    /// The message that answers it; nil when it must not be broadcast.
    public var message: Brief.Message?

    /// Creates a category.
    public init(id: String, name: LocalizedText, pillars: [String], message: Brief.Message?) {
      self.id = id
      self.name = name
      self.pillars = pillars
      self.message = message
    }
  }

  /// The period.
  public var facts: PeriodFacts
  /// The period before, equally long.
  public var before: PeriodFacts
  /// The categories that a brief may speak of.
  public var categories: [Category]
  /// The number of sources.
  public var sources: Int
  /// The sources that can't be read.
  public var blind: [BlindSource]
  /// Since when verdicts are kept.
  public var keptSince: Date

  /// Creates material.
  public init(
    facts: PeriodFacts,
    before: PeriodFacts,
    categories: [Category],
    sources: Int,
    blind: [BlindSource],
    keptSince: Date
  ) {
    self.facts = facts
    self.before = before
    self.categories = categories
    self.sources = sources
    self.blind = blind
    self.keptSince = keptSince
  }
}

extension Brief {
  /// How many waves, names and messages a brief shows.
  private static func limits(_ audience: Audience) -> (waves: Int, brands: Int, messages: Int, open: Int) {
    switch audience {
    case .desk: (10, 40, 8, 20)
    case .leadership: (3, 0, 4, 0)
    }
  }

  /// Makes the brief of a period.
  public init(for audience: Audience, period: Range<Date>, _ material: BriefMaterial) {
    let limits = Self.limits(audience)
    let facts = material.facts
    let categories = Self.categories(material)
    self.init(
      audience: audience,
      period: period,
      judged: facts.judged,
      harmful: Trend(
        id: "harmful",
        name: LocalizedText(id: "Kiriman berbahaya", en: "Harmful posts"),
        posts: facts.harmful,
        before: material.before.harmful
      ),
      review: facts.review,
      categories: categories,
      pillars: Self.pillars(categories, material),
      waves: Self.waves(facts.alerts, in: period, limit: limits.waves),
      newBrands: Array(facts.newBrands.map(\.name).sorted().prefix(limits.brands)),
      work: Self.work(material, in: period, open: limits.open),
      messages: Self.messages(categories, material, limit: limits.messages),
      remarks: Self.remarks(material, in: period)
    )
  }

  private static func categories(_ material: BriefMaterial) -> [Trend] {
    let trends = material.categories.map { category in
      Trend(
        id: category.id,
        name: category.name,
        posts: material.facts.categories[category.id] ?? 0,
        before: material.before.categories[category.id] ?? 0
      )
    }
    return ranked(trends)
  }

  /// A category counts for each of its pillars.
  private static func pillars(_ categories: [Trend], _ material: BriefMaterial) -> [Trend] {
    let pillars = Dictionary(material.categories.map { ($0.id, $0.pillars) }) { $1 }
    var trends: [String: Trend] = [:]
    for trend in categories {
      for pillar in pillars[trend.id] ?? [] {
        let name = LocalizedText(pillar: pillar)
        trends[pillar, default: Trend(id: pillar, name: name, posts: 0, before: 0)].posts += trend.posts
        trends[pillar]?.before += trend.before
      }
    }
    return ranked(Array(trends.values))
  }

  private static func ranked(_ trends: [Trend]) -> [Trend] {
    trends.filter { $0.posts > 0 || $0.before > 0 }.sorted {
      ($1.posts, $1.before, $0.id) < ($0.posts, $0.before, $1.id)
    }
  }

  /// A wave can stand in several alerts; the one that saw most of it speaks for it.
  private static func waves(_ alerts: [Alert], in period: Range<Date>, limit: Int) -> [Wave] {
    let active = alerts.filter { $0.lastPostAt >= period.lowerBound }
    let all = Dictionary(active.flatMap(\.tellingWaves).map { ($0.id, $0) }) { $0.posts >= $1.posts ? $0 : $1 }
    return all.values.sorted { ($1.posts, $0.id) < ($0.posts, $1.id) }.prefix(limit).map { wave in
      Wave(
        posts: wave.posts,
        sources: wave.sources.count,
        since: wave.since,
        template: wave.template,
        variants: wave.variants
      )
    }
  }

  private static func work(_ material: BriefMaterial, in period: Range<Date>, open limit: Int) -> Work {
    let facts = material.facts
    let reactions = facts.alerts.compactMap { alert in
      alert.acknowledgement.flatMap { period.contains($0.at) ? $0.at.timeIntervalSince(alert.startsAt) : nil }
    }.sorted()
    let open = facts.alerts.filter { $0.endsAt.map { $0 >= period.upperBound } ?? true }
    let ranked = open.sorted {
      ($0.deadline ?? .distantFuture, $0.startsAt, $0.id) < ($1.deadline ?? .distantFuture, $1.startsAt, $1.id)
    }
    return Work(
      opened: facts.events["open"] ?? 0,
      acknowledged: facts.events[Notice.acknowledged.rawValue] ?? 0,
      resolved: (facts.events[Notice.resolved.rawValue] ?? 0) + (facts.events[Change.resolvedSilently.rawValue] ?? 0),
      medianReaction: reactions.isEmpty ? nil : reactions[(reactions.count - 1) / 2],
      open: ranked.prefix(limit).map { alert in
        OpenAlert(
          id: alert.id,
          title: LocalizedText(id: title(alert, material, .id), en: title(alert, material, .en)),
          posts: alert.posts,
          isAcknowledged: alert.acknowledgement != nil,
          deadline: alert.deadline
        )
      }
    )
  }

  private static func title(_ alert: Alert, _ material: BriefMaterial, _ language: Language) -> String {
    let group = alert.groupLabels.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }.map { label, value in
      switch GroupLabel(rawValue: label) {
      case .category: material.categories.first { $0.id == value }?.name[language] ?? value
      case .wave: LocalizedText(wave: value)[language]
      default: value
      }
    }
    return ([alert.campaign] + group).joined(separator: " · ")
  }

  /// What answers the categories of the period, the most frequent first.
  private static func messages(_ categories: [Trend], _ material: BriefMaterial, limit: Int) -> [Message] {
    let known = Dictionary(material.categories.map { ($0.id, $0.message) }) { $1 }
    return Array(categories.filter { $0.posts > 0 }.compactMap { known[$0.id] ?? nil }.prefix(limit))
  }

  private static func remarks(_ material: BriefMaterial, in period: Range<Date>) -> [Remark] {
    let facts = material.facts
    let length = period.upperBound.timeIntervalSince(period.lowerBound)
    var remarks: [Remark] = []
    if facts.judged == 0 {
      remarks.append(.nothingJudged(last: facts.lastJudged))
    } else if facts.harmful == 0 {
      remarks.append(.quiet)
    }
    if !material.blind.isEmpty { remarks.append(.blind(sources: material.blind, of: material.sources)) }
    if let since = facts.watchedSince, since > period.lowerBound - length, since < period.upperBound {
      remarks.append(.noComparison(since: since))
    }
    if material.keptSince > period.lowerBound - length { remarks.append(.beyondRetention(kept: material.keptSince)) }
    return remarks
  }
}
