/// What a category's log-odds and stance come to.
extension CategoryScore {
  /// Log-odds from which a person should look. Where the lexicon says nothing the model draws its own lines.
  private func reviewAt(_ post: borrowing PostReading) -> Double {
    isSupported ? scoring.reviewAt : (ngram?.reviewAt ?? scoring.reviewAt) + Self.lengthLift(of: post.text.count)
  }

  /// Log-odds from which a post may raise an alert.
  private func harmfulAt(_ post: borrowing PostReading) -> Double {
    guard !isSupported, let ngram else { return scoring.harmfulAt - hiddenNameWeight }
    return ngram.harmfulAt + Self.lengthLift(of: post.text.count) - (saysWhere(post) ? Self.placeWeight : 0)
  }

  /// Who says where to go needs this much less to be taken for a promoter.
  private static let placeWeight = 1.0

  /// What the n-grams of a text of `count` bytes must say more: of a long page the loudest of many windows counts, so its line rises with the
  /// logarithm of their number, and a word or two alone are loud by chance.
  private static func lengthLift(of count: Int) -> Double {
    if count < shortText { return 1 }
    var (windows, lift) = (count / NGramModel.windowLength, 0.0)
    while windows > 1 { (windows, lift) = (windows / 2, lift + logarithmOf2) }
    return lift
  }

  private static let shortText = 16
  private static let logarithmOf2 = 0.6931

  /// Nobody but a promoter hides the name of a site from filters; more so a name that can be nothing else.
  private var hiddenNameWeight: Double {
    let hidden = siteNames.lazy.filter(\.isDisguised)
    return hidden.contains(where: \.isUnmistakable) ? 2 * Self.placeWeight : hidden.isEmpty ? 0 : Self.placeWeight
  }

  /// Whether a promoter says where to go: by a name to look for, which may be spelt past recognition or hidden in a plain
  /// post, or else by a contact, a link or a call to act.
  private func saysWhere(_ post: borrowing PostReading) -> Bool {
    lexicon.categories[category].hasSiteNames
      ? !post.names.isEmpty || Self.isSpeltWithDigits(post.ngrams) || setsWordsApart(post.text)
      : post.live(.callToAction) != nil || post.liveContact() != nil
  }

  /// Whether words are spelt with digits one after another (`4d4 y4ng n3mu`): a single one may be a plate or a model.
  private static func isSpeltWithDigits(_ text: borrowing NGramText) -> Bool {
    text.shapes.count { $0.disguise & FoldedText.Disguise.digit.rawValue != 0 } >= 3
  }

  /// Whether a few words, such as a name, are written in letters of another style than the rest of the post.
  private func setsWordsApart(_ text: borrowing FoldedText) -> Bool {
    let bytes = text.bytes.span
    let styled = text.words.count { word in
      word.count >= Self.shortestName && !word.disguise.isDisjoint(with: [.styled, .split])
        && !lexicon.siteNameExempt.contains(word.range, in: bytes)
    }
    return styled > 0 && styled * 3 <= text.words.count
  }

  private static let shortestName = 5

  /// Whether the n-grams by themselves speak for the category.
  private var speaksByNGrams: Bool { ngram?.speaks(floor: scoring.bias) ?? false }

  /// The stance, where the lexicon could not tell it or was misled: there the n-grams decide.
  func settledStance(_ logit: Double, _ post: borrowing PostReading) -> Stance {
    guard speaksByNGrams, logit >= reviewAt(post) else { return verdict.stance }
    switch verdict.stance {
    case .mention: return .promo
    case .promo, .mimicry, .crisis: return verdict.stance
    case .news, .factcheck, .policyAcademic:
      // A report without a name to look for stays a report, however much it speaks of money.
      return (isSupported || saysWhere(post)) && logit >= harmfulAt(post) ? .mimicry : verdict.stance
    case .counter, .helpSeeking, .victimReport: return logit >= harmfulAt(post) ? .mimicry : verdict.stance
    }
  }

  func decide(_ logit: Double, _ post: borrowing PostReading) -> Verdict.Decision {
    let stance = verdict.stance
    guard stance.mayBeHarmful || stance == .crisis, isSupported || speaksByNGrams else { return .clean }
    // A warning or news item that names a site may be a hijacked page: a person should look, however little it says.
    let namesSite = stance == .mimicry && !siteNames.isEmpty
    guard logit >= reviewAt(post) || namesSite else { return .clean }
    let isBroad = families { $0.weight > 0 }.count >= 2 || strongTerms >= 2 || hasManyTerms || speaksByNGrams
    let isHarmful = stance.mayBeHarmful && logit >= harmfulAt(post) && isBroad && (stance == .promo || isOpenMimicry)
    return min(isHarmful ? .harmful : .review, lexicon.categories[category].ceiling)
  }

  /// The families of some of the reasons.
  private func families(where isCounted: (Reason) -> Bool) -> FamilySet {
    var families = FamilySet()
    for reason in reasons where isCounted(reason) { families.insert(reason.family) }
    return families
  }

  /// A warning that only names a site may be meant; one that also links, calls, baits or piles up a promoter's terms is
  /// promotion.
  private var isOpenMimicry: Bool {
    let open = families {
      switch $0.family {
      case .siteName, .indicator, .callToAction, .priceBait, .testimonial: true
      case .lexicon, .ngram, .obfuscation: false
      }
    }
    let calls = open.contains(.callToAction) || open.contains(.indicator)
    return open.count >= 2 || (calls && strongTerms >= 2)
  }
}
