import Campaigns
import Foundation
import HarmClassifier

/// What a scan found, in bounded memory: waves of near copies, and the plainest examples of each category.
public struct Findings: Sendable {
  /// Near copies of one text.
  public struct Wave: Sendable, Hashable {
    /// Its first post.
    public var first: Finding
    /// How many posts.
    public var posts: Int
    /// The inputs they came from, in alphabetical order.
    public var sources: [String]
    /// When its latest post came, in findings.
    var latest: Int

    fileprivate mutating func join(from source: String, _ time: Int) {
      posts += 1
      latest = time
      if !sources.contains(source) { sources = (sources + [source]).sorted() }
    }
  }

  private var index = WaveIndex()
  private var waves: [String: Wave] = [:]
  private var examples: [String: [Finding]] = [:]
  /// Findings so far: the clock of the waves.
  private var count = 0

  private static let mostExamples = 4
  /// Categories whose posts are counted but never quoted: a page is soon passed on.
  private static let unquoted: Set<String> = ["child_exploitation", "self_harm"]
  /// Waves that are remembered. Beyond, the half that nobody joined for longest is forgotten, but for the largest.
  private static let mostWaves = 3000
  private static let mostForgotten = 200

  init() {}

  /// The waves with two posts or more, the largest first, of equals the first found.
  public func largestWaves(_ limit: Int) -> [Wave] {
    waves.values.filter { $0.posts > 1 }
      .sorted {
        ($1.posts, $0.first.source, $0.first.id, $0.latest) < ($0.posts, $1.first.source, $1.first.id, $1.latest)
      }
      .prefix(limit).map { $0 }
  }

  /// The posts of a category with the highest scores, no two of them near copies.
  public func examples(of category: String) -> [Finding] { examples[category] ?? [] }

  mutating func add(_ finding: Finding) {
    count += 1
    guard !Self.unquoted.contains(finding.category) else { return }
    guard let fingerprint = finding.fingerprint else { return addExample(finding) }
    let id = index.join(fingerprint, at: Date(timeIntervalSince1970: Double(count)))
    if waves[id]?.join(from: finding.source, count) != nil { return }
    waves[id] = Wave(first: finding, posts: 1, sources: [finding.source], latest: count)
    addExample(finding)
    if waves.count > Self.mostWaves { forgetOldest() }
  }

  private mutating func addExample(_ finding: Finding) {
    var kept = examples[finding.category] ?? []
    let place = kept.firstIndex { $0.score < finding.score } ?? kept.count
    guard place < Self.mostExamples else { return }
    kept.insert(finding, at: place)
    examples[finding.category] = Array(kept.prefix(Self.mostExamples))
  }

  private mutating func forgetOldest() {
    let order = waves.values.map { $0.latest }.sorted()
    let limit = order[order.count / 2]
    // No two waves are of the same size and time.
    let largest = waves.values.map { ($0.posts, $0.latest) }.sorted(by: >).prefix(Self.mostForgotten)
    let large = largest.last ?? (0, 0)
    index.forget(olderThan: Date(timeIntervalSince1970: Double(limit)))
    waves = waves.filter { $0.value.latest > limit || ($0.value.posts, $0.value.latest) >= large }
  }
}
