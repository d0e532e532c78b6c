/// Where the support screen stands in a post, and what it has found.
///
/// One word in four begins a phrase, but hardly any is followed by the next word of one: the screen, whose tables lie all
/// over memory, is asked only about those that may be.
struct ScreenWalk {
  private var state = SupportScreen.rest
  /// The phrases that ended so far, as the screen's bits.
  private(set) var parts: UInt64 = 0
  /// The word just passed, when it may begin a phrase and the screen has not walked over it yet.
  private var beginning: PlainWord?
  /// Whether no phrase may have begun.
  private(set) var isAtRest = true

  @inline(__always)
  var hasSupport: Bool { parts & SupportScreen.support != 0 }

  private mutating func noteRest() { isAtRest = state == SupportScreen.rest && beginning == nil }

  /// Notes, at rest, that a phrase may begin with a plain word that is none itself.
  mutating func begin(_ word: PlainWord) {
    beginning = word
    isAtRest = false
  }

  /// Passes a plain word that may be of these kinds.
  @inline(never)
  mutating func pass(
    _ word: PlainWord,
    _ kinds: PlainWordFilter.Kinds,
    _ filter: PlainWordFilter.Pointers,
    _ screen: SupportScreen
  ) {
    // Nine times in ten no phrase goes on or ends here.
    let mayGoOn = beginning.map { filter.mayBegin($0, word) } ?? false
    if !mayGoOn, state == SupportScreen.rest, !kinds.contains(.phrase) {
      beginning = kinds.isEmpty ? nil : word
      isAtRest = kinds.isEmpty
    } else {
      walk(word, kinds, goesOn: mayGoOn, screen)
    }
  }

  @inline(never)
  private mutating func walk(
    _ word: PlainWord,
    _ kinds: PlainWordFilter.Kinds,
    goesOn: Bool,
    _ screen: SupportScreen
  ) {
    if let first = beginning {
      beginning = nil
      if goesOn { parts |= screen.walk(first, from: &state) }
    }
    if state != SupportScreen.rest || kinds.contains(.phrase) {
      parts |= screen.walk(word, from: &state)
    } else if !kinds.isEmpty {
      beginning = word
    }
    noteRest()
  }

  /// Passes the folded text of any other token.
  @inline(never)
  mutating func pass(_ text: Span<UInt8>, _ screen: SupportScreen) {
    if let first = beginning {
      beginning = nil
      parts |= screen.walk(first, from: &state)
    }
    parts |= screen.walk(text, from: &state)
    noteRest()
  }
}
