/// What the tokens of one n-gram window come to, and those of the window that may follow.
///
/// A window ends at the first blank 512 bytes in, unless so little follows that the rest belongs to it
/// (`NGramModel.windowEnd`). Which it is shows only later: until then the tokens behind that blank count for both, and what
/// the window came to before them is kept.
struct WindowSums {
  /// The tokens of one window.
  struct Sum {
    var weights = SIMD4<Int32>()
    var counts = SIMD8<UInt16>()
    /// The last two bytes of its n-gram text; 0 while there is none.
    var edge: UInt16 = 0
  }

  /// Where the window starts, in folded bytes.
  private(set) var start = 0
  var current = Sum()
  var next = Sum()
  /// Where the next window would start; nil while that is further on.
  private(set) var cut: Int?
  /// What `current` had come to there.
  private var untilCut = Sum()

  /// The last folded place at which a token may begin without a look at where the window ends.
  var lastPlace: Int { start &+ (cut == nil ? NGramModel.windowLength : NGramModel.windowLength * 3 / 2) }

  /// Ends the window when, with a text of at least `end` bytes, it cannot go on; gives what it came to.
  mutating func closeCurrent(before end: Int) -> Sum? {
    guard let cut, end - start > NGramModel.windowLength * 3 / 2 else { return nil }
    current = next
    start = cut
    self.cut = nil
    return untilCut
  }

  /// Notes that the next window may start in the blanks `blanks`; false when the window ends before them inside a word.
  mutating func cut(at blanks: Range<Int>) -> Bool {
    guard cut == nil, blanks.upperBound - start > NGramModel.windowLength else { return true }
    let end = max(blanks.lowerBound, start + NGramModel.windowLength)
    guard end <= start + 2 * NGramModel.windowLength else { return false }
    cut = end
    untilCut = current
    next = Sum()
    return true
  }
}
