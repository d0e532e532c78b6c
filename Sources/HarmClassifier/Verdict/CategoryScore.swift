/// Adds up what speaks for one category in a post and decides.
///
/// The log-odds are the bias, shifted by stance, plus the weights of the evidence: nothing else, so that an explanation
/// always adds up.
struct CategoryScore {
  private(set) var verdict: CategoryVerdict
  private(set) var decision = Verdict.Decision.clean
  /// Empty but while they are added up: their memory is the caller's.
  private(set) var reasons: [Reason] = []
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
  /// Three different terms, two of them of weight: more than talk repeats.
  private(set) var hasManyTerms = false
  var scoring: Scoring { lexicon.scoring }

  /// Reads what a post says about a category; `addUp` scores it.
  init(_ post: borrowing PostReading, category: Int, _ lexicon: Lexicon, ngram: NGramReading?) {
    let info = lexicon.categories[category]
    let terms = post.hits.terms(of: category)
    let siteNames = info.hasSiteNames ? post.siteNames : []
    let stance = StanceReader(terms: terms, siteNames: siteNames).read(post)
    // Without any term there is no talk that a stance could be taken in.
    let shift = terms.isEmpty && siteNames.isEmpty ? 0 : Self.shift(for: stance)
    let bias = lexicon.scoring.bias + shift
    (self.lexicon, self.category, self.ngram, self.terms, self.siteNames) = (lexicon, category, ngram, terms, siteNames)
    isSupported = terms.contains(where: \.weight.isWeighty) || !siteNames.isEmpty
    verdict = CategoryVerdict(id: info.id, score: 0, bias: bias, stance: stance, pillars: info.pillars)
  }

  /// Scores the post and decides; leaves in `reasons` what the score is the sum of.
  mutating func addUp(_ post: borrowing PostReading, _ reasons: inout [Reason]) {
    reasons.clear()
    swap(&reasons, &self.reasons)
    addUp(post)
    swap(&reasons, &self.reasons)
  }

  private mutating func addUp(_ post: borrowing PostReading) {
    addTerms(post)
    if isSupported { addFamilies(post) }
    let base = ngram?.logOdds(floor: scoring.bias) ?? scoring.bias
    let logit = reasons.reduce(verdict.bias - scoring.bias + base) { $0 + $1.weight }
    verdict.score = Self.probability(logit)
    verdict.stance = settledStance(logit, post)
    decision = decide(logit, post)
    isNoteworthy = decision != .clean || hasTopic
    if isNoteworthy { addRuns(base: base, post) }
  }

  /// Talk about a harm makes a harmful post unlikely beforehand.
  private static func shift(for stance: Stance) -> Double {
    switch stance {
    case .promo, .mimicry, .crisis: 0
    case .mention: -2
    case .counter, .news, .factcheck, .policyAcademic, .helpSeeking, .victimReport: -6
    }
  }

  /// Shows where the n-gram score comes from; what no shown run accounts for is part of the bias.
  private mutating func addRuns(base: Double, _ post: borrowing PostReading) {
    guard let ngram, base > scoring.bias else { return }
    var runs = StrongestRuns()
    ngram.forEachRun(in: post.text, lastWindow: post.ngrams) { runs.add($0) }
    var rest = base - scoring.bias
    runs.forEach { run in
      reasons.append(Reason(range: run.range, family: .ngram, weight: run.weight))
      rest -= run.weight
    }
    verdict.bias += rest
  }

  private static func probability(_ logit: Double) -> Double { 1 / (1 + exponential(-logit)) }

  /// Each term once, the sum of a weight class scaled down to its cap.
  private mutating func addTerms(_ post: borrowing PostReading) {
    guard !terms.isEmpty else { return }
    var counts = TermCounts()
    for index in terms.indices where isFirst(index) { counts[terms[index].weight] += 1 }
    for index in terms.indices where isFirst(index) {
      let (hit, count) = (terms[index], counts[terms[index].weight])
      let weight = lexicon.weights.weight(of: hit.weight, count: count)
      let family = lexicon.terms[hit.term].family
      reasons.append(Reason(range: hit.range, family: family, finding: .term(hit.term), weight: weight))
    }
    strongTerms = counts[.strong]
    let weighty = counts[.strong] + counts[.medium]
    hasManyTerms = weighty >= 2 && weighty + counts[.weak] >= 3
  }

  /// Whether the term at `index` did not stand before.
  private func isFirst(_ index: Int) -> Bool { !terms[..<index].contains { $0.term == terms[index].term } }

  /// Whether the post names the harm at all, beyond everyday words.
  private var hasTopic: Bool { !siteNames.isEmpty || terms.contains { $0.weight != .weak } }

  private mutating func addFamilies(_ post: borrowing PostReading) {
    if let name = siteNames.first { add(name.range, .siteName) }
    for family in [Evidence.Family.callToAction, .testimonial, .priceBait] {
      if let range = post.live(family) { add(range, family) }
    }
    if let contact = post.liveContact() { add(contact.range, .indicator, .indicator(contact.kind)) }
    if let range = hiddenRange(in: post) { add(range, .obfuscation) }
  }

  private mutating func add(_ range: Range<Int>, _ family: Evidence.Family, _ finding: Reason.Finding = .words) {
    reasons.append(Reason(range: range, family: family, finding: finding, weight: lexicon.weights.weight(of: family)))
  }

  /// The first term or site name that was hidden from filters.
  private func hiddenRange(in post: borrowing PostReading) -> Range<Int>? {
    guard post.text.hasDisguise else { return nil }
    let term = terms.first { !post.text.disguise(of: $0.range).isEmpty }?.range
    let name = siteNames.first { !post.text.disguise(of: $0.range).isEmpty }?.range
    guard let term, let name else { return term ?? name }
    return name.lowerBound < term.lowerBound ? name : term
  }
}
