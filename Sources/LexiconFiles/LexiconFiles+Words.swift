import Localization

extension LexiconFiles {
  /// What it calls things.
  public var words: LexiconWords {
    LexiconWords(
      categories: Dictionary(categories.map { ($0.source.id, $0.name) }) { $1 },
      phrases: categories.flatMap { [$0.response.audience, $0.response.channels, $0.response.reportTo] }
    )
  }
}
