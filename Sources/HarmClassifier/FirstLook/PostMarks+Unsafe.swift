import CKernels

/// A post in small letters, with marks for its bytes: what is a letter, what a blank, where words begin and end.
///
/// Made for the whole post in one go, sixteen bytes or more at once, before anything is read (as simdjson finds the structure of
/// JSON; Langdale & Lemire 2019). Questions asked byte by byte are guessed wrong by the processor about twice a word,
/// which costs more than the word itself.
///
/// Invariants: `memory` has room for `byteCount` bytes and outlives the marks; a text is at most `capacity` bytes long.
/// Around the text in `lower` lie 16 blanks before and 32 or more behind; every mask has a bit for each byte up to
/// the end of the last 64, and one word more. Behind the last of `edges` stand two beyond any text.
struct PostMarks {
  private let memory: UnsafeMutableRawPointer
  private(set) var count = 0

  static let capacity = Classifier.partLength
  private static let maskBytes = capacity / 8 + 16
  private static let lowerStart = 48
  private static let lettersStart = lowerStart + capacity + 192
  static let byteCount = lettersStart + 4 * maskBytes + 2 * (capacity + 10)

  init(_ memory: UnsafeMutableRawPointer) {
    self.memory = memory
    memory.storeBytes(of: Bytes(repeating: 0xFF), as: Bytes.self)
    memory.storeBytes(of: Bytes(), toByteOffset: 16, as: Bytes.self)
    memory.storeBytes(of: Self.blank, toByteOffset: 32, as: Bytes.self)
  }

  /// The text; bytes beyond ASCII as they are.
  @inline(__always)
  var lower: UnsafeMutableRawPointer { memory + Self.lowerStart }
  /// Bits of letters, of blanks, of letters that repeat the one before, and of what is neither part of a plain word nor blank.
  @inline(__always)
  private var letters: UnsafeMutableRawPointer { memory + Self.lettersStart }
  @inline(__always)
  private var blanks: UnsafeMutableRawPointer { letters + Self.maskBytes }
  @inline(__always)
  private var repeats: UnsafeMutableRawPointer { letters + 2 * Self.maskBytes }
  @inline(__always)
  private var others: UnsafeMutableRawPointer { letters + 3 * Self.maskBytes }
  /// Where every run of letters begins and where it ends, in turn.
  @inline(__always)
  var edges: UnsafeMutablePointer<UInt16> { (letters + 4 * Self.maskBytes).assumingMemoryBound(to: UInt16.self) }

  /// Marks the bytes of `text`; false when it holds control characters, which are left to the full path.
  @inline(__always)
  mutating func read(_ text: TokenText) -> Bool {
    Kernels.areUsable ? readByKernel(text) : readInSwift(text)
  }

  /// As `read`, by the kernel for wider vectors: the processor must have them.
  mutating func readByKernel(_ text: TokenText) -> Bool {
    count = text.count
    text.copy(to: lower)
    for place in stride(from: count, to: count + 128, by: 16) {
      lower.storeBytes(of: Self.blank, toByteOffset: place, as: Bytes.self)
    }
    let found = ckernels_mark(
      ckernels_marks(
        lower: lower.assumingMemoryBound(to: UInt8.self),
        letters: letters.assumingMemoryBound(to: UInt64.self),
        blanks: blanks.assumingMemoryBound(to: UInt64.self),
        repeats: repeats.assumingMemoryBound(to: UInt64.self),
        others: others.assumingMemoryBound(to: UInt64.self),
        edges: edges
      ),
      count
    )
    guard found >= 0 else { return false }
    (edges[found], edges[found + 1]) = (.max, .max)
    return true
  }

  /// As `read`, on any processor; what the kernel is held against.
  mutating func readInSwift(_ text: TokenText) -> Bool {
    count = text.count
    let whole = count & ~15
    let last = (count & ~63) &>> 3
    letters.storeBytes(of: SIMD2(0, 0), toByteOffset: last, as: SIMD2<UInt64>.self)
    blanks.storeBytes(of: SIMD2(~0, ~0), toByteOffset: last, as: SIMD2<UInt64>.self)
    repeats.storeBytes(of: SIMD2(0, 0), toByteOffset: last, as: SIMD2<UInt64>.self)
    var controls = BytesMask()
    var before = Self.blank
    var place = 0
    while place < whole {
      let bytes = text.sixteen(at: place)
      controls .|= mark(bytes, after: before, at: place)
      before = bytes
      place &+= 16
    }
    controls .|= mark(text.lastSixteen(from: whole), after: before, at: whole)
    lower.storeBytes(of: Self.blank, toByteOffset: whole &+ 16, as: Bytes.self)
    lower.storeBytes(of: Self.blank, toByteOffset: whole &+ 32, as: Bytes.self)
    guard !any(controls) else { return false }
    findWords()
    return true
  }

  // MARK: Sixteen bytes at once

  typealias Bytes = SIMD16<UInt8>
  private typealias BytesMask = SIMDMask<SIMD16<Int8>>

  private static var blank: Bytes { Bytes(repeating: 0x20) }

  /// Marks the bytes at `place`, behind the sixteen `before`; tells which are control characters.
  @inline(__always)
  private func mark(_ bytes: Bytes, after before: Bytes, at place: Int) -> BytesMask {
    let caseBit = Self.blank
    let low = bytes | caseBit
    let isLetter = (low &- Bytes(repeating: 0x61)) .< Bytes(repeating: 26)
    let isSpace = (bytes &- Bytes(repeating: 0x09)) .< Bytes(repeating: 5)
    let isRepeat = low .== Self.movedUp(low, behind: before | caseBit) .& isLetter
    lower.storeBytes(of: bytes.replacing(with: low, where: isLetter), toByteOffset: place, as: Bytes.self)
    let byte = place &>> 3
    letters.storeBytes(of: Self.bits(isLetter), toByteOffset: byte, as: UInt16.self)
    blanks.storeBytes(of: Self.bits(isSpace .| bytes .== caseBit), toByteOffset: byte, as: UInt16.self)
    repeats.storeBytes(of: Self.bits(isRepeat), toByteOffset: byte, as: UInt16.self)
    return bytes .< caseBit .& .!isSpace
  }

  /// The bytes one place on, behind the last one of `before`.
  @inline(__always)
  private static func movedUp(_ bytes: Bytes, behind before: Bytes) -> Bytes {
    let words = unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let last = unsafeBitCast(before, to: SIMD2<UInt64>.self).y
    return unsafeBitCast(words &<< 8 | SIMD2(last, words.x) &>> 56, to: Bytes.self)
  }

  /// One bit a lane, the first lowest.
  @inline(__always)
  private static func bits(_ mask: BytesMask) -> UInt16 {
    let flags = unsafeBitCast(Bytes().replacing(with: Bytes(repeating: 0xFF), where: mask), to: SIMD2<UInt64>.self)
    return UInt16(truncatingIfNeeded: WordBytes.bits(of: flags.x) | WordBytes.bits(of: flags.y) &<< 8)
  }

  // MARK: Sixty-four bytes at once

  private func findWords() {
    var edge = edges
    var isInWord: UInt64 = 0
    var place = 0
    while place <= count {
      let letters = mask(letters, at: place)
      let blanks = mask(blanks, at: place)
      let after = letters &<< 1 | isInWord
      isInWord = letters &>> 63
      for change in BitPlaces(letters ^ after) {
        edge.pointee = UInt16(truncatingIfNeeded: place &+ change)
        edge += 1
      }
      var others = ~(letters | blanks)
      // One quiet sign may stand between a word and a blank.
      for sign in BitPlaces(others & after & (blanks &>> 1 | mask(self.blanks, at: place &+ 64) &<< 63))
      where PlainWord.isQuiet(byte(at: place &+ sign)) {
        others &= ~(1 &<< UInt64(truncatingIfNeeded: sign))
      }
      self.others.storeBytes(of: others, toByteOffset: place &>> 3, as: UInt64.self)
      place &+= 64
    }
    edge[0] = .max
    edge[1] = .max
  }

  @inline(__always)
  private func mask(_ masks: UnsafeMutableRawPointer, at place: Int) -> UInt64 {
    masks.load(fromByteOffset: place &>> 3, as: UInt64.self)
  }

  // MARK: Asking

  /// The first byte from `index` that is no blank.
  @inline(__always)
  func endOfBlanks(from index: Int) -> Int {
    var index = index
    while index < count, byte(at: index) <= 0x20 { index &+= 1 }
    return index
  }

  /// How far the words from `index`, where a token begins, are plain, with at most one quiet sign behind each: the start of the
  /// first token that is something else.
  func endOfPlainWords(from index: Int) -> Int {
    let place = first(in: others, from: index)
    return place < count ? startOfToken(at: place, from: index) : count
  }

  /// Where the first word from `index` begins that may be stretched (`gacoorr`); `end` when none does before.
  func startOfStretched(from index: Int, before end: Int, _ reader: TokenReader) -> Int {
    var place = first(in: repeats, from: index)
    while place < end {
      let word = letters(around: place)
      if word.count < PlainWord.longestToken,
        reader.mayBeStretched(self.word(from: word.lowerBound, to: word.upperBound))
      {
        return word.lowerBound
      }
      place = first(in: repeats, from: word.upperBound)
    }
    return end
  }

  /// The first bit of `masks` from `index`; `count` when there is none.
  @inline(__always)
  private func first(in masks: UnsafeMutableRawPointer, from index: Int) -> Int {
    var place = index & ~63
    var found = mask(masks, at: place) & ~0 &<< UInt64(truncatingIfNeeded: index & 63)
    while found == 0 {
      place &+= 64
      guard place < count else { return count }
      found = mask(masks, at: place)
    }
    return place &+ found.trailingZeroBitCount
  }

  /// The run of letters that `place` lies in; cut off where it is too long for a plain word.
  @inline(__always)
  private func letters(around place: Int) -> Range<Int> {
    let first = max(0, place &- PlainWord.longestToken)
    let window = window(letters, from: first)
    let offset = UInt64(truncatingIfNeeded: place &- first)
    let before = ~window & ~(~0 &<< offset)
    let behind = ~window & ~0 &<< offset
    return first &+ (64 &- before.leadingZeroBitCount)..<first &+ behind.trailingZeroBitCount
  }

  /// Where the token begins that `place` lies in; not before `first`.
  @inline(__always)
  private func startOfToken(at place: Int, from first: Int) -> Int {
    let start = max(first, place &- 56)
    let before = window(blanks, from: start) & ~(~0 &<< UInt64(truncatingIfNeeded: place &- start))
    if before != 0 || start == first { return start &+ (64 &- before.leadingZeroBitCount) }
    var token = start
    while token > first, byte(at: token &- 1) > 0x20 { token &-= 1 }
    return token
  }

  /// The bits of `masks` from `index`: at least 57.
  @inline(__always)
  private func window(_ masks: UnsafeMutableRawPointer, from index: Int) -> UInt64 {
    masks.loadUnaligned(fromByteOffset: index &>> 3, as: UInt64.self) &>> UInt64(truncatingIfNeeded: index & 7)
  }

  /// The plain word of fewer than sixteen letters from `start` to `end`.
  @inline(__always)
  func word(from start: Int, to end: Int) -> PlainWord {
    PlainWord(
      Self.key(in: lower, from: start, length: end &- start),
      length: end &- start,
      endsToken: byte(at: end) <= 0x20
    )
  }

  @inline(__always)
  func byte(at index: Int) -> UInt8 { lower.load(fromByteOffset: index, as: UInt8.self) }

  /// The word of fewer than sixteen letters from `start` in a `lower`.
  @inline(__always)
  static func key(in lower: UnsafeMutableRawPointer, from start: Int, length: Int) -> WordKey {
    let letters = lower.loadUnaligned(fromByteOffset: start, as: SIMD2<UInt64>.self)
    // Sixteen bytes of ones lie before as many zeros.
    let cut = lower.loadUnaligned(fromByteOffset: 16 &- lowerStart &- length, as: SIMD2<UInt64>.self)
    let key = letters & cut
    return WordKey(low: key.x, high: key.y)
  }
}
