import FoundationEssentials
import HarmClassifier

extension Alert {
  /// Evidence and indicators an alert shows; a desk reads a handful, a webhook body must stay small.
  static let evidenceLimit = 12
  static let indicatorLimit = 50

  /// An alert without posts yet.
  init(
    opening campaign: Campaign,
    labels: [String: String],
    startsAt: Date,
    openedAt: Date,
    flaps: Int
  ) {
    let groupKey = campaign.groupKey(labels: labels)
    self.init(
      id: Self.id(campaign: campaign.name, groupKey: groupKey, startsAt: startsAt),
      state: .firing,
      campaign: campaign.name,
      severity: campaign.severity,
      isShadow: campaign.isShadow,
      response: campaign.response,
      groupKey: groupKey,
      groupLabels: labels,
      categories: [],
      startsAt: startsAt,
      openedAt: openedAt,
      lastPostAt: startsAt,
      notices: 0,
      postsNotified: 0,
      posts: 0,
      sources: [],
      evidence: [],
      indicators: [],
      waves: [],
      acknowledgement: nil,
      mutedBy: nil,
      flaps: flaps
    )
  }

  /// Takes the shortest time limit of the categories found as its own.
  mutating func tighten(_ limits: [String: TimeInterval]) {
    response.reportWithin = (categories.compactMap { limits[$0] } + [response.reportWithin].compactMap { $0 }).min()
  }

  /// The same for the same campaign, group and start (to the millisecond), so that a replay finds the alert it made.
  static func id(campaign: String, groupKey: String, startsAt: Date) -> String {
    let milliseconds = Int64((startsAt.timeIntervalSince1970 * 1000).rounded())
    let hash = fnv1a("\(campaign)\0\(groupKey)\0\(milliseconds)".utf8)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }

  /// The 128-bit FNV-1a hash, the wide sibling of the one behind Alertmanager's fingerprints.
  private static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt128 {
    bytes.reduce(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d) { hash, byte in
      (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
  }

  /// Takes in what a post shows for `matched` categories. Does not count it.
  mutating func absorb(_ entry: JudgedEntry, matched: [String], isNew: Bool, at time: Date) {
    absorbWave(of: entry, isNew: isNew, at: time)
    lastPostAt = max(lastPostAt, time)
    categories = Set(categories).union(matched).sorted()
    sources = Set(sources).union([entry.key.source]).sorted()
    absorbEvidence(of: entry, matched: matched)
    absorbIndicators(of: entry)
  }

  private mutating func absorbEvidence(of entry: JudgedEntry, matched: [String]) {
    for reason in entry.verdict.evidence where reason.weight > 0 && matched.contains(reason.category) {
      let masked = AlertEvidence(
        text: NumberMask.contacts(in: reason.text),
        family: reason.family,
        category: reason.category,
        term: NumberMask.contacts(in: reason.term),
        weight: reason.weight,
        source: entry.key.source,
        link: entry.link
      )
      // The same words from a second post say nothing new.
      if !evidence.contains(where: { $0.text == masked.text && $0.term == masked.term }) { evidence.append(masked) }
    }
    evidence.sort { ($1.weight, $0.text, $0.term, $0.source) < ($0.weight, $1.text, $1.term, $1.source) }
    evidence.removeLast(max(0, evidence.count - Self.evidenceLimit))
  }

  private mutating func absorbIndicators(of entry: JudgedEntry) {
    for indicator in entry.verdict.indicators where indicators.count < Self.indicatorLimit {
      let masked = AlertIndicator(kind: indicator.kind, value: NumberMask.value(of: indicator))
      if !indicators.contains(masked) { indicators.append(masked) }
    }
  }
}
