/// What a trainer sees of a post.
package struct TrainingPost: Sendable {
  /// The windows its n-grams are scored in.
  package var windows: [NGramText]
  /// The log-odds that the lexicon's evidence and the stance add, by category.
  package var lexiconLogOdds: [Double]
  /// The folded letters and digits, for telling copies apart.
  package var key: [UInt8]
}

extension Classifier {
  /// Reads a post as a trainer needs it, for the named categories.
  package func trainingPost(
    _ text: Span<UInt8>,
    categories: [String],
    scratch: inout Scratch
  ) -> TrainingPost {
    match(text, scratch: &scratch)
    var post = TrainingPost(windows: [], lexiconLogOdds: lexiconLogOdds(text, categories, scratch), key: [])
    post.key = scratch.read.bytes.filter(\.isWordByte)
    var start = 0
    repeat {
      let window = start..<NGramModel.windowEnd(from: start, in: scratch.read)
      var reading = NGramText()
      reading.read(scratch.read, window)
      post.windows.append(reading)
      start = window.upperBound
    } while start < scratch.read.count
    return post
  }

  private func lexiconLogOdds(_ text: Span<UInt8>, _ categories: [String], _ scratch: borrowing Scratch) -> [Double] {
    let hits = Hits(scratch.matches, in: scratch.read, lexicon: lexicon)
    let names = tellingNames(scratch.names, hits)
    let found = IndicatorFinder().find(in: scratch.raw)
    let post = reading(hits, names, found, LanguageGuesser.shared.guess(scratch.read), scratch)
    return categories.map { id in
      guard let category = lexicon.categories.firstIndex(where: { $0.id == id }) else { return 0 }
      let score = CategoryScore(post, category: category, ngram: nil, original: text)
      return score.evidence.reduce(score.verdict.bias - lexicon.scoring.bias) { $0 + $1.weight }
    }
  }
}

extension Classifier {
  /// The probability of a category for a post, also where it is too small for the verdict to mention it.
  package func probability(of id: String, in text: Span<UInt8>, scratch: inout Scratch) -> Double {
    let verdict = classify(text, scratch: &scratch)
    if let category = verdict.categories.first(where: { $0.id == id }) { return category.score }
    guard let category = lexicon.categories.firstIndex(where: { $0.id == id }) else { return 0 }
    // Most posts were proved clean without keeping their scores.
    fold(text, scratch: &scratch)
    model?.score(scratch.read, &scratch.ngrams, into: &scratch.scores)
    guard let ngram = ngram(category, scratch) else { return 1 / (1 + exponential(-lexicon.scoring.bias)) }
    return 1 / (1 + exponential(-ngram.logOdds(floor: lexicon.scoring.bias)))
  }
}
