/// A figure with the range it lies in with 95 % confidence.
public struct Interval: Sendable, Hashable {
  /// The figure as measured.
  public var value: Double
  /// The lower end.
  public var low: Double
  /// The upper end.
  public var high: Double

  /// A share with its score interval (Wilson 1927).
  static func share(_ count: Int, of total: Int) -> Interval {
    guard total > 0 else { return Interval(value: 0, low: 0, high: 1) }
    let (n, p, z) = (Double(total), Double(count) / Double(total), 1.96)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return Interval(value: p, low: max(0, centre - half), high: min(1, centre + half))
  }

  /// A figure with the range of its values over resampled data (Efron 1979), 200 times with fixed seeds.
  static func bootstrap(_ value: Double, _ resample: (inout SplitMix64) -> Double) -> Interval {
    var generator = SplitMix64(seed: 1)
    let values = (0..<200).map { _ in resample(&generator) }.sorted()
    return Interval(value: value, low: values[5], high: values[194])
  }
}

/// What was found of the harmful posts, and what else.
public struct Detection: Sendable, Hashable {
  /// Harmful posts found.
  public var found: Int
  /// Harmful posts missed.
  public var missed: Int
  /// Harmless posts taken for harmful.
  public var falseAlarms: Int

  /// The share of the found among all alarms.
  public var precision: Interval { .share(found, of: found + falseAlarms) }
  /// The share of the found among all harmful posts.
  public var recall: Interval { .share(found, of: found + missed) }

  /// The harmonic mean of precision and recall.
  public var f1: Interval {
    Interval.bootstrap(Self.f1(Double(found), Double(missed), Double(falseAlarms))) { generator in
      func drawn(_ count: Int) -> Double { Self.poisson(count, &generator) }
      return Self.f1(drawn(found), drawn(missed), drawn(falseAlarms))
    }
  }

  private static func f1(_ found: Double, _ missed: Double, _ falseAlarms: Double) -> Double {
    2 * found / max(1, 2 * found + missed + falseAlarms)
  }

  /// A Poisson number by its normal approximation (with a uniform sum), exact enough for an interval.
  private static func poisson(_ mean: Int, _ generator: inout SplitMix64) -> Double {
    let normal = (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &generator) }
    return max(0, Double(mean) + normal * Double(mean).squareRoot())
  }
}

/// Posts in the order of their probability, highest first.
struct Ranking {
  private let isHarmful: [Bool]
  private let positives: Int

  init(positives: [Double], negatives: [Double]) {
    let all = positives.map { ($0, true) } + negatives.map { ($0, false) }
    // Among equals the harmless come first: ties are no merit.
    isHarmful = all.sorted { $0.0 == $1.0 ? !$0.1 && $1.1 : $0.0 > $1.0 }.map(\.1)
    self.positives = positives.count
  }

  var averagePrecision: Interval {
    .bootstrap(averagePrecision { 1 }) { generator in
      // Each post is drawn as often as chance wants: Poisson(1) by inversion.
      averagePrecision { Self.draws(Double.random(in: 0..<1, using: &generator)) }
    }
  }

  private static func draws(_ chance: Double) -> Double {
    switch chance {
    case ..<0.3679: 0
    case ..<0.7358: 1
    case ..<0.9197: 2
    case ..<0.9810: 3
    default: 4
    }
  }

  private func averagePrecision(_ weight: () -> Double) -> Double {
    var (seen, found, sum) = (0.0, 0.0, 0.0)
    for isHarmful in isHarmful {
      let weight = weight()
      seen += weight
      guard isHarmful, weight > 0 else { continue }
      found += weight
      sum += weight * found / seen
    }
    return found > 0 ? sum / found : 0
  }

  func recall(atPrecision precision: Double) -> Double {
    var (found, best) = (0, 0)
    for (index, isHarmful) in isHarmful.enumerated() where isHarmful {
      found += 1
      if Double(found) / Double(index + 1) >= precision { best = found }
    }
    return positives > 0 ? Double(best) / Double(positives) : 0
  }
}

/// How well probabilities can be taken at their word.
public struct Calibration: Sendable {
  /// Posts whose probability lay in one tenth.
  public struct Bin: Sendable {
    /// Posts.
    public var posts = 0
    /// The sum of their probabilities.
    var said = 0.0
    /// The harmful ones among them.
    public var harmful = 0

    /// What was said on average.
    public var meanProbability: Double { posts > 0 ? said / Double(posts) : 0 }
    /// What was true.
    public var share: Double { posts > 0 ? Double(harmful) / Double(posts) : 0 }
  }

  /// The tenths, from 0…0.1.
  public private(set) var bins = [Bin](repeating: Bin(), count: 10)
  private var squares = 0.0

  mutating func add(_ probability: Double, isHarmful: Bool) {
    let index = min(9, Int(probability * 10))
    bins[index].posts += 1
    bins[index].said += probability
    if isHarmful { bins[index].harmful += 1 }
    let error = probability - (isHarmful ? 1 : 0)
    squares += error * error
  }

  private var posts: Int { bins.reduce(0) { $0 + $1.posts } }

  /// The mean gap between what was said and what was true, 0…1.
  public var expectedError: Double {
    bins.reduce(0) { $0 + abs($1.meanProbability - $1.share) * Double($1.posts) } / Double(max(1, posts))
  }

  /// The mean squared error of the probabilities (Brier 1950), 0…1.
  public var brier: Double { squares / Double(max(1, posts)) }
}
