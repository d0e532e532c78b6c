/// Everything the core knows about a *token*, a piece of a post between blanks, by itself.
///
/// Posts repeat their words, so this is worked out once a word and then only added up. Readings lie all over a large table,
/// so each is kept as small as a line of the cache, 64 bytes.
struct TokenReading: Sendable {
  /// The token's bytes, padded with zeros; all zero in an unused slot.
  var key = TokenKey()
  /// The weights of the n-grams inside the token.
  private var row = NGramRow()
  /// What the token adds to a window, in the order of `Count`.
  private var counts = SIMD8<UInt8>()
  /// The first two and the last two bytes of its n-gram text, between the blanks around it; 0 without such text.
  var firstEdge: UInt16 = 0
  var lastEdge: UInt16 = 0
  /// Where the token's folded text lies in the memo's texts.
  var textStart: UInt32 = 0
  /// The first and last words themselves, when short enough to be joined.
  var headPiece = ShortPiece()
  var tailPiece = ShortPiece()
  /// How its first and last words could be joined with those of its neighbours.
  var head = Joint()
  var tail = Joint()
  var traits = Traits()

  /// Notes what the `features` n-grams inside the token weigh; what is too much for a reading is left to the full path.
  mutating func note(_ weights: SIMD4<Int32>, features: Int) {
    self[.features] = features
    if features <= UInt8.max { row = NGramRow(weights, of: features) }
  }

  /// The weights of the n-grams inside the token, by label.
  @inline(__always)
  var weights: SIMD4<Int32> { row.sum(of: Int(counts[Count.features.rawValue])) }

  @inline(__always)
  var wideCounts: SIMD8<UInt16> { SIMD8(truncatingIfNeeded: counts) }

  /// The lanes of `counts`.
  enum Count: Int {
    case features, words, disguised, mixed, symbols, mentions, invitations, length
  }

  /// What is counted; a token with more than a lane holds may decide the post.
  subscript(count: Count) -> Int {
    get { Int(counts[count.rawValue]) }
    set {
      counts[count.rawValue] = UInt8(truncatingIfNeeded: newValue)
      if newValue > UInt8.max { traits.insert(.telling) }
    }
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// The token may decide the post: only the full path can tell.
    static let telling = Traits(rawValue: 1)
    /// It holds no word.
    static let wordless = Traits(rawValue: 2)
    /// It moves the screen away from rest, or holds a part of a phrase.
    static let movesScreen = Traits(rawValue: 4)
    /// More words follow its first one.
    static let hasMoreWords = Traits(rawValue: 8)
  }

  /// How a word at the edge of a token may be joined over the blank beside it (`WordReader+Split`).
  struct Joint: OptionSet, Sendable {
    let rawValue: UInt8
    /// One byte long: letters set apart.
    static let single = Joint(rawValue: 1)
    /// Short enough for `ga cor`.
    static let piece = Joint(rawValue: 2)
    /// Short enough for `ga.co .r`.
    static let signedPiece = Joint(rawValue: 4)

    /// Longer words join nothing.
    static let longestWord = 6
  }
}

/// The bytes of a token of at most 24 bytes, the first one lowest.
struct TokenKey: Sendable, Hashable {
  var low: UInt64 = 0
  var middle: UInt64 = 0
  var high: UInt64 = 0

  static let longest = 24

  @inline(__always)
  var isASCII: Bool { (low | middle | high) & 0x8080_8080_8080_8080 == 0 }

  /// Multiply-shift hashing (Dietzfelbinger et al. 1997); take the upper bits.
  @inline(__always)
  var hash: UInt64 {
    let mixed = low ^ (middle &* 0x9E37_79B9_7F4A_7C15) ^ (high &* 0xC2B2_AE3D_27D4_EB4F)
    return (mixed ^ mixed >> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}
