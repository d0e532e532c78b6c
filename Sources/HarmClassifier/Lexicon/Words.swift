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
    guard word.count > 2 else { return nil }
    let last = text.lastThree(before: word.upperBound)
    if isShort(last &>> 8) { return word.lowerBound..<word.upperBound - 2 }
    return word.count > 3 && isLong(last) ? word.lowerBound..<word.upperBound - 3 : nil
  }

  /// Whether two letters, the first one lowest, are a particle.
  @inline(__always)
  private static func isShort(_ letters: UInt32) -> Bool { letters == 0x756B || letters == 0x756D }  // ku, mu

  /// Whether three letters, the first one lowest, are a particle.
  @inline(__always)
  static func isLong(_ letters: UInt32) -> Bool {
    // nya, lah, kah, pun; without a branch for each.
    min(letters ^ 0x61796E, letters ^ 0x68616C, letters ^ 0x68616B, letters ^ 0x6E7570) == 0
  }
}
