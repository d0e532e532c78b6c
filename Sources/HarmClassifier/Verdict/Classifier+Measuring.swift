extension Classifier {
  /// Folds a post and gives the length of the folded text in bytes; for benchmarks.
  @_spi(Measuring)
  public func foldedCount(of text: Span<UInt8>, scratch: inout Scratch) -> Int {
    fold(text, scratch: &scratch)
    return scratch.post.text.count
  }

  /// Folds a post and gives the number of phrases found in it; for benchmarks.
  @_spi(Measuring)
  public func matchCount(in text: Span<UInt8>, scratch: inout Scratch) -> Int {
    fold(text, scratch: &scratch)
    scratch.matches.removeAll(keepingCapacity: true)
    lexicon.automaton.find(in: scratch.post.text, into: &scratch.matches)
    return scratch.matches.count
  }
}
