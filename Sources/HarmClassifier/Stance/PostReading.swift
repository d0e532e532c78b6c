/// Everything seen in one post, laid out by sentence windows: what stance and score are read from.
struct PostReading {
  let text: FoldedText
  let lexicon: Lexicon
  let hits: Hits
  let siteNames: [SiteName]
  let indicators: [IndicatorFinder.Finding]
  let sentences: Sentences
  /// Text between quotation marks.
  private let quotes: [Range<Int>]

  init(
    text: FoldedText,
    lexicon: Lexicon,
    hits: Hits,
    siteNames: [SiteName],
    indicators: [IndicatorFinder.Finding]
  ) {
    self.text = text
    self.lexicon = lexicon
    self.hits = hits
    self.siteNames = siteNames
    self.indicators = indicators
    sentences = Sentences(text)
    quotes = Self.quotes(in: text)
  }

  /// Words between a negator and the phrase it turns round.
  private static let negationReach = 2

  /// Whether a negator stands just before `range` in its sentence: "jangan main slot", "bukan judi".
  func isNegated(_ range: Range<Int>) -> Bool {
    hits.negators.contains { negator in
      negator.upperBound <= range.lowerBound
        && text.wordCount(in: negator.upperBound..<range.lowerBound) <= Self.negationReach
        && sentences.window(of: negator.lowerBound) == sentences.window(of: range.lowerBound)
        && !isPartOfPromotion(negator)
    }
  }

  /// "anti rungkad" and "jangan sampai ketinggalan" negate nothing.
  private func isPartOfPromotion(_ range: Range<Int>) -> Bool {
    hits.terms.contains { $0.range.covers(range) } || hits.evidence.contains { $0.range.covers(range) }
  }

  func isQuoted(_ range: Range<Int>) -> Bool { quotes.contains { $0.covers(range) } }

  /// Evidence of a family in window `window`, unless negated, or quoted to warn of it.
  func live(_ family: Evidence.Family, in window: Int? = nil) -> Range<Int>? {
    hits.evidence.first { phrase in
      phrase.family == family && (window.map { $0 == sentences.window(of: phrase.range.lowerBound) } ?? true)
        && !isNegated(phrase.range) && !(isQuoted(phrase.range) && hasMarker(nextTo: phrase.range))
    }?.range
  }

  private func hasMarker(nextTo range: Range<Int>) -> Bool {
    let window = sentences.window(of: range.lowerBound)
    return hits.markers.contains { abs(sentences.window(of: $0.range.lowerBound) - window) <= 1 && !isQuoted($0.range) }
  }

  private static func quotes(in text: borrowing FoldedText) -> [Range<Int>] {
    var quotes: [Range<Int>] = []
    var open: Int?
    for index in 0..<text.count where text.bytes[index] == UInt8(ascii: "\"") {
      if let start = open {
        quotes.append(start..<index + 1)
        open = nil
      } else {
        open = index
      }
    }
    return quotes
  }
}
