/// Tells which plain words need more than a look at their letters: those that begin or are a phrase of the screen, and those
/// that end as sites' names do. One bit a hash (Bloom 1970, with one hash function), so a few others are taken for them.
struct PlainWordFilter: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64
  /// By the last three letters of a word.
  private var endings = [UInt64](repeating: 0, count: 1 << 15 / 64)

  /// A filter for the words with which `phrases` begin. A phrase of one word is also found with a particle behind.
  init(_ phrases: [[UInt8]]) {
    var words: [ArraySlice<UInt8>] = []
    for phrase in phrases {
      guard let end = phrase.firstIndex(of: 0x20) else {
        words += Particle.all.map { (phrase + $0)[...] }
        words.append(phrase[...])
        continue
      }
      words.append(phrase[..<end])
    }
    let size = max(6, (words.count * Self.bitsPerWord).bitWidth - (words.count * Self.bitsPerWord).leadingZeroBitCount)
    bits = Array(repeating: 0, count: 1 << (size - 6))
    shift = UInt64(64 - size)
    for word in words where word.count <= PlainWord.longestToken {
      let place = place(of: Self.packed(word.prefix(8)), Self.packed(word.dropFirst(8)))
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
    for ending in NGramText.endings { add(ending: ending) }
  }

  private static let bitsPerWord = 16

  private mutating func add(ending: [UInt8]) {
    let last = ending.suffix(3).reduce(0) { $0 << 5 | Int($1 & 31) }
    for first in ending.count < 3 ? Array(0..<32) : [0] {
      let place = first << 10 | last
      endings[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Whether a phrase may begin with `word`; false is certain.
  @inline(__always)
  func mayBegin(_ word: PlainWord) -> Bool {
    let place = place(of: word.low, word.high)
    return bits[place >> 6] &>> UInt64(place & 63) & 1 == 1
  }

  /// Whether `word` may end as sites' names do; false is certain.
  @inline(__always)
  func mayEndLikeName(_ word: PlainWord) -> Bool {
    let ending = word.ending
    return endings[ending >> 6] &>> UInt64(ending & 63) & 1 == 1
  }

  @inline(__always)
  private func place(of low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: WordKey(low: low, high: high).hash &>> shift)
  }

  /// Up to eight bytes, the first one lowest.
  private static func packed(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
