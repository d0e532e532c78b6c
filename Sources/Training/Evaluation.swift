import HarmClassifier

/// What a classifier says about one labelled post.
struct Judged: Sendable {
  /// The post's index in the training set.
  var post: Int
  var verdict: Verdict
  /// The probability of each category.
  var probabilities: [Double]
  /// The categories the verdict names.
  var named: Set<String>

  var decision: Verdict.Decision { verdict.decision }

  /// Whether the verdict fits a post of `category`; nil is harmless.
  func fits(_ category: String?) -> Bool {
    guard let category else { return decision == .clean }
    return decision == .harmful && named.contains(category)
  }
}

/// How well verdicts fit the labels of people.
public struct Evaluation: Sendable {
  /// Harmful posts of one category in one source, against the source's harmless ones.
  public struct CategoryReport: Sendable {
    /// The source.
    public var source: String
    /// The category.
    public var category: String
    /// Harmful and harmless posts.
    public var positives: Int
    /// Harmless posts.
    public var negatives: Int
    /// Posts judged `harmful`.
    public var harmful: Detection
    /// Posts judged `harmful` or `review`.
    public var flagged: Detection
    /// Average precision of the ranking by probability.
    public var averagePrecision: Interval
    /// Recall at the lowest threshold that keeps 99 % precision.
    public var recallAt99: Double
  }

  /// Harmless posts of one source.
  public struct QuietReport: Sendable {
    /// The source.
    public var source: String
    /// Harmless posts.
    public var posts: Int
    /// The share judged `harmful`.
    public var harmful: Interval
    /// The share judged `review`.
    public var review: Interval
  }

  /// What another method found in a source.
  public struct Baseline: Sendable, Hashable, Codable {
    /// The source.
    public var source: String
    /// The method's name.
    public var model: String
    /// The harmonic mean of its precision and recall, 0…1.
    public var f1: Double

    /// Creates a figure.
    public init(source: String, model: String, f1: Double) {
      (self.source, self.model, self.f1) = (source, model, f1)
    }
  }

  /// Figures of other methods to show beside.
  public var baselines: [Baseline] = []
  /// The sources that a mean counts; all when empty.
  public var averaged: Set<String> = []
  /// Sources with harmful posts.
  public var categories: [CategoryReport] = []
  /// Every source's harmless posts.
  public var quiet: [QuietReport] = []
  /// How far probabilities can be taken at their word, over all posts of the first category's sources.
  public var calibration = Calibration()
  /// The posts judged otherwise than they are labelled.
  public var mistakes: [Mistake] = []

  init(_ judged: [Judged], _ set: TrainingSet) {
    mistakes = judged.filter { !$0.fits(set.posts[$0.post].category) }
      .map { Mistake(post: set.posts[$0.post], verdict: $0.verdict) }
    for (source, posts) in Dictionary(grouping: judged, by: { set.posts[$0.post].source }).sorted(by: {
      $0.key < $1.key
    }) {
      let negatives = posts.filter { set.posts[$0.post].category == nil }
      for (index, category) in set.categories.enumerated() {
        let positives = posts.filter { set.posts[$0.post].category == category }
        guard !positives.isEmpty else { continue }
        categories.append(CategoryReport(source, category, index, positives, negatives))
        for post in positives { calibration.add(post.probabilities[index], isHarmful: true) }
        for post in negatives { calibration.add(post.probabilities[index], isHarmful: false) }
      }
      if !negatives.isEmpty { quiet.append(QuietReport(source, negatives)) }
      let groups = Dictionary(grouping: negatives) { set.posts[$0.post].group ?? "" }
      for (group, posts) in groups.sorted(by: { $0.key < $1.key }) where !group.isEmpty {
        quiet.append(QuietReport("\(source) \(group)", posts))
      }
    }
  }

  /// The mean F1 over the averaged sources of a category, by `harmful` and by any flag; nil without any.
  public func macroF1(of category: String) -> (harmful: Double, flagged: Double)? {
    let reports = categories.filter { report in
      report.category == category && (averaged.isEmpty || averaged.contains(report.source))
    }
    guard !reports.isEmpty else { return nil }
    let count = Double(reports.count)
    return (
      reports.reduce(0) { $0 + $1.harmful.f1.value } / count, reports.reduce(0) { $0 + $1.flagged.f1.value } / count
    )
  }
}

extension Evaluation {
  /// The other methods' figures for a source, in the order of their names.
  func baselines(of source: String) -> [Baseline] {
    baselines.filter { $0.source == source }.sorted { $0.model < $1.model }
  }
}

extension Evaluation.CategoryReport {
  fileprivate init(
    _ source: String,
    _ category: String,
    _ index: Int,
    _ positives: [Judged],
    _ negatives: [Judged]
  ) {
    func detection(from decision: Verdict.Decision) -> Detection {
      Detection(
        found: positives.count { $0.decision >= decision && $0.named.contains(category) },
        missed: positives.count { $0.decision < decision || !$0.named.contains(category) },
        falseAlarms: negatives.count { $0.decision >= decision && $0.named.contains(category) }
      )
    }
    let ranking = Ranking(
      positives: positives.map { $0.probabilities[index] },
      negatives: negatives.map { $0.probabilities[index] }
    )
    self.init(
      source: source,
      category: category,
      positives: positives.count,
      negatives: negatives.count,
      harmful: detection(from: .harmful),
      flagged: detection(from: .review),
      averagePrecision: ranking.averagePrecision,
      recallAt99: ranking.recall(atPrecision: 0.99)
    )
  }
}

extension Evaluation.QuietReport {
  fileprivate init(_ source: String, _ posts: [Judged]) {
    self.init(
      source: source,
      posts: posts.count,
      harmful: .share(posts.count { $0.decision == .harmful }, of: posts.count),
      review: .share(posts.count { $0.decision == .review }, of: posts.count)
    )
  }
}
