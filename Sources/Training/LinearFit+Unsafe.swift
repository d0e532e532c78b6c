import Foundation
import HarmClassifier

/// The weights of one category while they are learnt.
///
/// Unsafe pointers, for the inner loops only. Invariants: `weights` and `squares` hold `slotCount` elements; every slot is
/// a `UInt16` and `slotCount` is 65,536, so no slot lies outside; the ranges of examples lie in `set.slots`, whose pointer
/// does not leave the closure that lent it.
struct LinearFit {
  struct Example {
    var features: Range<Int>
    var offset: Float
    var isPositive: Bool
    var weight: Float
    /// The label is beyond doubt.
    var isCertain: Bool
    /// Its name was replaced by one of another shape, so that hardly more than the words around it can speak.
    var isReshaped: Bool
  }

  private(set) var bias: Float = 0
  private var weights = [Float](repeating: 0, count: NGramModel.slotCount)
  private var squares: [Float]
  private var biasSquares: Float = 1
  /// The n-grams never add less than this.
  private let floor: Float

  init(floor: Float, firstSquares: Float) {
    self.floor = floor
    squares = [Float](repeating: firstSquares, count: NGramModel.slotCount)
  }

  /// Learns and keeps the average over the second half of the rounds.
  mutating func run(
    _ set: TrainingSet,
    _ examples: [Example],
    _ options: Trainer.Options,
    _ progress: (Double) -> Void
  ) {
    var order = Array(examples.indices)
    var generator = SplitMix64(seed: options.seed)
    // Of its own, so that the order of the rows does not hang on what is left out.
    var dropout = Dropout(share: options.lexiconDropout, seed: ~options.seed)
    var sum = [Float](repeating: 0, count: NGramModel.slotCount)
    var biasSum: Float = 0
    var summed: Float = 0
    for round in 0..<options.rounds {
      order.shuffle(using: &generator)
      let rate = options.rate * (1 - 0.8 * Float(round) / Float(options.rounds))
      learn(set, examples, order, rate, trims: round >= options.patience, &dropout)
      if round >= options.rounds / 2 {
        for slot in sum.indices { sum[slot] += weights[slot] }
        biasSum += bias
        summed += 1
      }
      progress(Double(round + 1) / Double(options.rounds))
    }
    weights = sum.map { $0 / summed }
    bias = biasSum / summed
  }

  /// Posts judged this wrongly after some rounds are taken for mislabelled.
  private static let contradiction: Float = 0.97
  /// The words around a new name say too little for promotion when they are judged this wrongly.
  private static let silence: Float = 0.5
  /// Smaller steps than this change nothing.
  private static let smallestStep: Float = 1e-4

  private mutating func learn(
    _ set: TrainingSet,
    _ examples: [Example],
    _ order: [Int],
    _ rate: Float,
    trims: Bool,
    _ dropout: inout Dropout
  ) {
    set.slots.withUnsafeBufferPointer { slots in
      weights.withUnsafeMutableBufferPointer { weights in
        squares.withUnsafeMutableBufferPointer { squares in
          for index in order {
            let example = examples[index]
            let unit = 1 / Float(example.features.count).squareRoot()
            var sum: Float = 0
            for feature in example.features { sum += weights[Int(slots[feature])] }
            let value = sum * unit + bias
            let offset = dropout.isDue() ? 0 : example.offset
            let probability = 1 / (1 + exp(-(max(value, floor) + offset)))
            let error = probability - (example.isPositive ? 1 : 0)
            if trims, !example.isCertain, abs(error) > Self.contradiction { continue }
            if example.isReshaped, example.isPositive, !trims || -error > Self.silence { continue }
            // Below the floor nothing more can be said against a post.
            if value < floor, error > 0 { continue }
            let step = error * example.weight
            guard abs(step) >= Self.smallestStep else { continue }
            for feature in example.features {
              let slot = Int(slots[feature])
              squares[slot] += step * unit * step * unit
              weights[slot] -= rate * step * unit / squares[slot].squareRoot()
            }
            biasSquares += step * step
            bias -= rate * step / biasSquares.squareRoot()
          }
        }
      }
    }
  }

  /// The weights as small integers and what one unit stands for.
  func quantized() -> (scale: Double, weights: [Int8]) {
    let largest = weights.map(abs).max() ?? 0
    guard largest > 0 else { return (1, weights.map { _ in 0 }) }
    let scale = largest / 127
    return (Double(scale), weights.map { Int8(($0 / scale).rounded()) })
  }
}

/// Chance with a fixed share.
private struct Dropout {
  private let share: Float
  private var generator: SplitMix64

  init(share: Float, seed: UInt64) {
    self.share = share
    generator = SplitMix64(seed: seed)
  }

  mutating func isDue() -> Bool { Float.random(in: 0..<1, using: &generator) < share }
}
