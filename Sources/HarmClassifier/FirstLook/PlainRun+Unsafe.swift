/// Up to thirty-two plain words in a row, and which of them need a closer look.
///
/// The loop over the words has no branch but its end, so that the processor need not guess; what is rare is settled
/// afterwards, kind by kind (`FirstLook+Runs`).
///
/// Invariants: `hashes` has room for one hash more than `most` and outlives the run; words lie in the marks they were read from.
struct PlainRun {
  /// The word keys' hashes.
  let hashes: UnsafeMutablePointer<UInt64>
  private(set) var count = 0
  /// The edge of the marks at which the first word begins.
  private(set) var firstEdge = 0
  /// Two bits a word, the first lowest: what words may be for the phrases, as `PlainWordFilter.Kinds` has it.
  private(set) var kinds: UInt64 = 0
  /// One bit a word: those that may end in a particle or as a site's name does.
  private(set) var endings: UInt64 = 0
  /// One bit a word: those that may be joined with the word before.
  private(set) var joints: UInt64 = 0

  static let most = 32

  init(_ hashes: UnsafeMutablePointer<UInt64>) { self.hashes = hashes }

  /// Reads the words of `marks` from edge `firstEdge` that begin before `end`, all plain, and appends them to `segment`. Words
  /// too long for a plain word end the run.
  @inline(__always)
  mutating func read(
    _ marks: PostMarks,
    from firstEdge: Int,
    before end: Int,
    _ filter: PlainWordFilter.Pointers,
    into segment: inout PlainSegment
  ) {
    let (lower, edges, hashes) = (marks.lower, marks.edges + firstEdge, hashes)
    var (kinds, endings, joints): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var (count, open) = (0, Length())
    while count < Self.most {
      let start = Int(edges[2 &* count])
      let wordEnd = Int(edges[2 &* count &+ 1])
      let length = wordEnd &- start
      guard start < end, length < PlainWord.longestToken else { break }
      let key = PostMarks.key(in: lower, from: start, length: length)
      segment.append(key, length: length)
      let hash = key.hash
      hashes[count] = hash
      kinds = kinds &>> 2 | filter.kinds(hash).rawValue &<< 62
      let lastThree = lower.loadUnaligned(fromByteOffset: wordEnd &- 4, as: UInt32.self) &>> 8
      endings = endings &>> 1 | filter.ending(lastThree) &<< 63
      let own = Length(of: length)
      joints = joints &>> 1 | own.joint(after: open) &<< 63
      open = own.open(before: lower.load(fromByteOffset: wordEnd, as: UInt8.self))
      count &+= 1
    }
    (self.count, self.firstEdge) = (count, firstEdge)
    // Shifts by all 64 bits give 0.
    self.kinds = kinds >> UInt64(64 - 2 * count)
    self.endings = endings >> UInt64(64 - count)
    self.joints = joints >> UInt64(64 - count)
  }

  /// How short a word is: bit 0 when it may be a piece of another, bit 1 when it is one letter.
  private struct Length {
    private var bits: UInt64 = 0

    init() {}

    @inline(__always)
    init(of length: Int) {
      // Two bits for each length: 1 has both, 2 and 3 have the first.
      bits = (0b01_01_11_00 as UInt64) &>> UInt64(truncatingIfNeeded: 2 &* min(length, 4)) & 3
    }

    /// What is left of it for the next word: over a sign only single letters are joined.
    @inline(__always)
    func open(before sign: UInt8) -> Length {
      var left = self
      left.bits &= sign > 0x20 ? 2 : 3
      return left
    }

    /// 1 if the word may be joined with the word before.
    @inline(__always)
    func joint(after open: Length) -> UInt64 { bits & open.bits == 0 ? 0 : 1 }
  }

  /// Forgets all words but the first `left`.
  mutating func keep(_ left: Int) {
    count = left
    kinds &= ~(~0 << UInt64(2 * left))
    endings &= ~(~0 << UInt64(left))
    joints &= ~(~0 << UInt64(left))
  }

  /// Word `number` of the run.
  func word(_ number: Int, of marks: PostMarks) -> PlainWord {
    let edges = marks.edges + firstEdge + 2 &* number
    return marks.word(from: Int(edges[0]), to: Int(edges[1]))
  }

  /// Whether a phrase of several words may begin with a word.
  func mayBegin(_ number: Int) -> Bool {
    PlainWordFilter.Kinds(rawValue: kinds &>> UInt64(truncatingIfNeeded: 2 &* number)).contains(.beginning)
  }

  /// The words from `first` that may be a phrase, or with which one may go on that begins with the word before: one bit a word.
  /// All others leave the screen at rest.
  func phraseWords(from first: Int, _ filter: PlainWordFilter.Pointers, _ marks: PostMarks) -> UInt64 {
    var found: UInt64 = 0
    for place in BitPlaces(kinds & ~0 &<< UInt64(truncatingIfNeeded: 2 &* first)) {
      let number = place &>> 1
      if place & 1 == 0 {
        found |= 1 &<< UInt64(truncatingIfNeeded: number)
      } else if filter.mayBegin(hashes[number], hashes[number &+ 1]) {
        found |= 2 &<< UInt64(truncatingIfNeeded: number)
      }
    }
    // A word behind the last one was only taken for one.
    found &= ~(~0 << UInt64(count))
    for number in BitPlaces(endings & ~0 &<< UInt64(truncatingIfNeeded: first)) {
      guard let stem = word(number, of: marks).stem?.hash else { continue }
      let goesOn = number > first && mayBegin(number &- 1) && filter.mayBegin(hashes[number &- 1], stem)
      if goesOn || filter.kinds(stem).contains(.phrase) { found |= 1 &<< UInt64(truncatingIfNeeded: number) }
    }
    return found
  }

  /// How many letters the words from `number` have.
  func length(from number: Int, of marks: PostMarks) -> Int {
    (number..<count).reduce(0) { $0 + word($1, of: marks).count }
  }

  /// Where the last word ends.
  func end(in marks: PostMarks) -> Int { Int(marks.edges[firstEdge &+ 2 &* count &- 1]) }
}
