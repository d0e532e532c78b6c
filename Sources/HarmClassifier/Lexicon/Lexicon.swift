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
  let meanings: [[Meaning]]
  /// Phrases with gaps, by number.
  let gapped: [GappedPhrase]
  let vocabulary: Vocabulary
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
  }

  /// Compiles `source`. Terms that fold to nothing are left out and doubles count once; `ronda lexicon check` reports both.
  public init(_ source: LexiconSource) {
    version = source.version
    scoring = source.scoring
    weights = EvidenceWeights(source.scoring)
    categories = source.categories.map {
      Category(id: $0.id, ceiling: $0.ceiling, pillars: $0.pillars, hasSiteNames: $0.hasSiteNames)
    }
    hosts = Hosts(official: source.officialHosts)
    siteNameExempt = SiteNameExemptions(source.siteNameExempt)
    var builder = LexiconBuilder()
    builder.add(source)
    terms = builder.terms
    meanings = builder.meanings
    gapped = builder.gapped
    vocabulary = builder.vocabulary
    automaton = PhraseAutomaton(builder.phrases)
    screen = SupportScreen(automaton, builder)
  }

  /// The words of a phrase as matching sees them, divided by single blanks; empty when nothing is left.
  public static func fold(_ phrase: String) -> String {
    String(decoding: LexiconBuilder.fold(phrase), as: UTF8.self)
  }
}

/// Collects phrases and their meanings.
struct LexiconBuilder {
  private(set) var phrases: [[UInt8]] = []
  private(set) var meanings: [[Lexicon.Meaning]] = []
  private(set) var terms: [Lexicon.Term] = []
  private(set) var gapped: [Lexicon.GappedPhrase] = []
  private(set) var vocabulary = Vocabulary()
  private var numbers: [[UInt8]: Int] = [:]

  /// Phrases of two words or more are also found written as one word when they are this long.
  private static let shortestJoined = 8

  mutating func add(_ source: LexiconSource) {
    for (number, category) in source.categories.enumerated() { add(category, number: number) }
    for (family, phrases) in source.evidence.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for phrase in phrases { addPhrase(phrase, .evidence(family), isRecovered: true) }
    }
    for (stance, phrases) in source.markers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for phrase in phrases { addPhrase(phrase, .marker(stance)) }
    }
    for word in source.negators { addPhrase(word, .negator) }
    for word in source.vocabulary { vocabulary.insert(Self.fold(word)) }
  }

  private mutating func add(_ category: LexiconSource.Category, number: Int) {
    for term in category.terms {
      add(
        Lexicon.Term(
          text: term.text,
          category: number,
          family: .lexicon,
          weight: term.weight,
          language: term.language
        )
      )
    }
    for name in category.siteNames {
      add(Lexicon.Term(text: name, category: number, family: .siteName, weight: .medium))
    }
    for phrase in category.exempt { addPhrase(phrase, .exempt(category: number)) }
  }

  private mutating func add(_ term: Lexicon.Term) {
    let number = terms.count
    terms.append(term)
    let isDistinctive = term.weight == .strong || term.weight == .medium
    addPhrase(term.text, .term(number), isRecovered: true, isDistinctive: isDistinctive)
  }

  /// Adds a phrase; the words of a *recovered* phrase are read through disguises, and a *distinctive* word is also put
  /// together from pieces.
  private mutating func addPhrase(
    _ phrase: String,
    _ meaning: Lexicon.Meaning,
    isRecovered: Bool = false,
    isDistinctive: Bool = false
  ) {
    let parts = Self.parts(of: phrase)
    if isRecovered {
      for part in parts { recover(part, isDistinctive: isDistinctive && parts.count == 1) }
    }
    if parts.count > 1 {
      for (index, part) in parts.enumerated() { addPhrase(folded: part, .part(gapped.count, part: index)) }
      gapped.append(Lexicon.GappedPhrase(parts: parts.count, meaning: meaning))
    } else if let folded = parts.first {
      addPhrase(folded: folded, meaning)
      addJoined(folded, meaning)
    }
  }

  private mutating func addPhrase(folded phrase: [UInt8], _ meaning: Lexicon.Meaning) {
    let number = numbers[phrase, default: phrases.count]
    if number == phrases.count {
      numbers[phrase] = number
      phrases.append(phrase)
      meanings.append([])
    }
    if !meanings[number].contains(meaning) { meanings[number].append(meaning) }
  }

  private mutating func addJoined(_ phrase: [UInt8], _ meaning: Lexicon.Meaning) {
    let joined = phrase.filter { $0 != 0x20 }
    guard joined.count < phrase.count, joined.count >= Self.shortestJoined else { return }
    addPhrase(folded: joined, meaning)
    vocabulary.insert(joined)
  }

  private mutating func recover(_ phrase: [UInt8], isDistinctive: Bool) {
    let words = phrase.split(separator: 0x20)
    for word in words where word.contains(where: \.isLetterByte) {
      vocabulary.insert(word, isDistinctive: isDistinctive && words.count == 1)
    }
  }

  /// The folded parts of a phrase, which ` .. ` divides.
  private static func parts(of phrase: String) -> [[UInt8]] {
    guard phrase.utf8.contains(UInt8(ascii: ".")) else {
      let folded = fold(phrase)
      return folded.isEmpty ? [] : [folded]
    }
    let words = phrase.split(separator: " ")
    return words.split(separator: "..").map { fold($0.joined(separator: " ")) }.filter { !$0.isEmpty }
  }

  /// Folds characters and puts one blank for every run between words.
  static func fold(_ phrase: String) -> [UInt8] {
    var folded = FoldedText()
    let bytes = Array(phrase.utf8)
    CharacterFolder().fold(bytes.span, into: &folded)
    var words: [UInt8] = []
    words.reserveCapacity(folded.count)
    folded.bytes.span.forEachWord { word in
      if !words.isEmpty { words.append(0x20) }
      words += folded.bytes[word]
    }
    return words
  }
}
