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
    quoted = Quoted(text, reasons: verdict.evidence.filter { $0.category == worst.id })
    let beginning = text.extracting(0..<Swift.min(text.count, Self.fingerprinted))
    fingerprint = classifier.withFolded(beginning, scratch: &scratch) { WaveFingerprint(folded: $0) }
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

  init(_ text: borrowing Span<UInt8>, reasons: [Evidence]) {
    let found = Self.merged(reasons.filter { $0.weight > 0.3 }.map { $0.start..<$0.end })
    let first = found.first?.lowerBound ?? 0
    var start = Swift.max(0, first - Self.reach)
    while start < text.count, text[start] & 0xC0 == 0x80 { start += 1 }
    let near = start..<Swift.max(start, Swift.min(text.count, first + Self.reach))
    bytes = Array(text, near)
    marks = found.map { $0.clamped(to: near) }.filter { !$0.isEmpty }.map {
      $0.lowerBound - start..<$0.upperBound - start
    }
    (isCutBefore, isCutAfter) = (near.lowerBound > 0, near.upperBound < text.count)
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}

extension [UInt8] {
  fileprivate init(_ text: borrowing Span<UInt8>, _ range: Range<Int>) {
    self.init()
    reserveCapacity(range.count)
    for index in range { append(text[index]) }
  }
}
