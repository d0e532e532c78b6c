/// Collects phrases and their meanings.
struct LexiconBuilder {
  /// The phrases of the automaton, by number.
  private(set) var phrases = ByteStrings()
  /// By number.
  private(set) var terms: [Lexicon.Term] = []
  private(set) var gapped: [Lexicon.GappedPhrase] = []
  private(set) var vocabulary = Vocabulary()
  private var automaton = PhraseAutomatonBuilder()
  private var meanings = PhraseMeanings.Collector()
  /// The words of a phrase written as one.
  private var joined: [UInt8] = []

  /// Phrases of two words or more are also found written as one word when they are this long.
  private static let shortestJoined = 8

  mutating func add(_ source: LexiconSource) {
    for (number, category) in source.categories.enumerated() {
      for term in Self.terms(of: category, number: number) { add(term) }
      for phrase in category.exempt { addPhrase(phrase, .exempt(category: number)) }
    }
    for (family, phrases) in source.evidence.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for phrase in phrases { addPhrase(phrase, .evidence(family), isRecovered: true) }
    }
    for (stance, phrases) in source.markers.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for phrase in phrases { addPhrase(phrase, .marker(stance)) }
    }
    for word in source.negators { addPhrase(word, .negator) }
    for phrase in source.assurances { addPhrase(phrase, .assurance) }
    for word in source.vocabulary {
      let folded = Self.fold(word)
      vocabulary.insert(folded.indices, of: folded.span)
    }
  }

  /// The terms and site names of all categories.
  static func terms(of source: LexiconSource) -> [Lexicon.Term] {
    source.categories.enumerated().flatMap { terms(of: $1, number: $0) }
  }

  private static func terms(of category: LexiconSource.Category, number: Int) -> [Lexicon.Term] {
    category.terms.map { term in
      Lexicon.Term(text: term.text, category: number, family: .lexicon, weight: term.weight, language: term.language)
    }
      + category.siteNames.map { Lexicon.Term(text: $0, category: number, family: .siteName, weight: .medium) }
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
    let spelling = phrase.utf8Span
    guard !Self.isFolded(spelling) else {
      return addPhrase(folded: spelling.span, meaning, isRecovered: isRecovered, isDistinctive: isDistinctive)
    }
    let parts = Self.parts(of: phrase)
    if parts.count > 1 {
      for part in parts where isRecovered { recover(part.span) }
      for (index, part) in parts.enumerated() { insert(part.span, .part(gapped.count, part: index)) }
      gapped.append(Lexicon.GappedPhrase(parts: parts.count, meaning: meaning))
    } else if let part = parts.first {
      addPhrase(folded: part.span, meaning, isRecovered: isRecovered, isDistinctive: isDistinctive)
    }
  }

  /// Adds a phrase without gaps.
  private mutating func addPhrase(
    folded phrase: Span<UInt8>,
    _ meaning: Lexicon.Meaning,
    isRecovered: Bool,
    isDistinctive: Bool
  ) {
    if isRecovered { recover(phrase, isDistinctive: isDistinctive) }
    insert(phrase, meaning)
    addJoined(phrase, meaning)
  }

  private mutating func insert(_ phrase: Span<UInt8>, _ meaning: Lexicon.Meaning) {
    let number = automaton.insert(phrase)
    if number == phrases.count { phrases.append(phrase.indices, of: phrase) }
    meanings.add(meaning, to: number)
  }

  private mutating func addJoined(_ phrase: Span<UInt8>, _ meaning: Lexicon.Meaning) {
    // Taken out of the builder, which changes while they are read.
    var joined: [UInt8] = []
    swap(&joined, &self.joined)
    defer { swap(&joined, &self.joined) }
    joined.removeAll(keepingCapacity: true)
    phrase.forEachWord { joined.append($0, of: phrase) }
    guard joined.count < phrase.count, joined.count >= Self.shortestJoined else { return }
    insert(joined.span, meaning)
    vocabulary.insert(joined.indices, of: joined.span)
  }

  private mutating func recover(_ phrase: Span<UInt8>, isDistinctive: Bool = false) {
    phrase.forEachWord { word in
      guard word.contains(where: { phrase[$0].isLetterByte }) else { return }
      vocabulary.insert(word, of: phrase, isDistinctive: isDistinctive && word.count == phrase.count)
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

  /// The automaton of all phrases, and what each stands for.
  consuming func build() -> (PhraseAutomaton, PhraseMeanings) { (automaton.build(), meanings.meanings()) }

  /// Folds characters and puts one blank for every run between words.
  static func fold(_ phrase: String) -> [UInt8] {
    let bytes = Array(phrase.utf8)
    if isFolded(phrase.utf8Span) { return bytes }
    var folded = FoldedText()
    CharacterFolder().fold(bytes.span, into: &folded)
    var words: [UInt8] = []
    words.reserveCapacity(folded.count)
    folded.bytes.span.forEachWord { word in
      if !words.isEmpty { words.append(0x20) }
      words += folded.bytes[word]
    }
    return words
  }

  /// Whether a phrase is spelt as it folds: plain small letters, digits and single blanks. Most are.
  private static func isFolded(_ phrase: borrowing UTF8Span) -> Bool {
    guard phrase.isKnownASCII else { return false }
    let bytes = phrase.span
    var start = 0
    while true {
      let end = bytes.wordEnd(from: start)
      guard end > start else { return false }
      if end == bytes.count { return true }
      guard bytes[end] == 0x20 else { return false }
      start = end + 1
    }
  }
}
