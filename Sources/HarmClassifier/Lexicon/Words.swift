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
      while index < count, self[index].isWordByte { index += 1 }
      body(start..<index)
    }
  }

  /// Where the last `words` words before `end` begin; the last of them may go on behind it.
  func start(ofLast words: Int, before end: Int) -> Int {
    var index = end
    for _ in 0..<words {
      while index > 0, !self[index - 1].isWordByte { index -= 1 }
      while index > 0, self[index - 1].isWordByte { index -= 1 }
    }
    return index
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
    let isParticle =
      switch (text[word.upperBound - 3], middle, last) {
      case (UInt8(ascii: "n"), UInt8(ascii: "y"), UInt8(ascii: "a")),
        (UInt8(ascii: "l"), UInt8(ascii: "a"), UInt8(ascii: "h")),
        (UInt8(ascii: "k"), UInt8(ascii: "a"), UInt8(ascii: "h")),
        (UInt8(ascii: "p"), UInt8(ascii: "u"), UInt8(ascii: "n")):
        true
      default: false
      }
    return isParticle ? word.lowerBound..<word.upperBound - 3 : nil
  }
}
