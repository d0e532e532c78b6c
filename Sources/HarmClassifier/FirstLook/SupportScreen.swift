/// Finds out whether any term that supports a category might stand in a post; false is certain.
///
/// It holds only terms of more weight than an everyday word, so that, unlike the whole lexicon's automaton, it rests
/// after most words.
struct SupportScreen: Sendable {
  private let automaton: Automaton
  /// For every phrase the bits it sets: `support`, or that it is the first or the last part of a phrase with gaps.
  private let bits: [UInt64]
  /// Plain words that may move the screen away from rest, or set a bit.
  let words: PlainWordFilter

  /// A term was found.
  static let support: UInt64 = 1 << 63
  /// First parts use the even bits, last parts the odd ones; phrases beyond 31 share bits.
  private static let firstParts: UInt64 = 0x1555_5555_5555_5555

  init(_ phrases: [[UInt8]], _ meanings: [[Lexicon.Meaning]], _ gapped: [Lexicon.GappedPhrase], _ terms: [Lexicon.Term])
  {
    func isSupport(_ meaning: Lexicon.Meaning) -> Bool {
      if case .term(let term) = meaning { terms[term].weight != .weak } else { false }
    }
    func bit(_ meaning: Lexicon.Meaning) -> UInt64 {
      if isSupport(meaning) { return Self.support }
      guard case .part(let phrase, let part) = meaning, isSupport(gapped[phrase].meaning) else { return 0 }
      let shift = UInt64(phrase % 31 * 2)
      return part == 0 ? 1 << shift : part == gapped[phrase].parts - 1 ? 2 << shift : 0
    }
    let all = zip(phrases, meanings).map { phrase, meanings in (phrase, meanings.reduce(0) { $0 | bit($1) }) }
    let kept = all.filter { $0.1 != 0 }
    automaton = Automaton(kept.map(\.0))
    bits = kept.map(\.1)
    words = PlainWordFilter(kept.map(\.0))
  }

  /// Where a text begins.
  var rest: UInt32 { automaton.rest }

  /// Walks on over the text of a token and the blank after it, and gives the bits of the phrases that end in it.
  func walk(_ text: Span<UInt8>, from state: inout UInt32) -> UInt64 {
    var found: UInt64 = 0
    automaton.walk(text, from: &state) { phrase, end in
      if Hits.endsWord(at: end, in: text) { found |= bits[phrase] }
    }
    return found
  }

  /// Whether the bits gathered over a post may mean a term.
  @inline(__always)
  static func mayHoldTerm(_ bits: UInt64) -> Bool {
    bits & support != 0 || bits & bits >> 1 & firstParts != 0
  }
}
