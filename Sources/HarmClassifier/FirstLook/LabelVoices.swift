/// Tells from what n-grams come to whether they by themselves call for a look, for up to four labels at once.
struct LabelVoices: Sendable {
  private var scale = SIMD4<Double>()
  private var bias = SIMD4<Double>()
  /// Infinite for labels whose category the lexicon does not have.
  private var reviewAt = SIMD4<Double>(repeating: .infinity)
  private let floor: Double

  init(_ lexicon: Lexicon, _ model: NGramModel?) {
    floor = lexicon.scoring.bias
    for (lane, label) in (model?.labels ?? []).enumerated() {
      scale[lane] = label.scale
      bias[lane] = label.bias
      if lexicon.categories.contains(where: { $0.id == label.category }) { reviewAt[lane] = label.reviewAt }
    }
  }

  /// As `NGramModel.value(of:label:)` and `NGramReading.logOdds(floor:)` have it, for the weights of `count` features.
  func anySpeaks(_ weights: SIMD4<Int32>, count: Int) -> Bool {
    let values = SIMD4<Double>(weights) * scale / SIMD4(repeating: Double(count).squareRoot())
    let logOdds = pointwiseMax(SIMD4(repeating: floor), bias + values)
    return any(logOdds .>= reviewAt)
  }
}
