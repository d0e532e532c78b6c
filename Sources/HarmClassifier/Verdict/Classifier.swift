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
  /// The labels of those that have one.
  private let ownLabels: [Int]

  /// Memory that one worker reuses from post to post.
  public struct Scratch: Sendable {
    var post = PostReading()
    var matches: [PhraseAutomaton.Match] = []
    var scores: [NGramModel.Score] = []
    var reasons: [Reason] = []
    var memo = TokenMemo()

    /// Creates empty scratch memory.
    public init() {}
  }

  /// Creates a classifier over a compiled lexicon and, if there is one, a model trained beside it.
  public init(lexicon: Lexicon, model: NGramModel? = nil) {
    self.lexicon = lexicon
    self.model = model
    labels = lexicon.categories.map { category in model?.labels.firstIndex { $0.category == category.id } }
    ownLabels = labels.compactMap(\.self)
    reader = WordReader(vocabulary: lexicon.vocabulary, known: lexicon.knownWords)
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
    model?.score(scratch.post.text, &scratch.post.ngrams, into: &scratch.scores)
    let isSuspected = ownLabels.contains { speaks(label: $0, scratch.scores) }
    guard isSuspected || !scratch.matches.isEmpty || !scratch.post.names.isEmpty else { return .clean }
    readHits(&scratch)
    guard isSuspected || scratch.post.hits.hasSupport || !scratch.post.siteNames.isEmpty else { return .clean }
    return judge(text, &scratch)
  }

  /// Folds a post and finds phrases and names in it.
  func match(_ text: Span<UInt8>, scratch: inout Scratch) {
    fold(text, scratch: &scratch)
    scratch.matches.clear()
    scratch.post.names.clear()
    lexicon.automaton.find(in: scratch.post.text, into: &scratch.matches)
    names.find(in: scratch.post.text, into: &scratch.post.names)
  }

  /// Weighs what was found in a post.
  func readHits(_ scratch: inout Scratch) {
    scratch.post.hits.read(scratch.matches, in: scratch.post.text, lexicon)
    scratch.post.keepTellingNames(lexicon)
  }

  /// What the n-grams say about a category.
  func ngram(_ category: Int, _ scores: [NGramModel.Score]) -> NGramReading? {
    guard let model, let label = labels[category] else { return nil }
    return NGramReading(model: model, label: label, score: scores[label])
  }

  /// Whether the n-grams by themselves are worth a person's look.
  private func speaks(label: Int, _ scores: [NGramModel.Score]) -> Bool {
    model.map { $0.speaks(label, scores[label], floor: lexicon.scoring.bias) } ?? false
  }

  /// How a text reads once its disguises are off.
  public func fold(_ text: String) -> String {
    var scratch = Scratch()
    let bytes = Array(text.utf8)
    fold(bytes.span, scratch: &scratch)
    return scratch.post.text.string(0..<scratch.post.text.count)
  }

  func fold(_ text: Span<UInt8>, scratch: inout Scratch) {
    scratch.post.raw.removeAll()
    scratch.post.text.removeAll()
    folder.fold(text, into: &scratch.post.raw)
    reader.read(scratch.post.raw, into: &scratch.post.text)
  }

  private func judge(_ text: Span<UInt8>, _ scratch: inout Scratch) -> Verdict {
    let language = LanguageGuesser.shared.guess(scratch.post.text, lexicon.knownWords)
    let found = IndicatorFinder().find(in: scratch.post.raw, of: text)
    scratch.post.layOut(found, language: language, lexicon)
    var verdict = Verdict.clean
    var term = 0
    for category in lexicon.categories.indices where concerns(category, scratch, &term) {
      let ngram = ngram(category, scratch.scores)
      var score = CategoryScore(scratch.post, category: category, lexicon, ngram: ngram)
      score.addUp(scratch.post, &scratch.reasons)
      guard score.isNoteworthy else { continue }
      verdict.categories.append(score.verdict)
      verdict.decision = max(verdict.decision, score.decision)
      verdict.evidence.reserveCapacity(verdict.evidence.count + scratch.reasons.count)
      for reason in scratch.reasons {
        verdict.evidence.append(reason.evidence(for: score.verdict.id, scratch.post, lexicon, original: text))
      }
    }
    guard !verdict.categories.isEmpty else { return .clean }
    verdict.sort()
    verdict.language = language
    if verdict.decision != .clean { verdict.indicators = found.map { $0.indicator(of: scratch.post.raw) } }
    return verdict
  }

  /// Whether anything in a post speaks for a category. `term` is moved to the first one of this or a later category.
  private func concerns(_ category: Int, _ scratch: borrowing Scratch, _ term: inout Int) -> Bool {
    let terms = scratch.post.hits.terms.span
    while term < terms.count, terms[term].category < category { term += 1 }
    if term < terms.count, terms[term].category == category { return true }
    if !scratch.post.siteNames.isEmpty, lexicon.categories[category].hasSiteNames { return true }
    return labels[category].map { speaks(label: $0, scratch.scores) } ?? false
  }
}

extension Verdict {
  /// Brings categories and evidence into their order.
  fileprivate mutating func sort() {
    // Stable: categories that score the same stay in the lexicon's order.
    categories.sort { $0.score > $1.score }
    score = categories[0].score
    evidence.sort { left, right in
      if left.start != right.start { return left.start < right.start }
      if left.end != right.end { return left.end < right.end }
      return left.category != right.category ? left.category < right.category : left.term < right.term
    }
  }
}

extension IndicatorFinder.Finding {
  /// The finding in `text` as it is shown, by its place in the original.
  fileprivate func indicator(of text: borrowing FoldedText) -> Indicator {
    let place = text.original(range)
    return Indicator(kind: kind, value: value, start: place.lowerBound, end: place.upperBound)
  }
}
