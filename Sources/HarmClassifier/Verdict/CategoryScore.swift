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

  let post: PostReading
  let category: Int
  let ngram: NGramReading?
  var lexicon: Lexicon { post.lexicon }
  var scoring: Scoring { post.lexicon.scoring }

  init(_ post: PostReading, category: Int, ngram: NGramReading?, original: Span<UInt8>) {
    self.post = post
    self.category = category
    self.ngram = ngram
    let stance = StanceReader(post: post, category: category).read()
    let info = post.lexicon.categories[category]
    let bias = post.lexicon.scoring.bias
    verdict = CategoryVerdict(id: info.id, score: 0, bias: bias, stance: stance, pillars: info.pillars)
    // Without any term there is no talk that a stance could be taken in.
    if !terms.isEmpty || !siteNames.isEmpty { verdict.bias += Self.shift(for: stance) }
    addTerms(original)
    if isSupported { addFamilies(original) }
    let base = ngram?.logOdds(floor: bias) ?? bias
    let logit = evidence.reduce(verdict.bias - bias + base) { $0 + $1.weight }
    verdict.score = Self.probability(logit)
    verdict.stance = settledStance(logit)
    decision = decide(logit)
    isNoteworthy = decision != .clean || hasTopic
    if isNoteworthy { addRuns(base: base, original) }
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
  private mutating func addRuns(base: Double, _ original: Span<UInt8>) {
    guard let ngram, base > scoring.bias else { return }
    var rest = base - scoring.bias
    for run in ngram.strongestRuns(in: post.text) {
      add(run.range, .ngram, term: post.text.string(run.range), weight: run.weight, original)
      rest -= run.weight
    }
    verdict.bias += rest
  }

  private static func probability(_ logit: Double) -> Double { 1 / (1 + exponential(-logit)) }

  var terms: [Hits.TermHit] {
    post.hits.terms.filter { lexicon.terms[$0.term].category == category }
  }

  func weight(of hit: Hits.TermHit) -> TermWeight { lexicon.terms[hit.term].weight }

  /// Each term once, the sum of a weight class scaled down to its cap.
  private mutating func addTerms(_ original: Span<UInt8>) {
    var seen: Set<Int> = []
    let distinct = terms.filter { seen.insert($0.term).inserted }
    for (weightClass, hits) in Dictionary(grouping: distinct, by: weight(of:)) {
      let each = scoring.terms[weightClass] ?? 0
      let sum = each * Double(hits.count)
      let scale = sum > 0 ? min(1, (scoring.caps[weightClass] ?? sum) / sum) : 1
      for hit in hits {
        let term = lexicon.terms[hit.term]
        add(hit.range, term.family, term: term.text, weight: each * scale, original)
      }
    }
    evidence.sort { ($0.start, $0.term) < ($1.start, $1.term) }
  }

  /// Whether the post names the harm at all, beyond everyday words.
  private var hasTopic: Bool { terms.contains { weight(of: $0) != .weak } || !siteNames.isEmpty }

  /// Other families count only for a category that a term of weight, or a telling site name, speaks for.
  var isSupported: Bool {
    terms.contains { weight(of: $0).isWeighty } || !siteNames.isEmpty
  }

  var siteNames: [SiteName] { lexicon.categories[category].hasSiteNames ? post.siteNames : [] }

  private mutating func addFamilies(_ original: Span<UInt8>) {
    if let name = siteNames.first {
      add(name.range, .siteName, term: post.text.string(name.range), original)
    }
    for family in [Evidence.Family.callToAction, .testimonial, .priceBait] {
      if let range = post.live(family) { add(range, family, term: post.text.string(range), original) }
    }
    if let finding = post.promotionalIndicator() {
      add(finding.range, .indicator, term: finding.kind.rawValue, original)
    }
    if let range = hiddenRange { add(range, .obfuscation, term: post.text.string(range), original) }
  }

  /// The first term or site name that was hidden from filters.
  private var hiddenRange: Range<Int>? {
    let ranges = terms.map(\.range) + siteNames.map(\.range)
    return ranges.filter { !post.text.disguise(of: $0).isEmpty }.min { $0.lowerBound < $1.lowerBound }
  }

  private mutating func add(
    _ range: Range<Int>,
    _ family: Evidence.Family,
    term: String,
    weight: Double? = nil,
    _ original: Span<UInt8>
  ) {
    let place = post.text.original(range)
    evidence.append(
      Evidence(
        start: place.lowerBound,
        end: place.upperBound,
        text: original.string(place),
        folded: post.text.string(range),
        family: family,
        category: verdict.id,
        term: term,
        weight: weight ?? scoring.families[family] ?? 0
      )
    )
  }
}

extension Span<UInt8> {
  func string(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }
}
