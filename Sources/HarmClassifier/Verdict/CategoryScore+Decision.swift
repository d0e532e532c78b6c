/// What a category's log-odds and stance come to.
extension CategoryScore {
  /// Log-odds from which a person should look. Where the lexicon says nothing the model draws its own lines.
  private var reviewAt: Double { isSupported ? scoring.reviewAt : (ngram?.reviewAt ?? scoring.reviewAt) + lengthLift }

  /// Log-odds from which a post may raise an alert.
  private var harmfulAt: Double {
    guard !isSupported, let ngram else { return scoring.harmfulAt - (hidesName ? Self.placeWeight : 0) }
    return ngram.harmfulAt + lengthLift - (saysWhere ? Self.placeWeight : 0)
  }

  /// Who says where to go needs this much less to be taken for a promoter.
  private static let placeWeight = 1.0

  /// What the n-grams must say more: of a long page the loudest of many windows counts, so its line rises with the
  /// logarithm of their number, and a word or two alone are loud by chance.
  private var lengthLift: Double {
    if post.text.count < Self.shortText { return 1 }
    var (windows, lift) = (post.text.count / NGramModel.windowLength, 0.0)
    while windows > 1 { (windows, lift) = (windows / 2, lift + Self.logarithmOf2) }
    return lift
  }

  private static let shortText = 16
  private static let logarithmOf2 = 0.6931

  /// Nobody but a promoter hides the name of a site from filters.
  private var hidesName: Bool { siteNames.contains(where: \.isDisguised) }

  /// Whether a promoter says where to go: by a name to look for, which may be spelt past recognition, or else by a contact,
  /// a link or a call to act.
  private var saysWhere: Bool {
    lexicon.categories[category].hasSiteNames
      ? !siteNames.isEmpty || isSpeltWithDigits
        || SiteNameFinder(exemptions: lexicon.siteNameExempt).findsAny(in: post.text)
      : post.live(.callToAction) != nil || post.promotionalIndicator() != nil
  }

  /// Whether words are spelt with digits one after another (`4d4 y4ng n3mu`): a single one may be a plate or a model.
  private var isSpeltWithDigits: Bool {
    (ngram?.lastWindow.shapes.count { $0.disguise & FoldedText.Disguise.digit.rawValue != 0 } ?? 0) >= 3
  }

  /// Whether the n-grams by themselves speak for the category.
  private var speaksByNGrams: Bool { ngram.map { $0.logOdds(floor: scoring.bias) >= $0.reviewAt } ?? false }

  private static let reports: Set<Stance> = [.news, .factcheck, .policyAcademic]

  /// The stance, where the lexicon could not tell it or was misled: there the n-grams decide.
  func settledStance(_ logit: Double) -> Stance {
    guard speaksByNGrams, logit >= reviewAt else { return verdict.stance }
    // A report without a name to look for stays a report, however much it speaks of money.
    if Self.reports.contains(verdict.stance), !isSupported, !saysWhere { return verdict.stance }
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
