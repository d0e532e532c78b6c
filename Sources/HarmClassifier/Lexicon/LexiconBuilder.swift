/// Collects phrases and their meanings.
struct LexiconBuilder {
  /// The phrases of the automaton, by number.
  private(set) var phrases = ByteStrings()
  private(set) var terms: [Lexicon.Term] = []
  private(set) var gapped: [Lexicon.GappedPhrase] = []
  private(set) var vocabulary = Vocabulary()
  private var automaton = PhraseAutomatonBuilder()
  private var meanings = PhraseMeanings.Collector()

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
    for word in source.vocabulary { vocabulary.insert(Self.fold(word)[...]) }
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
    let number = automaton.insert(phrase.span)
    if number == phrases.count { phrases.append(phrase.indices, of: phrase.span) }
    meanings.add(meaning, to: number)
  }

  private mutating func addJoined(_ phrase: [UInt8], _ meaning: Lexicon.Meaning) {
    let joined = phrase.filter { $0 != 0x20 }
    guard joined.count < phrase.count, joined.count >= Self.shortestJoined else { return }
    addPhrase(folded: joined, meaning)
    vocabulary.insert(joined[...])
  }

  private mutating func recover(_ phrase: [UInt8], isDistinctive: Bool) {
    let isWord = !phrase.contains(0x20)
    phrase.span.forEachWord { place in
      let word = phrase[place]
      if word.contains(where: \.isLetterByte) { vocabulary.insert(word, isDistinctive: isDistinctive && isWord) }
    }
  }

  /// The folded parts of a phrase, which ` .. ` divides.
  private static func parts(of phrase: String) -> [[UInt8]] {
    let bytes = Array(phrase.utf8)
    if isFolded(bytes) { return [bytes] }
    guard bytes.contains(UInt8(ascii: ".")) else {
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
    if isFolded(bytes) { return bytes }
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
  private static func isFolded(_ phrase: [UInt8]) -> Bool {
    var last: UInt8 = 0x20
    for byte in phrase {
      guard byte < 0x80, byte.isWordByte || (byte == 0x20 && last != 0x20) else { return false }
      last = byte
    }
    return last != 0x20
  }
}
