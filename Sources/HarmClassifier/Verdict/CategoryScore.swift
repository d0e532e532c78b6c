/// Adds up what speaks for one category in a post and decides.
///
/// The log-odds are the bias, shifted by stance, plus the weights of the evidence: nothing else, so that an explanation
/// always adds up.
struct CategoryScore {
  private(set) var verdict: CategoryVerdict
  private(set) var decision = Verdict.Decision.clean
  private(set) var evidence: [Evidence] = []
  /// Whether the category deserves a line in the verdict.
  private(set) var isNoteworthy = false

  let lexicon: Lexicon
  let category: Int
  let ngram: NGramReading?
  /// The category's terms in the post, by start.
  let terms: ArraySlice<Hits.TermHit>
  let siteNames: [SiteName]
  /// Other families count only for a category that a term of weight, or a telling site name, speaks for.
  let isSupported: Bool
  /// How many different terms nobody but a promoter writes.
  private(set) var strongTerms = 0
  var scoring: Scoring { lexicon.scoring }

  init(
    _ post: borrowing PostReading,
    category: Int,
    _ lexicon: Lexicon,
    ngram: NGramReading?,
    original: Span<UInt8>
  ) {
    self.lexicon = lexicon
    self.category = category
    self.ngram = ngram
    let info = lexicon.categories[category]
    terms = post.hits.terms(of: category)
    siteNames = info.hasSiteNames ? post.siteNames : []
    isSupported = terms.contains(where: \.weight.isWeighty) || !siteNames.isEmpty
    let stance = StanceReader(terms: terms, siteNames: siteNames).read(post)
    let bias = lexicon.scoring.bias
    verdict = CategoryVerdict(id: info.id, score: 0, bias: bias, stance: stance, pillars: info.pillars)
    // Without any term there is no talk that a stance could be taken in.
    if !terms.isEmpty || !siteNames.isEmpty { verdict.bias += Self.shift(for: stance) }
    evidence.reserveCapacity(Self.usualEvidence)
    addTerms(post, original)
    if isSupported { addFamilies(post, original) }
    let base = ngram?.logOdds(floor: bias) ?? bias
    let logit = evidence.reduce(verdict.bias - bias + base) { $0 + $1.weight }
    verdict.score = Self.probability(logit)
    verdict.stance = settledStance(logit, post)
    decision = decide(logit, post)
    isNoteworthy = decision != .clean || hasTopic
    if isNoteworthy { addRuns(base: base, post, original) }
  }

  /// Few posts hold more pieces of evidence.
  private static let usualEvidence = 12

  /// Talk about a harm makes a harmful post unlikely beforehand.
  private static func shift(for stance: Stance) -> Double {
    switch stance {
    case .promo, .mimicry, .crisis: 0
    case .mention: -2
    case .counter, .news, .factcheck, .policyAcademic, .helpSeeking, .victimReport: -6
    }
  }

  /// Shows where the n-gram score comes from; what no shown run accounts for is part of the bias.
  private mutating func addRuns(base: Double, _ post: borrowing PostReading, _ original: Span<UInt8>) {
    guard let ngram, base > scoring.bias else { return }
    var rest = base - scoring.bias
    for run in ngram.strongestRuns(in: post.text, lastWindow: post.ngrams) {
      add(run.range, .ngram, weight: run.weight, post, original)
      rest -= run.weight
    }
    verdict.bias += rest
  }

  private static func probability(_ logit: Double) -> Double { 1 / (1 + exponential(-logit)) }

  /// Each term once, the sum of a weight class scaled down to its cap.
  private mutating func addTerms(_ post: borrowing PostReading, _ original: Span<UInt8>) {
    guard !terms.isEmpty else { return }
    var distinct: [Hits.TermHit] = []
    for hit in terms where !distinct.contains(where: { $0.term == hit.term }) { distinct.append(hit) }
    for hit in distinct {
      let count = distinct.count { $0.weight == hit.weight }
      let term = lexicon.terms[hit.term]
      let weight = lexicon.weights.weight(of: hit.weight, count: count)
      add(hit.range, term.family, term: term.text, weight: weight, post, original)
    }
    strongTerms = distinct.count { $0.weight == .strong }
    evidence.sort { $0.start != $1.start ? $0.start < $1.start : $0.term < $1.term }
  }

  /// Whether the post names the harm at all, beyond everyday words.
  private var hasTopic: Bool { !siteNames.isEmpty || terms.contains { $0.weight != .weak } }

  private mutating func addFamilies(_ post: borrowing PostReading, _ original: Span<UInt8>) {
    if let name = siteNames.first { add(name.range, .siteName, post, original) }
    for family in [Evidence.Family.callToAction, .testimonial, .priceBait] {
      if let range = post.live(family) { add(range, family, post, original) }
    }
    if let contact = post.liveContact() { add(contact.range, .indicator, term: contact.kind.rawValue, post, original) }
    if let range = hiddenRange(in: post) { add(range, .obfuscation, post, original) }
  }

  /// The first term or site name that was hidden from filters.
  private func hiddenRange(in post: borrowing PostReading) -> Range<Int>? {
    guard post.text.hasDisguise else { return nil }
    let term = terms.first { !post.text.disguise(of: $0.range).isEmpty }?.range
    let name = siteNames.first { !post.text.disguise(of: $0.range).isEmpty }?.range
    guard let term, let name else { return term ?? name }
    return name.lowerBound < term.lowerBound ? name : term
  }

  /// Adds the words `range`; without a term they are their own, without a weight they weigh what their family does.
  private mutating func add(
    _ range: Range<Int>,
    _ family: Evidence.Family,
    term: String? = nil,
    weight: Double? = nil,
    _ post: borrowing PostReading,
    _ original: Span<UInt8>
  ) {
    let place = post.text.original(range)
    let folded = post.text.string(range)
    evidence.append(
      Evidence(
        start: place.lowerBound,
        end: place.upperBound,
        text: post.text.reads(range, as: original, place) ? folded : original.string(place),
        folded: folded,
        family: family,
        category: verdict.id,
        term: term ?? folded,
        weight: weight ?? lexicon.weights.weight(of: family)
      )
    )
  }
}

extension FoldedText {
  /// Whether the bytes `range` are those of the original at `place`, letter by letter.
  fileprivate func reads(_ range: Range<Int>, as original: Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard range.count == place.count else { return false }
    return range.allSatisfy { bytes[$0] == original[place.lowerBound + $0 - range.lowerBound] }
  }
}
