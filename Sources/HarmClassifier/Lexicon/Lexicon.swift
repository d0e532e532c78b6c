/// A compiled lexicon: one automaton over all phrases, and what each phrase means. It never changes, so all share one.
public final class Lexicon: Sendable {
  /// The lexicon's version.
  public let version: String
  let scoring: Scoring
  let weights: EvidenceWeights
  let categories: [Category]
  let terms: [Term]
  let automaton: PhraseAutomaton
  /// Tells quickly that no term of weight stands in a post.
  let screen: SupportScreen
  /// What phrase `n` of the automaton stands for.
  let meanings: PhraseMeanings
  /// Phrases with gaps, by number.
  let gapped: [GappedPhrase]
  let vocabulary: Vocabulary
  let knownWords: KnownWords
  let siteNameExempt: SiteNameExemptions
  let hosts: Hosts

  /// A category as the engine needs it.
  struct Category: Sendable {
    let id: String
    let ceiling: Verdict.Decision
    let pillars: [String]
    let hasSiteNames: Bool
  }

  /// A term as the engine needs it.
  struct Term: Sendable {
    let text: String
    let category: Int
    let family: Evidence.Family
    let weight: TermWeight
    /// The regional language it belongs to; nil for terms of any post.
    var language: String?
  }

  /// A phrase whose parts may stand a few words apart.
  struct GappedPhrase: Sendable {
    let parts: Int
    let meaning: Meaning
  }

  /// What a phrase stands for.
  enum Meaning: Sendable, Hashable {
    /// Term `n`.
    case term(Int)
    /// Part `part` of phrase `n` with gaps.
    case part(Int, part: Int)
    /// A phrase inside which terms of a category do not count.
    case exempt(category: Int)
    case evidence(Evidence.Family)
    case marker(Stance)
    case negator
    case assurance
  }

  /// Compiles `source`. Terms that fold to nothing are left out and doubles count once; `ronda lexicon check` reports both.
  public convenience init(_ source: LexiconSource) { self.init(source, LexiconTables(source)) }

  /// Compiles `source` with what `tables(of:)` gave for it; nil when `bytes` are no tables.
  package convenience init?(_ source: LexiconSource, tables bytes: ArraySlice<UInt8>) {
    guard let tables = LexiconTables(reading: bytes) else { return nil }
    self.init(source, tables)
  }

  /// What takes long to work out of `source`, as bytes for this machine and this version of the program.
  package static func tables(of source: LexiconSource) -> ArraySlice<UInt8> { LexiconTables(source).bytes }

  private init(_ source: LexiconSource, _ tables: LexiconTables) {
    version = source.version
    scoring = source.scoring
    weights = EvidenceWeights(source.scoring)
    categories = source.categories.map {
      Category(id: $0.id, ceiling: $0.ceiling, pillars: $0.pillars, hasSiteNames: $0.hasSiteNames)
    }
    hosts = Hosts(official: source.officialHosts)
    terms = LexiconBuilder.terms(of: source)
    (automaton, meanings, gapped) = (tables.automaton, tables.meanings, tables.gapped)
    (vocabulary, siteNameExempt) = (tables.vocabulary, tables.siteNameExempt)
    knownWords = KnownWords(phrases: tables.automaton.words)
    screen = SupportScreen(automaton, tables.screen)
  }

  /// The words of a phrase as matching sees them, divided by single blanks; empty when nothing is left.
  public static func fold(_ phrase: String) -> String {
    String(decoding: LexiconBuilder.fold(phrase), as: UTF8.self)
  }
}
