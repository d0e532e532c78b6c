/// How the automaton grows.
extension PhraseAutomaton {
  /// How a state is reached.
  struct Link {
    var parent: UInt32
    var word: UInt32
    var depth: Int
  }

  mutating func insert(_ phrase: [UInt8], number: Int, _ links: inout [Link]) {
    let parts = phrase.split(separator: 0x20)
    var state: UInt32 = 0
    for (depth, part) in parts.enumerated() {
      let word = words.insert(part)
      var next = state == 0 ? starts[Int(word)] : steps.target(from: state, word)
      if next == 0 {
        next = UInt32(fallbacks.count)
        if state == 0 { starts[Int(word)] = next } else { steps.insert(next, from: state, word) }
        fallbacks.append(0)
        phrases.append(0)
        shorterMatches.append(0)
        links.append(Link(parent: state, word: word, depth: depth))
      }
      state = next
    }
    phrases[Int(state)] = UInt32(number + 1)
    lengths.append(UInt32(parts.count))
  }

  /// Works out the fallbacks, the shallow states first.
  mutating func linkFallbacks(_ links: [Link]) {
    let deepest = links.map(\.depth).max() ?? 0
    for depth in 0...deepest {
      for (index, link) in links.enumerated() where link.depth == depth {
        let state = index + 1
        if link.parent != 0 { fallbacks[state] = step(from: fallbacks[Int(link.parent)], link.word) }
        let fallback = Int(fallbacks[state])
        shorterMatches[state] = phrases[fallback] != 0 ? UInt32(fallback) : shorterMatches[fallback]
      }
    }
  }

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
  private struct Step {
    var state: UInt32 = 0
    var word: UInt32 = 0
    var target: UInt32 = 0
  }

  /// The steps, by hash; target 0 where there is none (open addressing, linear probing).
  private var slots: [Step]
  private let shift: UInt64

  /// A table for at most `capacity` steps.
  init(capacity: Int) {
    let size = (2 * capacity).bitWidth - (2 * capacity).leadingZeroBitCount
    slots = Array(repeating: Step(), count: 1 << size)
    shift = UInt64(64 - size)
  }

  mutating func insert(_ target: UInt32, from state: UInt32, _ word: UInt32) {
    slots[slot(of: state, word)] = Step(state: state, word: word, target: target)
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
