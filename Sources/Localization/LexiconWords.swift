/// What a lexicon calls things, in both languages.
public struct LexiconWords: Sendable, Hashable {
  private let categories: [String: LocalizedText]
  private let phrases: [String: String]

  /// Creates the words.
  ///
  /// - Parameters:
  ///   - categories: the names of categories, by id.
  ///   - phrases: what categories say of whom to tell, where, and where to report.
  public init(categories: [String: LocalizedText] = [:], phrases: [LocalizedText] = []) {
    self.categories = categories
    self.phrases = Dictionary(phrases.map { ($0.id, $0.en) }) { first, _ in first }
  }

  /// The name of a category; one that the lexicon does not have is called by its id.
  public func category(_ id: String, _ language: Language) -> String { categories[id]?[language] ?? id }

  /// What an alert keeps in Indonesian of a category's response; what a campaign says in its own words stays so.
  public func phrase(_ stored: String, _ language: Language) -> String {
    language == .en ? phrases[stored] ?? stored : stored
  }
}

/// Words beside which stand those of a lexicon.
public protocol LexiconLocalizedWords: LocalizedWords {
  /// The lexicon's.
  var lexicon: LexiconWords { get }
}

extension LexiconLocalizedWords {
  /// The name of a category.
  public func category(_ id: String) -> String { lexicon.category(id, language) }

  /// What an alert keeps in Indonesian of a category's response.
  public func phrase(_ stored: String) -> String { lexicon.phrase(stored, language) }
}
