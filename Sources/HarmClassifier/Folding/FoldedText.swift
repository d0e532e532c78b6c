/// A text as a reader takes it: lower-case letters without styles or disguises, each byte with its place in the original.
///
/// Letters and digits of every script, in UTF-8, are *word bytes*; ASCII punctuation stays; any other symbol is `*`.
/// The arrays run in step: `bytes[i]` was read from the place `places[i]` of the original. Starts never go down.
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

  /// Where a folded byte comes from: the bytes `start..<end` of the original, and how they hid it.
  struct Place: Sendable {
    var start: UInt32
    var end: UInt32
    var disguise: Disguise = []
  }

  var bytes: [UInt8] = []
  var places: [Place] = []
  /// Its words, once they were found.
  var words: [Word] = []
  /// Whether any byte was hidden.
  var hasDisguise = false

  var count: Int { bytes.count }

  /// Empties the text and keeps its storage.
  mutating func removeAll() {
    bytes.clear()
    places.clear()
    words.clear()
    hasDisguise = false
  }

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8, from start: Int, to end: Int, disguise: Disguise = []) {
    bytes.append(byte)
    places.append(
      Place(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), disguise: disguise)
    )
    if !disguise.isEmpty { hasDisguise = true }
  }

  /// Appends byte `index` of another text with its place in the original.
  mutating func append(_ other: borrowing FoldedText, at index: Int, adding disguise: Disguise = []) {
    bytes.append(other.bytes[index])
    places.append(other.places[index])
    hasDisguise = hasDisguise || other.hasDisguise
    addDisguise(disguise, at: count - 1)
  }

  /// Lets a combining mark that follows belong to the last byte.
  mutating func extendLast(to end: Int, adding disguise: Disguise) {
    guard !places.isEmpty else { return }
    places[count - 1].end = UInt32(truncatingIfNeeded: end)
    addDisguise(disguise, at: count - 1)
  }

  /// Reads the byte at `index` as another.
  mutating func replace(at index: Int, with byte: UInt8, adding disguise: Disguise) {
    bytes[index] = byte
    addDisguise(disguise, at: index)
  }

  /// Lets the byte at `index` stand for its repetitions up to `last`, and moves it to `target`.
  mutating func move(_ index: Int, to target: Int, through last: Int) {
    bytes[target] = bytes[index]
    places[target] = Place(start: places[index].start, end: places[last].end, disguise: places[index].disguise)
  }

  mutating func truncate(to count: Int) {
    bytes.removeLast(self.count - count)
    places.removeLast(places.count - count)
  }

  private mutating func addDisguise(_ disguise: Disguise, at index: Int) {
    guard !disguise.isEmpty else { return }
    places[index].disguise.formUnion(disguise)
    hasDisguise = true
  }

  /// Whether the byte at `index` exists and belongs to a word.
  @inline(__always)
  func isWord(at index: Int) -> Bool {
    index >= 0 && index < bytes.count && bytes[index].isWordByte
  }

  /// The end of the word that `index` lies in.
  func wordEnd(from index: Int) -> Int { bytes.span.wordEnd(from: index) }

  /// The number of words that begin in a range.
  func wordCount(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where isWord(at: index) && (index == range.lowerBound || !isWord(at: index - 1)) { count += 1 }
    return count
  }

  /// The bytes `range` as text, in the small and capital letters in which the `original` has them where it has plain ones.
  func written(_ range: Range<Int>, in original: Span<UInt8>) -> String {
    let letters = range.map { index in
      let (byte, place) = (bytes[index], places[index])
      let isCapital = byte.isLetterByte && place.end - place.start == 1 && original[Int(place.start)] == byte & 0xDF
      return isCapital ? byte & 0xDF : byte
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// The bytes of the original that a range was read from.
  func original(_ range: Range<Int>) -> Range<Int> {
    Int(places[range.lowerBound].start)..<Int(places[range.upperBound - 1].end)
  }

  /// The first byte that was read from `offset` of the original or later.
  func firstIndex(from offset: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How the bytes of a range were hidden. One styled letter (`²`, `ª`, a ligature) hides nothing.
  func disguise(of range: Range<Int>) -> Disguise {
    guard hasDisguise else { return [] }
    var all: Disguise = []
    var styled = 0
    for index in range {
      all.formUnion(places[index].disguise)
      if places[index].disguise.contains(.styled) { styled += 1 }
    }
    return styled < 2 ? all.subtracting(.styled) : all
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
