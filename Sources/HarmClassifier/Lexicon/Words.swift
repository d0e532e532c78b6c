/// Words in folded text.
extension Span<UInt8> {
  /// Calls `body` with the place of every word, in order.
  @inline(__always)
  func forEachWord(_ body: (Range<Int>) -> Void) {
    var index = 0
    while index < count {
      guard self[index].isWordByte else {
        index += 1
        continue
      }
      let start = index
      index = wordEnd(from: index)
      body(start..<index)
    }
  }
}

/// Particles that are written without a blank behind the word they belong to: `slotnya`, `judilah`.
enum Particle {
  /// All of them, folded.
  static let all = ["ku", "mu", "nya", "lah", "kah", "pun"].map { Array($0.utf8) }

  /// The word without its particle; nil when it has none.
  @inline(__always)
  static func stem(of word: Range<Int>, in text: Span<UInt8>) -> Range<Int>? {
    guard word.count > 2, text[word.upperBound - 1] == UInt8(ascii: "u") || word.count > 3 else { return nil }
    let last = text[word.upperBound - 1]
    let middle = text[word.upperBound - 2]
    if last == UInt8(ascii: "u") {
      let isParticle = middle == UInt8(ascii: "k") || middle == UInt8(ascii: "m")
      return isParticle ? word.lowerBound..<word.upperBound - 2 : nil
    }
    let isParticle = isLong(
      UInt32(text[word.upperBound - 3]) | UInt32(middle) << 8 | UInt32(last) << 16
    )
    return isParticle ? word.lowerBound..<word.upperBound - 3 : nil
  }

  /// Whether three letters, the first one lowest, are a particle.
  @inline(__always)
  static func isLong(_ letters: UInt32) -> Bool {
    switch letters {
    case 0x61796E, 0x68616C, 0x68616B, 0x6E7570: true  // nya, lah, kah, pun
    default: false
    }
  }
}
