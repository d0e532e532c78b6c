extension Hits {
  /// Whether a word ends at `end`, or only a particle that is written without a blank follows (`slotnya`).
  static func endsWord(at end: Int, in text: Span<UInt8>) -> Bool {
    var last = end
    while last < text.count, text[last].isWordByte { last += 1 }
    switch last - end {
    case 0: return true
    case 2: return isParticle(["ku", "mu"], of: text, at: end)
    case 3: return isParticle(["nya", "lah", "kah", "pun"], of: text, at: end)
    default: return false
    }
  }

  private static func isParticle(_ particles: [StaticString], of text: Span<UInt8>, at start: Int) -> Bool {
    particles.contains { particle in
      particle.withUTF8Buffer { bytes in bytes.indices.allSatisfy { bytes[$0] == text[start + $0] } }
    }
  }

  /// All of them, folded.
  static let particles = ["ku", "mu", "nya", "lah", "kah", "pun"].map { Array($0.utf8) }
}
