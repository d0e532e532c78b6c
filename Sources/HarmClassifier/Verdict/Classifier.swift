/// Judges posts: bytes in, verdict out.
///
/// ```swift
/// let classifier = Classifier(lexicon: lexicon)
/// let verdict = classifier.classify("makasih 𝐏𝐔𝐋𝐀𝐔𝐖𝐈𝐍𝟕𝟕 gacor parah, link di bio")
/// print(verdict.decision)  // harmful
/// ```
///
/// A classifier is a value that many tasks may share. Give each worker a `Scratch` of its own to reuse memory.
public struct Classifier: Sendable {
  /// What the classifier knows.
  public let lexicon: Lexicon
  /// What it has learnt beside the lexicon; nil without a model.
  public let model: NGramModel?

  private let folder = CharacterFolder()
  private let reader: WordReader
  private let names: SiteNameFinder
  /// Reads tokens for the first look; nil when the model is too wide for it.
  private let tokens: TokenReader?
  /// For every category its label in the model.
  let labels: [Int?]

  /// Memory that one worker reuses from post to post.
  public struct Scratch: Sendable {
    var raw = FoldedText()
    var read = FoldedText()
    var matches: [PhraseAutomaton.Match] = []
    var names: [SiteName] = []
    var ngrams = NGramText()
    var scores: [NGramModel.Score] = []
    var memo = TokenMemo()

    /// Creates empty scratch memory.
    public init() {}
  }

  /// Creates a classifier over a compiled lexicon and, if there is one, a model trained beside it.
  public init(lexicon: Lexicon, model: NGramModel? = nil) {
    self.lexicon = lexicon
    self.model = model
    labels = lexicon.categories.map { category in model?.labels.firstIndex { $0.category == category.id } }
    reader = WordReader(vocabulary: lexicon.vocabulary)
    names = SiteNameFinder(exemptions: lexicon.siteNameExempt)
    tokens = TokenReader(lexicon: lexicon, model: model, folder: folder, words: reader, names: names)
  }

  /// Judges one post.
  public func classify(_ text: String) -> Verdict {
    var scratch = Scratch()
    let bytes = Array(text.utf8)
    return classify(bytes.span, scratch: &scratch)
  }

  /// Judges one post given as UTF-8; ill-formed bytes read as U+FFFD. Offsets in the verdict count bytes of `text`.
  public func classify(_ text: Span<UInt8>, scratch: inout Scratch) -> Verdict {
    text.count <= Self.partLength
      ? classifyPart(text, scratch: &scratch) : classifyParts(of: text, scratch: &scratch)
  }

  func classifyPart(_ text: Span<UInt8>, scratch: inout Scratch) -> Verdict {
    if let tokens, FirstLook.provesClean(text, tokens, &scratch.memo) { return .clean }
    return classifyFully(text, scratch: &scratch)
  }

  /// Judges a post without a first look, which must not change any verdict; `text` is at most `partLength` long.
  package func classifyFully(_ text: Span<UInt8>, scratch: inout Scratch) -> Verdict {
    match(text, scratch: &scratch)
    model?.score(scratch.read, &scratch.ngrams, into: &scratch.scores)
    let isSuspected = labels.indices.contains { labels[$0] != nil && speaks(ngram($0, scratch)) }
    guard isSuspected || !scratch.matches.isEmpty || !scratch.names.isEmpty else { return .clean }
    let hits = Hits(scratch.matches, in: scratch.read, lexicon: lexicon)
    let telling = tellingNames(scratch.names, hits)
    guard isSuspected || hits.hasSupport(lexicon) || !telling.isEmpty else { return .clean }
    return judge(text, hits, telling, scratch)
  }

  /// Folds a post and finds phrases and names in it.
  func match(_ text: Span<UInt8>, scratch: inout Scratch) {
    fold(text, scratch: &scratch)
    scratch.matches.removeAll(keepingCapacity: true)
    scratch.names.removeAll(keepingCapacity: true)
    lexicon.automaton.find(in: scratch.read, into: &scratch.matches)
    names.find(in: scratch.read, into: &scratch.names)
  }

  /// What the n-grams say about a category.
  func ngram(_ category: Int, _ scratch: borrowing Scratch) -> NGramReading? {
    guard let model, let label = labels[category] else { return nil }
    return NGramReading(model: model, label: label, score: scratch.scores[label], lastWindow: scratch.ngrams)
  }

  /// Whether the n-grams by themselves are worth a person's look.
  private func speaks(_ ngram: NGramReading?) -> Bool {
    ngram.map { $0.logOdds(floor: lexicon.scoring.bias) >= $0.reviewAt } ?? false
  }

  /// How a text reads once its disguises are off.
  public func fold(_ text: String) -> String {
    var scratch = Scratch()
    let bytes = Array(text.utf8)
    fold(bytes.span, scratch: &scratch)
    return scratch.read.string(0..<scratch.read.count)
  }

  func fold(_ text: Span<UInt8>, scratch: inout Scratch) {
    scratch.raw.removeAll()
    scratch.read.removeAll()
    folder.fold(text, into: &scratch.raw)
    reader.read(scratch.raw, into: &scratch.read)
  }

  /// A name's shape alone says little: it needs a disguise, a telling stem, or a term beside it.
  func tellingNames(_ names: [SiteName], _ hits: Hits) -> [SiteName] {
    let hasTerm = hits.terms.contains { hit in
      let term = lexicon.terms[hit.term]
      return term.weight != .weak && lexicon.categories[term.category].hasSiteNames
    }
    return names.filter { hasTerm || $0.isDisguised || $0.hasGamblingStem }
  }

  private func judge(_ text: Span<UInt8>, _ hits: Hits, _ names: [SiteName], _ scratch: borrowing Scratch) -> Verdict {
    let language = LanguageGuesser.shared.guess(scratch.read)
    let found = IndicatorFinder().find(in: scratch.raw)
    let post = reading(hits, names, found, language, scratch)
    let named = Set(post.hits.terms.map { lexicon.terms[$0.term].category })
    var scores: [CategoryScore] = []
    for category in lexicon.categories.indices {
      let ngram = ngram(category, scratch)
      let hasName = lexicon.categories[category].hasSiteNames && !names.isEmpty
      guard named.contains(category) || hasName || speaks(ngram) else { continue }
      let score = CategoryScore(post, category: category, ngram: ngram, original: text)
      if score.isNoteworthy { scores.append(score) }
    }
    return verdict(scores, found, language, scratch.raw)
  }

  func reading(
    _ hits: Hits,
    _ names: [SiteName],
    _ found: [IndicatorFinder.Finding],
    _ language: String?,
    _ scratch: borrowing Scratch
  ) -> PostReading {
    var hits = hits
    hits.keepRegional(of: language, lexicon)
    return PostReading(
      text: scratch.read,
      lexicon: lexicon,
      hits: hits,
      siteNames: names,
      indicators: found.map { $0.moved(from: scratch.raw, to: scratch.read) }
    )
  }

  private func verdict(
    _ scores: [CategoryScore],
    _ found: [IndicatorFinder.Finding],
    _ language: String?,
    _ raw: borrowing FoldedText
  ) -> Verdict {
    guard !scores.isEmpty else { return .clean }
    let ranked = scores.enumerated()
      .sorted { ($0.element.verdict.score, $1.offset) > ($1.element.verdict.score, $0.offset) }
      .map(\.element)
    let decision = ranked.map(\.decision).max() ?? .clean
    let indicators = found.map { finding in
      let place = raw.original(finding.range)
      return Indicator(kind: finding.kind, value: finding.value, start: place.lowerBound, end: place.upperBound)
    }
    return Verdict(
      decision: decision,
      score: ranked[0].verdict.score,
      categories: ranked.map(\.verdict),
      evidence: ranked.flatMap(\.evidence).sorted {
        ($0.start, $0.end, $0.category, $0.term) < ($1.start, $1.end, $1.category, $1.term)
      },
      indicators: decision == .clean ? [] : indicators,
      language: language
    )
  }
}
