/// What evidence weighs, as tables: the scoring's dictionaries would be hashed into for every piece of evidence.
struct EvidenceWeights: Sendable {
  private let terms: [Double]
  private let caps: [Double]
  private let families: [Double]

  init(_ scoring: Scoring) {
    terms = TermWeight.allCases.map { scoring.terms[$0] ?? 0 }
    caps = TermWeight.allCases.map { scoring.caps[$0] ?? .infinity }
    families = Evidence.Family.allCases.map { scoring.families[$0] ?? 0 }
  }

  /// What each of `count` different terms of a class adds: less where together they would add more than the cap.
  func weight(of term: TermWeight, count: Int) -> Double {
    let each = terms[term.number]
    let sum = each * Double(count)
    return each * (sum > 0 ? min(1, caps[term.number] / sum) : 1)
  }

  /// What evidence of a family adds.
  func weight(of family: Evidence.Family) -> Double { families[family.number] }
}

extension TermWeight {
  /// The number of the case, in the order of `allCases`.
  fileprivate var number: Int {
    switch self {
    case .strong: 0
    case .medium: 1
    case .weak: 2
    case .context: 3
    case .regional: 4
    }
  }
}

extension Evidence.Family {
  /// The number of the case, in the order of `allCases`.
  var number: Int {
    switch self {
    case .lexicon: 0
    case .ngram: 1
    case .siteName: 2
    case .callToAction: 3
    case .testimonial: 4
    case .priceBait: 5
    case .indicator: 6
    case .obfuscation: 7
    }
  }
}

/// How many terms there are of each weight.
struct TermCounts {
  private var counts = InlineArray<5, Int>(repeating: 0)

  subscript(weight: TermWeight) -> Int {
    get { counts[weight.number] }
    set { counts[weight.number] = newValue }
  }
}

/// Several families, as one number.
struct FamilySet {
  private var bits: UInt8 = 0

  var count: Int { bits.nonzeroBitCount }

  mutating func insert(_ family: Evidence.Family) { bits |= 1 << UInt8(family.number) }

  func contains(_ family: Evidence.Family) -> Bool { bits >> UInt8(family.number) & 1 != 0 }
}
