/// Plain words in a row as their n-grams are read, with one blank before, between and behind them.
///
/// Their weights are added up in one go: a loop for every word would be guessed wrong by the processor once a word.
///
/// Invariants: `bytes` has room for `capacity` bytes and outlives the segment; nothing is appended to a segment that
/// `isFull` but the words of one run, so that 16 bytes behind them may be read.
struct PlainSegment {
  private let bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 1
  private(set) var words = 0

  private static let mostBytes = 512
  static let capacity = mostBytes + (PlainRun.most + 2) * PlainWord.longestToken

  init(_ bytes: UnsafeMutablePointer<UInt8>) {
    self.bytes = bytes
    bytes[0] = 0x20
  }

  var isEmpty: Bool { words == 0 }
  var isFull: Bool { count > Self.mostBytes }

  @inline(__always)
  mutating func append(_ word: WordKey, length: Int) {
    let place = UnsafeMutableRawPointer(bytes + count)
    place.storeBytes(of: word.low, as: UInt64.self)
    place.storeBytes(of: word.high, toByteOffset: 8, as: UInt64.self)
    bytes[count &+ length] = 0x20
    count &+= length &+ 1
    words &+= 1
  }

  /// Appends a number, whose digits all read as zeros.
  mutating func append(numberOf digits: Int) {
    UnsafeMutableRawPointer(bytes + count).storeBytes(of: SIMD16(repeating: UInt8(ascii: "0")), as: SIMD16<UInt8>.self)
    bytes[count + digits] = 0x20
    count += digits + 1
    words += 1
  }

  /// Takes back the last words, whose letters are `length`.
  mutating func removeLast(_ words: Int, ofLength length: Int) {
    self.words -= words
    count -= length + words
  }

  mutating func removeAll() {
    count = 1
    words = 0
  }

  /// The n-grams inside.
  var features: Int { NGramText.featureCount(ofBytes: count) }

  /// The first and the last two bytes between the outer blanks.
  var firstEdge: UInt16 { UInt16(bytes[1]) << 8 | UInt16(bytes[2]) }
  var lastEdge: UInt16 { UInt16(bytes[count - 3]) << 8 | UInt16(bytes[count - 2]) }

  /// What the n-grams inside weigh.
  @inline(__always)
  func weights(_ rows: UnsafePointer<NGramRow>) -> SIMD4<Int32> {
    Kernels.areUsable
      ? NGramRow.sumByKernel(over: bytes, count: count, rows) : NGramRow.sum(over: bytes, count: count, rows)
  }
}
