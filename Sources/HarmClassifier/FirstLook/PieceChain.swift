/// The short words just passed, which may be the beginning of a word written in pieces (`ga cor`).
struct PieceChain {
  private var pieces = (ShortPiece(), ShortPiece(), ShortPiece())

  /// Takes in the word just passed; unless it `goesOn` from the words before, they are forgotten.
  @inline(__always)
  mutating func append(_ piece: ShortPiece, goesOn: Bool) {
    pieces = goesOn ? (pieces.1, pieces.2, piece) : (ShortPiece(), ShortPiece(), piece)
  }

  /// Whether `piece` after the last one, two or three words might make a distinctive word; false is certain.
  func mayMakeWord(with piece: ShortPiece, _ reader: TokenReader) -> Bool {
    var hash = Vocabulary.SqueezedHash()
    pieces.2.add(to: &hash)
    piece.add(to: &hash)
    if reader.vocabulary.mayBeDistinctive(hash) { return true }
    guard !pieces.1.isEmpty else { return false }
    hash = Vocabulary.SqueezedHash()
    pieces.1.add(to: &hash)
    pieces.2.add(to: &hash)
    piece.add(to: &hash)
    if reader.vocabulary.mayBeDistinctive(hash) { return true }
    guard !pieces.0.isEmpty else { return false }
    hash = Vocabulary.SqueezedHash()
    pieces.0.add(to: &hash)
    pieces.1.add(to: &hash)
    pieces.2.add(to: &hash)
    piece.add(to: &hash)
    return reader.vocabulary.mayBeDistinctive(hash)
  }

  /// Whether the last words and words of `compound`, which follows, might make a word of the vocabulary (`ga co.r`); false is
  /// certain. Once a blank stands between them, all must be short.
  func mayMakeWord(with compound: CompoundToken, in vocabulary: Vocabulary) -> Bool {
    let before = [pieces.2, pieces.1, pieces.0].prefix { !$0.isEmpty }
    return before.indices.contains { oldest in
      var hash = Vocabulary.SqueezedHash()
      for piece in before[...oldest].reversed() { piece.add(to: &hash) }
      return compound.mayEndWord(begunBy: hash, pieces: oldest + 1, vocabulary)
    }
  }
}

/// A word of up to three bytes, the first one lowest, its length on top.
struct ShortPiece: Sendable {
  private var packed: UInt32 = 0

  static let longest = 3

  init() {}

  /// `word` must not be longer than `longest`.
  init(_ word: ArraySlice<UInt8>) {
    for byte in word.reversed() { packed = packed << 8 | UInt32(byte) }
    packed |= UInt32(word.count) << 24
  }

  /// A word of ASCII letters, the first one lowest, at most `longest`; what lies behind them does not count.
  @inline(__always)
  init(letters: UInt32, count: Int) {
    packed = letters & ~(~0 << UInt32(8 * count)) | UInt32(truncatingIfNeeded: count) << 24
  }

  var isEmpty: Bool { packed == 0 }

  /// Adds its letters to the hash of a word.
  @inline(__always)
  func add(to hash: inout Vocabulary.SqueezedHash) {
    var rest = packed
    for _ in 0..<packed >> 24 {
      hash.add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
