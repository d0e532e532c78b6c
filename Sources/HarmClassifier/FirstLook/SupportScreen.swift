/// Finds out whether any term that supports a category might stand in a post; false is certain.
///
/// It walks the lexicon's automaton, but only along phrases that hold a term of more weight than an everyday word, and so
/// rests after most words.
final class SupportScreen: Sendable {
  private let automaton: PhraseAutomaton
  /// For every phrase the bits it sets: `support`, or that it is the first or the last part of a phrase with gaps.
  private let bits: [UInt64]
  /// Whether a phrase with bits may still end after a state.
  private let leadsOn: [Bool]
  /// Plain words that may move the screen away from rest, or set a bit.
  let words: PlainWordFilter.Tables

  /// Where a text begins, and what most words lead back to.
  static let rest: UInt32 = 0

  /// A term was found.
  static let support: UInt64 = 1 << 63
  /// First parts use the even bits, last parts the odd ones; phrases beyond 31 share bits.
  private static let firstParts: UInt64 = 0x1555_5555_5555_5555

  init(_ automaton: PhraseAutomaton, _ tables: Tables) {
    self.automaton = automaton
    bits = tables.bits
    leadsOn = tables.leadsOn.map { $0 == 1 }
    words = PlainWordFilter.Tables(tables.words)
  }

  /// Walks on over the words of a text and gives the bits of the phrases that end in it.
  func walk(_ text: Span<UInt8>, from state: inout UInt32) -> UInt64 {
    var found: UInt64 = 0
    text.forEachWord { word in
      automaton.walk(word, of: text, from: &state) { phrase, _, _ in found |= bits[phrase] }
      if !leadsOn[Int(state)] { state = Self.rest }
    }
    return found
  }

  /// Walks on over a plain word.
  func walk(_ word: PlainWord, from state: inout UInt32) -> UInt64 {
    var found: UInt64 = 0
    automaton.walk(word.key, word.stem, from: &state) { phrase in found |= bits[phrase] }
    if !leadsOn[Int(state)] { state = Self.rest }
    return found
  }

  /// Whether the bits gathered over a post may mean a term.
  @inline(__always)
  static func mayHoldTerm(_ bits: UInt64) -> Bool {
    bits & support != 0 || bits & bits >> 1 & firstParts != 0
  }
}

extension SupportScreen {
  /// What takes long to work out of a screen.
  struct Tables: Sendable {
    fileprivate var bits: [UInt64] = []
    /// 1 for true.
    fileprivate var leadsOn: [UInt8] = []
    fileprivate var words = PlainWordFilter([])

    init() {}

    init(_ automaton: PhraseAutomaton, _ meanings: PhraseMeanings, _ lexicon: LexiconBuilder) {
      func isSupport(_ meaning: Lexicon.Meaning) -> Bool {
        if case .term(let term) = meaning { lexicon.terms[term].weight != .weak } else { false }
      }
      func bit(_ meaning: Lexicon.Meaning) -> UInt64 {
        if isSupport(meaning) { return SupportScreen.support }
        guard case .part(let phrase, let part) = meaning, isSupport(lexicon.gapped[phrase].meaning) else { return 0 }
        let shift = UInt64(phrase % 31 * 2)
        return part == 0 ? 1 << shift : part == lexicon.gapped[phrase].parts - 1 ? 2 << shift : 0
      }
      let bits = (0..<meanings.phraseCount).map { meanings[$0].reduce(0) { $0 | bit($1) } }
      self.bits = bits
      leadsOn = automaton.states { bits[$0] != 0 }.map { $0 ? 1 : 0 }
      words = PlainWordFilter(bits.indices.filter { bits[$0] != 0 }.map { lexicon.phrases[$0] })
    }

    mutating func pass(over tape: inout TableTape) {
      tape.pass(&bits)
      tape.pass(&leadsOn)
      words.pass(over: &tape)
    }
  }
}
