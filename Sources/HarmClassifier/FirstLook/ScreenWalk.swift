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
  @inline(__always)
  var isAtRest: Bool { state == SupportScreen.rest && beginning == nil }

  @inline(__always)
  var hasSupport: Bool { parts & SupportScreen.support != 0 }

  /// Passes a plain word that may be of these kinds.
  mutating func pass(_ word: PlainWord, _ kinds: PlainWordFilter.Kinds, _ screen: SupportScreen) {
    if let first = beginning {
      beginning = nil
      if screen.words.mayBegin(first.key.hash, word.key.hash) { parts |= screen.walk(first, from: &state) }
    }
    if state != SupportScreen.rest || kinds.contains(.phrase) {
      parts |= screen.walk(word, from: &state)
    } else if !kinds.isEmpty {
      beginning = word
    }
  }

  /// Passes any other token; its folded text lies in `texts`.
  mutating func pass(_ reading: UnsafePointer<TokenReading>, _ texts: Span<UInt8>, _ screen: SupportScreen) {
    if let first = beginning {
      beginning = nil
      parts |= screen.walk(first, from: &state)
    }
    if state == SupportScreen.rest {
      state = reading.pointee.screenState
      parts |= reading.pointee.parts
    } else {
      let start = Int(reading.pointee.textStart)
      parts |= screen.walk(texts.extracting(start..<start + Int(reading.pointee.textCount)), from: &state)
    }
  }
}
