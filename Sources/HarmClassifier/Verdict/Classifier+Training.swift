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
    var post = TrainingPost(windows: [], lexiconLogOdds: lexiconLogOdds(text, categories, &scratch), key: [])
    post.key = scratch.post.text.bytes.filter(\.isWordByte)
    var start = 0
    repeat {
      let window = start..<NGramModel.windowEnd(from: start, in: scratch.post.text)
      var reading = NGramText()
      reading.read(scratch.post.text, window)
      post.windows.append(reading)
      start = window.upperBound
    } while start < scratch.post.text.count
    return post
  }

  private func lexiconLogOdds(_ text: Span<UInt8>, _ categories: [String], _ scratch: inout Scratch) -> [Double] {
    readHits(&scratch)
    let found = IndicatorFinder().find(in: scratch.post.raw, of: text)
    scratch.post.layOut(found, language: LanguageGuesser.shared.guess(scratch.post.text, lexicon.knownWords), lexicon)
    return categories.map { id in
      guard let category = lexicon.categories.firstIndex(where: { $0.id == id }) else { return 0 }
      var score = CategoryScore(scratch.post, category: category, lexicon, ngram: nil)
      score.addUp(scratch.post, &scratch.reasons)
      return scratch.reasons.reduce(score.verdict.bias - lexicon.scoring.bias) { $0 + $1.weight }
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
    model?.score(scratch.post.text, &scratch.post.ngrams, into: &scratch.scores)
    guard let ngram = ngram(category, scratch.scores) else { return 1 / (1 + exponential(-lexicon.scoring.bias)) }
    return 1 / (1 + exponential(-ngram.logOdds(floor: lexicon.scoring.bias)))
  }
}
