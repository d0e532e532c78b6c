/// What speaks for or against a category, by its place in the folded text: evidence that is not put into words yet, as
/// it is for the few posts that somebody will read about.
struct Reason: Sendable {
  /// What was found.
  enum Finding: Sendable {
    /// The words themselves.
    case words
    /// A term of the lexicon, by its number.
    case term(Int)
    case indicator(Indicator.Kind)
  }

  var range: Range<Int>
  var family: Evidence.Family
  var finding = Finding.words
  var weight: Double

  /// The reason as it is shown, for a post that was read from `original`.
  func evidence(
    for category: String,
    _ post: borrowing PostReading,
    _ lexicon: Lexicon,
    original: Span<UInt8>
  ) -> Evidence {
    let place = post.text.original(range)
    let folded = post.text.string(range)
    return Evidence(
      start: place.lowerBound,
      end: place.upperBound,
      text: post.text.reads(range, as: original, place) ? folded : original.string(place),
      folded: folded,
      family: family,
      category: category,
      term: term(lexicon) ?? folded,
      weight: weight
    )
  }

  private func term(_ lexicon: Lexicon) -> String? {
    switch finding {
    case .words: nil
    case .term(let number): lexicon.terms[number].text
    case .indicator(let kind): kind.rawValue
    }
  }
}

extension FoldedText {
  /// Whether the bytes `range` are those of the original at `place`, letter by letter.
  fileprivate func reads(_ range: Range<Int>, as original: Span<UInt8>, _ place: Range<Int>) -> Bool {
    guard range.count == place.count else { return false }
    let (folded, original) = (bytes.span.extracting(range), original.extracting(place))
    var index = 0
    while index < folded.count {
      guard folded.eight(at: index) == original.eight(at: index) else { return false }
      index += 8
    }
    return true
  }
}
