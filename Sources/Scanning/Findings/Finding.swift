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
  /// What may be shown of it; made when asked for, as most findings are only counted.
  public var excerpt: Excerpt { Excerpt(quoted) }
  private let quoted: Quoted
  /// What its near copies share; nil for a very short text.
  let fingerprint: WaveFingerprint?

  init?(
    _ verdict: borrowing Verdict,
    text: Span<UInt8>,
    id: String,
    source: String,
    classifier: borrowing Classifier,
    scratch: inout Classifier.Scratch
  ) {
    guard verdict.decision != .clean, let worst = verdict.categories.first else { return nil }
    self.id = id
    self.source = source
    decision = verdict.decision
    score = verdict.score
    category = worst.id
    stance = worst.stance
    quoted = Quoted(text, verdict.evidence, of: worst.id)
    fingerprint = classifier.withFoldedBeginning(ofJudged: text, Self.fingerprinted, scratch: &scratch) {
      WaveFingerprint(folded: $0)
    }
  }

  /// Bytes of a text that its fingerprint is made of; more than `WaveFingerprint` looks at once they are folded.
  private static let fingerprinted = 8192
}

/// The part of a post that an excerpt is made of.
struct Quoted: Sendable, Hashable {
  /// The bytes around the first reason.
  let bytes: [UInt8]
  /// Where reasons for the verdict stand in them, in order, none touching the next.
  let marks: [Range<Int>]
  let isCutBefore: Bool
  let isCutAfter: Bool

  /// Bytes kept on either side of the first mark. More than is shown, so that a number cut by the edge is known as one.
  private static let reach = 768

  init(_ text: Span<UInt8>, _ evidence: [Evidence], of category: String) {
    let found = Self.reasons(evidence, of: category)
    let first = found.first?.lowerBound ?? 0
    var start = Swift.max(0, first - Self.reach)
    while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    let near = start..<Swift.max(start, Swift.min(text.count, first + Self.reach))
    var copy: [UInt8] = []
    copy.append(near, of: text)
    bytes = copy
    marks = found.compactMap { reason in
      let shown = reason.clamped(to: near)
      return shown.isEmpty ? nil : shown.lowerBound - start..<shown.upperBound - start
    }
    (isCutBefore, isCutAfter) = (near.lowerBound > 0, near.upperBound < text.count)
  }

  /// Where evidence of weight for a category stands, in order, what touches put together. Evidence comes by its start.
  private static func reasons(_ evidence: [Evidence], of category: String) -> [Range<Int>] {
    var reasons: [Range<Int>] = []
    for piece in evidence where piece.weight > 0.3 && piece.category == category {
      if let last = reasons.last, piece.start <= last.upperBound {
        reasons[reasons.count - 1] = last.lowerBound..<Swift.max(last.upperBound, piece.end)
      } else {
        reasons.append(piece.start..<piece.end)
      }
    }
    return reasons
  }
}
