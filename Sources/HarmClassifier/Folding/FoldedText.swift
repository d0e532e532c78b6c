/// A text as a reader takes it: lower-case letters without styles or disguises, each byte with its place in the original.
///
/// Letters and digits of every script, in UTF-8, are *word bytes*; ASCII punctuation stays; any other symbol is `*`.
/// The arrays run in step: `bytes[i]` was read from the original bytes `starts[i]..<ends[i]`.
struct FoldedText: Sendable {
  /// How a byte was hidden from filters.
  struct Disguise: OptionSet, Sendable {
    let rawValue: UInt8
    /// Written in a styled alphabet.
    static let styled = Disguise(rawValue: 1)
    /// Written with a letter of another script or a sign.
    static let lookAlike = Disguise(rawValue: 2)
    /// An invisible character stood before it, inside the word.
    static let invisible = Disguise(rawValue: 4)
    /// Struck through or piled with marks.
    static let overlay = Disguise(rawValue: 8)
    /// Written as a digit or sign.
    static let digit = Disguise(rawValue: 16)
    /// Separated from the letter before it.
    static let split = Disguise(rawValue: 32)
  }

  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var disguises: [Disguise] = []

  var count: Int { bytes.count }

  /// Empties the text and keeps its storage.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    disguises.removeAll(keepingCapacity: true)
  }

  mutating func append(_ byte: UInt8, from start: Int, to end: Int, disguise: Disguise = []) {
    bytes.append(byte)
    starts.append(UInt32(truncatingIfNeeded: start))
    ends.append(UInt32(truncatingIfNeeded: end))
    disguises.append(disguise)
  }

  /// Appends byte `index` of another text with its place in the original.
  mutating func append(_ other: borrowing FoldedText, at index: Int, adding disguise: Disguise = []) {
    bytes.append(other.bytes[index])
    starts.append(other.starts[index])
    ends.append(other.ends[index])
    disguises.append(other.disguises[index].union(disguise))
  }

  /// Lets a combining mark that follows belong to the last byte.
  mutating func extendLast(to end: Int, adding disguise: Disguise) {
    guard let last = bytes.indices.last else { return }
    ends[last] = UInt32(truncatingIfNeeded: end)
    disguises[last].formUnion(disguise)
  }

  /// Reads the byte at `index` as another.
  mutating func replace(at index: Int, with byte: UInt8, adding disguise: Disguise) {
    bytes[index] = byte
    disguises[index].formUnion(disguise)
  }

  /// Lets the byte at `index` stand for its repetitions up to `last`, and moves it to `target`.
  mutating func move(_ index: Int, to target: Int, through last: Int) {
    bytes[target] = bytes[index]
    starts[target] = starts[index]
    ends[target] = ends[last]
    disguises[target] = disguises[index]
  }

  mutating func truncate(to count: Int) {
    let excess = self.count - count
    bytes.removeLast(excess)
    starts.removeLast(excess)
    ends.removeLast(excess)
    disguises.removeLast(excess)
  }

  /// Whether the byte at `index` exists and belongs to a word.
  func isWord(at index: Int) -> Bool {
    index >= 0 && index < bytes.count && bytes[index].isWordByte
  }

  /// The end of the word that `index` lies in.
  func wordEnd(from index: Int) -> Int {
    var end = index
    while end < bytes.count, bytes[end].isWordByte { end += 1 }
    return end
  }

  /// The bytes of the original that a range was read from.
  func original(_ range: Range<Int>) -> Range<Int> {
    Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
  /// A letter or digit of folded text: ASCII `a`–`z`, `0`–`9`, or part of a letter beyond ASCII.
  @inline(__always)
  var isWordByte: Bool { isLetterByte || isDigitByte }

  @inline(__always)
  var isDigitByte: Bool { self &- 0x30 < 10 }

  /// `a`–`z` or part of a letter beyond ASCII.
  @inline(__always)
  var isLetterByte: Bool { self &- 0x61 < 26 || self >= 0x80 }
}
