import HarmClassifier

extension NGramText {
  /// Gives every name in the text another one of the same shape, so that a model learns how names are built and what
  /// stands around them, and not the names themselves: next week they are others.
  ///
  /// With `hidesDisguise` the text also counts as plainly written. The same seed gives the same names.
  mutating func rename(seed: UInt64, hidesDisguise: Bool) {
    var generator = SplitMix64(seed: seed)
    for shape in shapes where shape.letters >= 3 && (shape.digits > 0 || shape.disguise != 0) {
      let kept = shape.number > 0 ? shape.number : shape.ending > 0 ? NameEndings.all[shape.ending - 1].count : 0
      let startsWithVowel = Bool.random(using: &generator)
      for (offset, index) in shape.range.dropLast(kept).enumerated() where Self.isLetter(bytes[index]) {
        let letters = offset.isMultiple(of: 2) == startsWithVowel ? Self.vowels : Self.consonants
        bytes[index] = letters[Int.random(in: 0..<letters.count, using: &generator)]
      }
    }
    if hidesDisguise {
      for index in shapes.indices { shapes[index].disguise = 0 }
    }
  }

  private static let vowels = Array("aiueo".utf8)
  private static let consonants = Array("bcdgjklmnprstwh".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}

/// A small generator that gives the same numbers for the same seed everywhere (Steele, Lea & Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
