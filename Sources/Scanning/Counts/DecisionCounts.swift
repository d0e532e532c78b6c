import HarmClassifier

/// Posts by decision.
public struct DecisionCounts: Sendable, Hashable, Codable {
  /// Posts with nothing to see.
  public private(set) var clean = 0
  /// Posts a person should look at.
  public private(set) var review = 0
  /// Posts worth an alert.
  public private(set) var harmful = 0

  /// Creates zeros.
  public init() {}

  /// Posts of any decision.
  public var total: Int { clean + review + harmful }

  /// Posts of a decision.
  public internal(set) subscript(decision: Verdict.Decision) -> Int {
    get {
      switch decision {
      case .clean: clean
      case .review: review
      case .harmful: harmful
      }
    }
    set {
      switch decision {
      case .clean: clean = newValue
      case .review: review = newValue
      case .harmful: harmful = newValue
      }
    }
  }

  static func + (left: DecisionCounts, right: DecisionCounts) -> DecisionCounts {
    var sum = left
    for decision in Verdict.Decision.allCases { sum[decision] += right[decision] }
    return sum
  }
}
