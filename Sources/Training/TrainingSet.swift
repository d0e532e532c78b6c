import Dispatch
import HarmClassifier
import Synchronization

/// Labelled posts, read once into the features a trainer walks over again and again.
public struct TrainingSet: Sendable {
  /// One text to learn from: a post, or a window of a long one, or a changed copy of it.
  struct Row: Sendable {
    /// The post it comes from.
    var post: Int
    /// Its features in `slots`.
    var features: Range<Int>
    /// A copy with invented names, for harmful posts.
    var isCopy: Bool
  }

  /// The categories to learn.
  public let categories: [String]
  /// The posts, copies within a source left out.
  public private(set) var posts: [LabelledPost] = []
  /// A hash of each post's folded letters: equal for copies.
  public private(set) var keys: [UInt64] = []
  /// What the lexicon says of each post, for every category.
  private(set) var lexiconLogOdds: [Float] = []
  private(set) var rows: [Row] = []
  private(set) var slots: [UInt16] = []

  /// Windows of a harmless post that are learnt from.
  private static let windowsPerPost = 12

  /// Reads `posts`; copies within a source count once, and not at all when their labels differ.
  ///
  /// `progress` gets the share done, 0…1.
  public init(
    _ posts: [LabelledPost],
    categories: [String],
    lexicon: Lexicon,
    progress: (Double) -> Void = { _ in }
  ) {
    self.categories = categories
    let classifier = Classifier(lexicon: lexicon)
    let readings = Self.read(posts, categories, classifier, progress)
    let kept = Self.withoutCopies(posts, readings.map(\.key))
    for index in kept {
      let reading = readings[index]
      self.posts.append(posts[index])
      keys.append(reading.key)
      lexiconLogOdds += reading.lexiconLogOdds.map(Float.init)
      append(reading, isHarmful: posts[index].category != nil)
    }
  }

  private struct Reading: Sendable {
    var key: UInt64
    var lexiconLogOdds: [Double]
    var windows: [[UInt16]]
    var copy: [UInt16]
  }

  private static func read(
    _ posts: [LabelledPost],
    _ categories: [String],
    _ classifier: Classifier,
    _ progress: (Double) -> Void
  ) -> [Reading] {
    var readings: [Reading] = []
    readings.reserveCapacity(posts.count)
    let chunk = 8192
    for start in stride(from: 0, to: posts.count, by: chunk) {
      let range = start..<min(start + chunk, posts.count)
      readings += concurrentMap(range) { index in read(posts[index], categories, classifier) }
      progress(Double(range.upperBound) / Double(posts.count))
    }
    return readings
  }

  private static func read(_ post: LabelledPost, _ categories: [String], _ classifier: Classifier) -> Reading {
    var scratch = Classifier.Scratch()
    let reading = classifier.trainingPost(post.text.span, categories: categories, scratch: &scratch)
    let bytes = reading.key.isEmpty ? post.text : reading.key
    let key = FNV1a(bytes.span).value
    var copy: [UInt16] = []
    if post.category != nil, var changed = reading.windows.first {
      changed.rename(seed: key, hidesDisguise: key % 2 == 0)
      copy = changed.slots
    }
    return Reading(
      key: key,
      lexiconLogOdds: reading.lexiconLogOdds,
      windows: reading.windows.prefix(post.category == nil ? windowsPerPost : 1).map(\.slots),
      copy: copy
    )
  }

  private static func withoutCopies(_ posts: [LabelledPost], _ keys: [UInt64]) -> [Int] {
    var label: [String: [UInt64: String]] = [:]
    var contradicted: [String: Set<UInt64>] = [:]
    var kept: [Int] = []
    for (index, post) in posts.enumerated() {
      let name = post.category ?? LabelledPosts.benign
      if let known = label[post.source]?[keys[index]] {
        if known != name { contradicted[post.source, default: []].insert(keys[index]) }
      } else {
        label[post.source, default: [:]][keys[index]] = name
        kept.append(index)
      }
    }
    return kept.filter { !(contradicted[posts[$0].source]?.contains(keys[$0]) ?? false) }
  }

  private mutating func append(_ reading: Reading, isHarmful: Bool) {
    let post = posts.count - 1
    for window in reading.windows { append(window, post, isCopy: false) }
    if isHarmful { append(reading.copy, post, isCopy: true) }
  }

  private mutating func append(_ features: [UInt16], _ post: Int, isCopy: Bool) {
    rows.append(Row(post: post, features: slots.count..<slots.count + features.count, isCopy: isCopy))
    slots += features
  }

  /// What the lexicon says of a row's post for a category.
  func lexiconLogOdds(_ row: Row, category: Int) -> Float { lexiconLogOdds[row.post * categories.count + category] }
}

extension NGramText {
  /// The slots of all features.
  var slots: [UInt16] {
    var slots: [UInt16] = []
    forEachFeature { slot, _ in slots.append(UInt16(truncatingIfNeeded: slot)) }
    return slots
  }
}

/// `transform` of every index, on all cores, in order.
func concurrentMap<Result: Sendable>(_ range: Range<Int>, _ transform: @Sendable (Int) -> Result) -> [Result] {
  let workers = 8
  let parts = Mutex([[Result]](repeating: [], count: workers))
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    let part = (range.count * worker / workers..<range.count * (worker + 1) / workers).map {
      transform(range.lowerBound + $0)
    }
    parts.withLock { $0[worker] = part }
  }
  return parts.withLock { $0.flatMap { $0 } }
}
