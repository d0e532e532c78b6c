import Campaigns
import FoundationEssentials
import HarmClassifier
import Localization

/// Where the tests' clocks begin: 2026-11-24 00:00 UTC.
package let midnight = Date(timeIntervalSince1970: 1_795_478_400)

extension Campaign {
  /// Three harmful posts within an hour, no group wait.
  package static func stopJudol(
    posts: Int = 3,
    groupBy: [GroupLabel] = [.category],
    pace: Pace = Pace(groupWait: 0, groupInterval: 300, repeatInterval: 14_400)
  ) -> Campaign {
    Campaign(
      name: "stop-judol",
      categories: ["gambling"],
      trigger: .count(posts: posts, decision: .harmful, window: 3600),
      groupBy: groupBy,
      pace: pace,
      severity: .high,
      response: Response(
        pillar: "safety",
        audience: "parents of teenagers",
        channels: ["whatsapp", "radio"],
        message: LocalizedText(id: "Judi pasti rugi.", en: "The house always wins."),
        reportTo: "https://report.example/konten",
        reportWithin: 86_400
      )
    )
  }
}

extension JudgedEntry {
  /// A post that promotes a gambling site.
  package static func promotion(
    _ identity: String,
    source: String = "forum",
    version: String = "1",
    site: String = "pulauwin77",
    category: String = "gambling",
    decision: Verdict.Decision = .harmful,
    stance: Stance = .promo
  ) -> JudgedEntry {
    let name = Evidence(
      start: 8,
      end: 8 + site.utf8.count,
      text: site.uppercased(),
      folded: site,
      family: .siteName,
      category: category,
      term: site,
      weight: 2.5
    )
    let call = Evidence(
      start: 30,
      end: 54,
      text: "hubungi wa 0812-3456-7890",
      folded: "hubungi wa 0812-3456-7890",
      family: .callToAction,
      category: category,
      term: "hubungi wa",
      weight: 1.5
    )
    return JudgedEntry(
      key: EntryKey(source: source, identity: identity, version: version),
      role: "forum",
      region: "kaltim",
      link: "https://forum.example/\(identity)",
      verdict: Verdict(
        decision: decision,
        score: 0.98,
        categories: [
          CategoryVerdict(id: category, score: 0.98, bias: -3, stance: stance, pillars: ["safety", "skills"])
        ],
        evidence: [name, call],
        indicators: [
          Indicator(kind: .domain, value: "\(site).example", start: 60, end: 70),
          Indicator(kind: .phone, value: "+6281234567890", start: 41, end: 54),
        ],
        language: "id"
      )
    )
  }
}

extension AlertAction {
  /// The action's kind in one word, for comparing sequences.
  package var word: String {
    switch self {
    case .open: "open"
    case .join: "join"
    case .notify(_, let notice): notice.rawValue
    case .change(_, let change): change.rawValue
    }
  }
}

/// A generator whose numbers follow from its seed (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
