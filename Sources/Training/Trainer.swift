import Foundation
import HarmClassifier

/// Trains the n-gram model beside a lexicon: logistic regression by AdaGrad (Duchi, Hazan & Singer 2011) with averaged
/// weights, for each category apart.
///
/// The lexicon's log-odds enter as a fixed offset, so that the n-grams learn only what it leaves to be said, and as in
/// the classifier they never speak more against a post than the lexicon's bias does. After `patience` rounds posts that
/// contradict everything learnt count as mislabelled and teach no more (trimmed loss), unless their source is harmless
/// throughout. From then on copies with names of other shapes are learnt from, where what stands around the name speaks.
///
/// At some visits a post is read as if the lexicon knew nothing of it (drop-out, Srivastava et al. 2014). Else what the
/// lexicon finds by itself would teach the n-grams nothing, and what such posts share with harmless ones, such as the
/// shape of names, would speak against them.
public struct Trainer: Sendable {
  /// How to train.
  public struct Options: Sendable {
    /// Rounds over all rows.
    public var rounds = 12
    /// The first step's size.
    public var rate: Float = 0.2
    /// The sum of squared steps that a weight starts from: what few posts hold moves little.
    public var firstSquares: Float = 0.01
    /// The share of visits at which the lexicon's log-odds are left out.
    public var lexiconDropout: Float = 0.3
    /// What a copy of a harmful post with other names weighs; the post itself has the rest of 1.
    public var copyWeight: Float = 0.3
    /// What a copy with a name of another shape weighs, beside its post: of a harmful one, and of a harmless one.
    public var reshapedWeights: (harmful: Float, harmless: Float) = (0.25, 0.7)
    /// Rounds before contradicting posts are left out.
    public var patience = 3
    /// What posts of a source weigh, beside its size; 1 where absent.
    public var sourceWeights = [LabelledPosts.names: Float(0.3)]
    /// Added to every bias: on sources a model has not seen it is a little too sure of harmlessness.
    public var biasShift = 0.25
    /// Decides the order of the rows.
    public var seed: UInt64 = 7

    /// The options the shipped model was trained with.
    public init() {}
  }

  private let options: Options

  /// Creates a trainer.
  public init(_ options: Options = Options()) { self.options = options }

  /// Trains on all posts of `set` but those that `isLeftOut` names by their index. `progress` gets the share done, 0…1.
  public func train(
    _ set: TrainingSet,
    version: String,
    scoring: Scoring,
    leavingOut isLeftOut: (Int) -> Bool = { _ in false },
    progress: (Double) -> Void = { _ in }
  ) -> NGramModel {
    let rows = trainingRows(set, isLeftOut)
    var labels: [NGramModel.Label] = []
    var columns: [[Int8]] = []
    for (category, id) in set.categories.enumerated() {
      var fit = LinearFit(floor: Float(scoring.bias), firstSquares: options.firstSquares)
      fit.run(set, rows.examples(for: id, at: category, in: set), options) { share in
        progress((Double(category) + share) / Double(set.categories.count))
      }
      let (scale, weights) = fit.quantized()
      let isPoor = set.posts.count { $0.category == id } < Self.enough
      labels.append(
        NGramModel.Label(
          category: id,
          bias: Double(fit.bias) + options.biasShift,
          scale: scale,
          reviewAt: isPoor ? 0.3 : -1.1,
          harmfulAt: isPoor ? 1.75 : 0.42
        )
      )
      columns.append(weights)
    }
    var weights: [Int8] = []
    weights.reserveCapacity(columns.count * NGramModel.slotCount)
    for slot in 0..<NGramModel.slotCount { for column in columns { weights.append(column[slot]) } }
    return NGramModel(version: version, labels: labels, weights: weights)!
  }

  /// With fewer harmful posts than this a category's n-grams are trusted less by themselves.
  private static let enough = 5000

  /// Rows to learn from and what each weighs.
  private func trainingRows(_ set: TrainingSet, _ isLeftOut: (Int) -> Bool) -> WeightedRows {
    var sizes: [String: Int] = [:]
    for post in set.posts { sizes[post.source, default: 0] += 1 }
    // Of copies in several sources the one in the smallest stays: small sources are the special ones.
    var owner: [UInt64: Int] = [:]
    for (index, post) in set.posts.enumerated() where !isLeftOut(index) {
      guard let other = owner[set.keys[index]] else {
        owner[set.keys[index]] = index
        continue
      }
      if sizes[post.source]! < sizes[set.posts[other].source]! { owner[set.keys[index]] = index }
    }
    var rows = WeightedRows()
    for row in set.rows where owner[set.keys[row.post]] == row.post && !row.features.isEmpty {
      let post = set.posts[row.post]
      // The square root lies between counting posts alike and counting sources alike.
      let size = (5000 / Float(sizes[post.source]!)).squareRoot()
      rows.rows.append(row)
      rows.weights.append(
        size * share(row.kind, isHarmful: post.category != nil) * (options.sourceWeights[post.source] ?? 1)
      )
    }
    return rows
  }

  private func share(_ kind: TrainingSet.Kind, isHarmful: Bool) -> Float {
    switch kind {
    case .original: isHarmful ? 1 - options.copyWeight : 1
    case .renamed: options.copyWeight
    case .reshaped: isHarmful ? options.reshapedWeights.harmful : options.reshapedWeights.harmless
    }
  }
}

/// Rows with their weights.
struct WeightedRows {
  var rows: [TrainingSet.Row] = []
  var weights: [Float] = []

  /// The rows of a category and the harmless ones; what belongs to another category says nothing about this one.
  ///
  /// In a source that holds no harmful post nobody had to tell the two apart, so nobody erred.
  func examples(for id: String, at category: Int, in set: TrainingSet) -> [LinearFit.Example] {
    let mixed = Set(set.posts.lazy.filter { $0.category == id }.map(\.source))
    return zip(rows, weights).compactMap { row, weight in
      let label = set.posts[row.post].category
      guard label == nil || label == id else { return nil }
      return LinearFit.Example(
        features: row.features,
        offset: row.lexiconLogOdds[category],
        isPositive: label == id,
        weight: weight,
        isCertain: !mixed.contains(set.posts[row.post].source),
        isReshaped: row.kind == .reshaped
      )
    }
  }
}
