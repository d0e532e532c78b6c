import Campaigns
import Foundation
import HarmClassifier

/// A post as it may be written: masked and pseudonymous.
struct PostRow: Sendable {
  /// The entry, its evidence and indicators masked. The engine sees this one, before a restart and after it.
  let entry: JudgedEntry
  let text: String
  let author: String?
  let publishedAt: Date?
  let origin: PostOrigin?
  /// The digests of the unmasked indicators, in their order.
  let digests: [Data]

  init(_ post: Post, pseudonyms: Pseudonyms) {
    var entry = post.entry
    digests = entry.verdict.indicators.map { pseudonyms.indicator(kind: $0.kind.rawValue, value: $0.value) }
    entry.verdict.evidence = entry.verdict.evidence.map(Self.masked)
    entry.verdict.indicators = entry.verdict.indicators.map(Self.masked)
    text = NumberMask.identities(in: post.text)
    if entry.verdict.decision != .clean { entry.excerpt = JudgedEntry.excerpt(of: text) }
    self.entry = entry
    author = post.author.map { pseudonyms.author($0, source: entry.key.source) }
    publishedAt = post.publishedAt
    origin = post.origin
  }

  private static func masked(_ evidence: Evidence) -> Evidence {
    var masked = evidence
    masked.text = NumberMask.contacts(in: evidence.text)
    masked.folded = NumberMask.contacts(in: evidence.folded)
    masked.term = NumberMask.contacts(in: evidence.term)
    return masked
  }

  private static func masked(_ indicator: Indicator) -> Indicator {
    var masked = indicator
    masked.value = NumberMask.value(of: indicator)
    return masked
  }
}
