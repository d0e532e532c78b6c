/// What of a lexicon takes long to work out. It depends on the lexicon alone, and can be kept as bytes.
struct LexiconTables: Sendable {
  var automaton = PhraseAutomaton()
  /// What phrase `n` of the automaton stands for.
  var meanings = PhraseMeanings()
  /// Phrases with gaps, by number.
  var gapped: [Lexicon.GappedPhrase] = []
  var vocabulary = Vocabulary()
  var siteNameExempt = SiteNameExemptions()
  var screen = SupportScreen.Tables()

  /// Works the tables of `source` out.
  init(_ source: LexiconSource) {
    var builder = LexiconBuilder()
    builder.add(source)
    gapped = builder.gapped
    vocabulary = builder.vocabulary
    (automaton, meanings) = builder.build()
    siteNameExempt = SiteNameExemptions(source.siteNameExempt)
    screen = SupportScreen.Tables(automaton, meanings, builder)
  }

  /// Reads what `bytes` gave; nil when they are no tables.
  init?(reading bytes: ArraySlice<UInt8>) {
    var tape = TableTape(reading: bytes)
    pass(over: &tape)
    guard tape.isReadWell else { return nil }
  }

  /// The tables as bytes, for this machine.
  var bytes: ArraySlice<UInt8> {
    var (tape, tables) = (TableTape(), self)
    tables.pass(over: &tape)
    return tape.bytes
  }

  private mutating func pass(over tape: inout TableTape) {
    automaton.pass(over: &tape)
    meanings.pass(over: &tape)
    passGapped(over: &tape)
    vocabulary.pass(over: &tape)
    siteNameExempt.pass(over: &tape)
    screen.pass(over: &tape)
  }

  private mutating func passGapped(over tape: inout TableTape) {
    var parts = gapped.map(\.parts)
    var codes = gapped.map(\.meaning.code)
    tape.pass(&parts)
    tape.pass(&codes)
    gapped = zip(parts, tape.meanings(of: codes)).map { Lexicon.GappedPhrase(parts: $0, meaning: $1) }
  }
}

extension Lexicon.Meaning {
  /// The meaning as a number: its kind in the lowest three bits, what it is about above.
  var code: UInt64 {
    switch self {
    case .term(let number): UInt64(number) << 3
    case .part(let phrase, let part): (UInt64(phrase) << 32 | UInt64(part)) << 3 | 1
    case .exempt(let category): UInt64(category) << 3 | 2
    case .evidence(let family): UInt64(family.number) << 3 | 3
    case .marker(let stance): UInt64(Stance.allCases.firstIndex(of: stance) ?? 0) << 3 | 4
    case .negator: 5
    case .assurance: 6
    }
  }

  /// nil for a number that stands for no meaning.
  fileprivate init?(code: UInt64) {
    let value = Int(code >> 3)
    switch code & 7 {
    case 0: self = .term(value)
    case 1: self = .part(value >> 32, part: value & 0xFFFF_FFFF)
    case 2: self = .exempt(category: value)
    case 3 where Evidence.Family.allCases.indices.contains(value): self = .evidence(Evidence.Family.allCases[value])
    case 4 where Stance.allCases.indices.contains(value): self = .marker(Stance.allCases[value])
    case 5: self = .negator
    case 6: self = .assurance
    default: return nil
    }
  }
}

extension TableTape {
  /// The meanings that `codes` stand for.
  mutating func meanings(of codes: [UInt64]) -> [Lexicon.Meaning] {
    var meanings: [Lexicon.Meaning] = []
    meanings.reserveCapacity(codes.count)
    for code in codes {
      if let meaning = Lexicon.Meaning(code: code) { meanings.append(meaning) } else { damage() }
    }
    return meanings
  }
}
