/// What a category's log-odds and stance come to.
extension CategoryScore {
  /// Log-odds from which a person should look. Where the lexicon says nothing the model draws its own lines.
  private var reviewAt: Double { isSupported ? scoring.reviewAt : ngram?.reviewAt ?? scoring.reviewAt }

  /// Log-odds from which a post may raise an alert.
  private var harmfulAt: Double { isSupported ? scoring.harmfulAt : ngram?.harmfulAt ?? scoring.harmfulAt }

  /// Whether the n-grams by themselves speak for the category.
  private var speaksByNGrams: Bool { ngram.map { $0.logOdds(floor: scoring.bias) >= $0.reviewAt } ?? false }

  /// The stance, where the lexicon could not tell it or was misled: there the n-grams decide.
  func settledStance(_ logit: Double) -> Stance {
    guard speaksByNGrams, logit >= reviewAt else { return verdict.stance }
    switch verdict.stance {
    case .mention: return .promo
    case .promo, .mimicry, .crisis: return verdict.stance
    default: return logit >= harmfulAt ? .mimicry : verdict.stance
    }
  }

  func decide(_ logit: Double) -> Verdict.Decision {
    let stance = verdict.stance
    guard stance.mayBeHarmful || stance == .crisis, isSupported || speaksByNGrams else { return .clean }
    // A warning or news item that names a site may be a hijacked page: a person should look, however little it says.
    let namesSite = stance == .mimicry && !siteNames.isEmpty
    guard logit >= reviewAt || namesSite else { return .clean }
    let families = Set(evidence.filter { $0.weight > 0 }.map(\.family))
    let isBroad = families.count >= 2 || strongTerms >= 2 || speaksByNGrams
    let isHarmful = stance.mayBeHarmful && logit >= harmfulAt && isBroad && (stance == .promo || isOpenMimicry)
    return min(isHarmful ? .harmful : .review, lexicon.categories[category].ceiling)
  }

  private var strongTerms: Int { Set(terms.filter { weight(of: $0) == .strong }.map(\.term)).count }

  /// A warning that only names a site may be meant; one that also links, calls, baits or piles up a promoter's terms is
  /// promotion.
  private var isOpenMimicry: Bool {
    let open = Set(evidence.map(\.family)).intersection([
      .siteName, .indicator, .callToAction, .priceBait, .testimonial,
    ])
    let calls = open.contains(.callToAction) || open.contains(.indicator)
    return open.count >= 2 || (calls && strongTerms >= 2)
  }
}
