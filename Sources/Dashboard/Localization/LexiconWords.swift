import LexiconFiles
import Localization

/// What the lexicon calls things, in the language of a page's reader.
struct LexiconWords {
  private let names: [String: String]
  private let phrases: [String: String]

  init(_ categories: [CategoryFile], _ language: Language) {
    names = Dictionary(categories.map { ($0.source.id, $0.name[language]) }) { $1 }
    let responses = categories.flatMap { [$0.response.audience, $0.response.channels, $0.response.reportTo] }
    phrases = Dictionary(responses.map { ($0.id, $0[language]) }) { first, _ in first }
  }

  /// The name of a category; one that the lexicon has no more keeps its id.
  func category(_ id: String) -> String { names[id] ?? id }

  /// What an alert keeps of a category's response in Indonesian; what a campaign says in its own words stays so.
  func phrase(_ stored: String) -> String { phrases[stored] ?? stored }
}
