/// Grows an automaton phrase by phrase.
struct PhraseAutomatonBuilder {
  private var automaton = PhraseAutomaton()
  /// How the states behind the root are reached, from state 1.
  private var links: [Link] = []

  private struct Link {
    var parent: UInt32
    var word: UInt32
    var depth: Int
  }

  /// The number of `phrase`, from 0, which it gets when it has none. It holds folded words with single blanks between them,
  /// at least one.
  mutating func insert(_ phrase: Span<UInt8>) -> Int {
    var state: UInt32 = 0
    var depth = 0
    phrase.forEachWord { word in
      state = self.state(after: automaton.words.insert(word, of: phrase), in: state, depth)
      depth += 1
    }
    let known = automaton.phrases[Int(state)]
    guard known == 0 else { return Int(known) - 1 }
    automaton.lengths.append(UInt32(depth))
    automaton.phrases[Int(state)] = UInt32(automaton.lengths.count)
    return automaton.lengths.count - 1
  }

  private mutating func state(after word: UInt32, in state: UInt32, _ depth: Int) -> UInt32 {
    if word == automaton.starts.count { automaton.starts.append(0) }
    let known = state == 0 ? automaton.starts[Int(word)] : automaton.steps.target(from: state, word)
    guard known == 0 else { return known }
    let next = UInt32(links.count + 1)
    if state == 0 { automaton.starts[Int(word)] = next } else { automaton.steps.insert(next, from: state, word) }
    automaton.phrases.append(0)
    links.append(Link(parent: state, word: word, depth: depth))
    return next
  }

  /// The automaton of all phrases.
  consuming func build() -> PhraseAutomaton {
    linkFallbacks()
    return automaton
  }

  /// Works out the fallbacks, the shallow states first.
  private mutating func linkFallbacks() {
    automaton.fallbacks = Array(repeating: 0, count: links.count + 1)
    automaton.shorterMatches = automaton.fallbacks
    for states in statesByDepth() {
      for state in states {
        let link = links[state - 1]
        let fallback = automaton.step(from: automaton.fallbacks[Int(link.parent)], link.word)
        automaton.fallbacks[state] = fallback
        automaton.shorterMatches[state] =
          automaton.phrases[Int(fallback)] != 0 ? fallback : automaton.shorterMatches[Int(fallback)]
      }
    }
  }

  /// The states two words or more behind the root; those nearer to it fall back to the root.
  private func statesByDepth() -> [[Int]] {
    var levels: [[Int]] = []
    for (index, link) in links.enumerated() where link.depth > 0 {
      // The state before this one has its level already.
      if levels.count < link.depth { levels.append([]) }
      levels[link.depth - 1].append(index + 1)
    }
    return levels
  }
}

extension PhraseAutomaton {
  /// For every state, whether a phrase that `counts` may still end behind it.
  func states(leadingTo counts: (_ phrase: Int) -> Bool) -> [Bool] {
    var parents = [UInt32](repeating: 0, count: stateCount)
    steps.forEach { parents[Int($1)] = $0 }
    var leads = [Bool](repeating: false, count: stateCount)
    // A state is numbered after the one it is reached from.
    for state in (1..<stateCount).reversed() {
      let counted = phrases[state] != 0 && counts(Int(phrases[state]) - 1)
      if counted || leads[state] { leads[Int(parents[state])] = true }
    }
    return leads.indices.map { state in
      var state = state
      while state != 0, !leads[state] { state = Int(fallbacks[state]) }
      return state != 0
    }
  }
}

/// Where each state goes on, by the number of the next word.
struct StepTable: Sendable {
  private struct Step: MemoryImage {
    var state: UInt32 = 0
    var word: UInt32 = 0
    var target: UInt32 = 0
  }

  /// The steps, by hash; target 0 where there is none (open addressing, linear probing). At most half are in
  /// use.
  private var slots: [Step]
  private var shift: UInt64
  private var count: UInt64 = 0

  init() {
    slots = Array(repeating: Step(), count: 64)
    shift = 58
  }

  mutating func pass(over tape: inout TableTape) {
    tape.pass(&slots)
    tape.pass(&shift)
    tape.pass(&count)
  }

  mutating func insert(_ target: UInt32, from state: UInt32, _ word: UInt32) {
    count += 1
    if 2 * count > UInt64(slots.count) { grow() }
    slots[slot(of: state, word)] = Step(state: state, word: word, target: target)
  }

  private mutating func grow() {
    let steps = slots
    slots = Array(repeating: Step(), count: 2 * steps.count)
    shift -= 1
    for step in steps where step.target != 0 { slots[slot(of: step.state, step.word)] = step }
  }

  /// The state after `word` in `state`; 0 when no phrase goes on so.
  @inline(__always)
  func target(from state: UInt32, _ word: UInt32) -> UInt32 { slots[slot(of: state, word)].target }

  func forEach(_ body: (_ state: UInt32, _ target: UInt32) -> Void) {
    for step in slots where step.target != 0 { body(step.state, step.target) }
  }

  /// The slot that holds the step, or the free one where it belongs.
  @inline(__always)
  private func slot(of state: UInt32, _ word: UInt32) -> Int {
    let hash = (UInt64(state) &<< 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    while slots[slot].target != 0, slots[slot].state != state || slots[slot].word != word {
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    return slot
  }
}
