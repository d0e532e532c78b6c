import Campaigns
import HarmClassifier

/// A post that was not clean, as much of it as a report may show.
public struct Finding: Sendable, Hashable {
  /// The post's id.
  public var id: String
  /// The input it came from.
  public var source: String
  /// The verdict.
  public var decision: Verdict.Decision
  /// The verdict's score, 0…1.
  public var score: Double
  /// The worst category.
  public var category: String
  /// How the post speaks about it.
  public var stance: Stance
  /// What may be shown of it.
  public var excerpt: Excerpt
  /// What its near copies share; nil for a very short text.
  let fingerprint: WaveFingerprint?

  init?(_ verdict: Verdict, text: borrowing Span<UInt8>, id: String, source: String, classifier: Classifier) {
    guard verdict.decision != .clean, let worst = verdict.categories.first else { return nil }
    self.id = id
    self.source = source
    decision = verdict.decision
    score = verdict.score
    category = worst.id
    stance = worst.stance
    excerpt = Excerpt(text, reasons: verdict.evidence.filter { $0.category == worst.id })
    let bytes = (0..<Swift.min(text.count, Self.fingerprinted)).map { text[$0] }
    fingerprint = WaveFingerprint(folded: classifier.fold(String(decoding: bytes, as: UTF8.self)))
  }

  /// Bytes of a text that its fingerprint is made of; more than `WaveFingerprint` looks at once they are folded.
  private static let fingerprinted = 8192
}
