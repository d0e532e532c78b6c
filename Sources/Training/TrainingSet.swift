import Dispatch
import HarmClassifier
import Synchronization

/// Labelled posts, read once into the features a trainer walks over again and again.
public struct TrainingSet: Sendable {
  /// One text to learn from: a post, or a window of a long one, or a changed copy of it.
  struct Row: Sendable {
    /// The post it comes from.
    var post: Int
    var kind: Kind
    /// Its features in `slots`.
    var features: Range<Int>
    /// What the lexicon says of it, for every category.
    var lexiconLogOdds: [Float]
  }

  /// How a row comes from its post.
  enum Kind: Sendable {
    case original
    /// With names of the same shape, for harmful posts (`Renaming`).
    case renamed
    /// With a name of another shape (`NewNames`).
    case reshaped
  }

  /// The categories to learn.
  public let categories: [String]
  /// The posts, copies within a source left out.
  public private(set) var posts: [LabelledPost] = []
  /// A hash of each post's folded letters: equal for copies.
  public private(set) var keys: [UInt64] = []
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
    let reshaped = Self.reshaped(posts, kept, readings, categories, classifier)
    for (number, index) in kept.enumerated() {
      self.posts.append(posts[index])
      keys.append(readings[index].key)
      append(readings[index], isHarmful: posts[index].category != nil)
      if let copy = reshaped[number] { append(copy.features, .reshaped, copy.lexiconLogOdds) }
    }
  }

  private struct Reading: Sendable {
    var key: UInt64
    var lexiconLogOdds: [Double]
    var first: NGramText
    var windows: [[UInt16]]
    var renamed: [UInt16]
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
    var renamed = reading.windows[0]
    if post.category != nil { renamed.rename(seed: key, hidesDisguise: key % 2 == 0) }
    return Reading(
      key: key,
      lexiconLogOdds: reading.lexiconLogOdds,
      first: reading.windows[0],
      windows: reading.windows.prefix(post.category == nil ? windowsPerPost : 1).map(\.slots),
      renamed: post.category == nil ? [] : renamed.slots
    )
  }

  /// A copy of a post that is read anew.
  private struct Copy: Sendable {
    var features: [UInt16]
    var lexiconLogOdds: [Double]
  }

  /// Copies of the `kept` posts with names of other shapes: of all harmful posts that name a site, and of some harmless ones.
  private static func reshaped(
    _ posts: [LabelledPost],
    _ kept: [Int],
    _ readings: [Reading],
    _ categories: [String],
    _ classifier: Classifier
  ) -> [Copy?] {
    let names = NewNames(harmless: kept.lazy.filter { posts[$0].category == nil }.map { readings[$0].first })
    return concurrentMap(kept.indices) { number in
      let reading = readings[kept[number]]
      let seed = reading.key &+ 1
      let text: [UInt8]? =
        switch posts[kept[number]].category {
        case named: names.harmful(reading.first, seed: seed)
        case nil: reading.key % harmlessShare == 0 ? names.harmless(reading.first, seed: seed) : nil
        default: nil
        }
      guard let text else { return nil }
      var scratch = Classifier.Scratch()
      let post = classifier.trainingPost(text.span, categories: categories, scratch: &scratch)
      return Copy(features: post.windows[0].slots, lexiconLogOdds: post.lexiconLogOdds)
    }
  }

  /// The category whose posts name sites.
  private static let named = "gambling"
  /// Of so many harmless posts one also gets a new name.
  private static let harmlessShare: UInt64 = 5

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
    for window in reading.windows { append(window, .original, reading.lexiconLogOdds) }
    if isHarmful { append(reading.renamed, .renamed, reading.lexiconLogOdds) }
  }

  /// Appends a row of the last post.
  private mutating func append(_ features: [UInt16], _ kind: Kind, _ lexiconLogOdds: [Double]) {
    let range = slots.count..<slots.count + features.count
    rows.append(Row(post: posts.count - 1, kind: kind, features: range, lexiconLogOdds: lexiconLogOdds.map(Float.init)))
    slots += features
  }
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
