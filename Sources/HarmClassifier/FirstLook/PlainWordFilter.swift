/// Tells which plain words need more than a look at their letters: those that begin or are a phrase of the screen, and those
/// that end as sites' names do. One bit a hash (Bloom 1970, with one hash function), so a few others are taken for them.
struct PlainWordFilter: Sendable {
  private var bits: [UInt64]
  private let shift: UInt64
  private let endings = NameEndings.shared

  /// A filter for the words with which `phrases` begin. A phrase of one word is also found with a particle behind.
  init(_ phrases: [ArraySlice<UInt8>]) {
    let isOneWord = phrases.map { !$0.contains(0x20) }
    let most = Self.bitsPerWord * isOneWord.reduce(0) { $0 + ($1 ? 1 + Particle.all.count : 1) }
    let size = max(6, most.bitWidth - most.leadingZeroBitCount)
    bits = Array(repeating: 0, count: 1 << (size - 6))
    shift = UInt64(64 - size)
    for (phrase, isOneWord) in zip(phrases, isOneWord) {
      add(phrase.prefix { $0 != 0x20 }, [])
      guard isOneWord else { continue }
      for particle in Particle.all { add(phrase, particle) }
    }
  }

  private static let bitsPerWord = 16

  private mutating func add(_ word: ArraySlice<UInt8>, _ particle: [UInt8]) {
    guard word.count + particle.count <= PlainWord.longestToken else { return }
    var (low, high): (UInt64, UInt64) = (0, 0)
    func put(_ byte: UInt8) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
    for byte in particle.reversed() { put(byte) }
    for byte in word.reversed() { put(byte) }
    let place = place(of: low, high)
    bits[place >> 6] |= 1 << UInt64(place & 63)
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
    word.count >= NameEndings.shortestWord && endings.mayEnd(UInt32(truncatingIfNeeded: word.lastThree))
  }

  @inline(__always)
  private func place(of low: UInt64, _ high: UInt64) -> Int {
    Int(truncatingIfNeeded: WordKey(low: low, high: high).hash &>> shift)
  }
}
