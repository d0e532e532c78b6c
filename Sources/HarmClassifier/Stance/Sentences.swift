/// Cuts folded text into the windows in which stance is read, sentences and lines, and knows what stands in quotes.
struct Sentences: Sendable {
  /// Where each window ends, in folded bytes, ascending.
  private(set) var ends: [Int] = []
  /// Text between quotation marks.
  private var quotes: [Range<Int>] = []

  /// A window shorter than this joins the next: "Waspada!" belongs to what follows.
  private static let shortest = 3

  /// Reads `text`, whose words were found; what was read before is forgotten.
  mutating func read(_ text: borrowing FoldedText) {
    ends.clear()
    quotes.clear()
    let bytes = text.bytes.span
    var (words, index) = (0, 0)
    var quote: Int?
    let places = text.words.span
    for number in places.indices {
      let word = places[number]
      // Most words have one blank before them.
      if word.start != index &+ 1 || bytes[index] != 0x20 {
        readGap(index..<word.start, of: bytes, after: &words, &quote)
      }
      words &+= 1
      index = word.end
    }
    readGap(index..<bytes.count, of: bytes, after: &words, &quote)
    if words > 0 || ends.isEmpty { ends.append(bytes.count) } else { ends[ends.count - 1] = bytes.count }
  }

  /// Reads what stands between two words, of which there were `words` in the window so far.
  private mutating func readGap(_ gap: Range<Int>, of bytes: Span<UInt8>, after words: inout Int, _ quote: inout Int?) {
    for index in gap where bytes[index] != 0x20 {
      if bytes[index] == UInt8(ascii: "\"") { addQuote(at: index, &quote) }
      if words >= Self.shortest, Self.isEnd(at: index, of: bytes) {
        ends.append(index + 1)
        words = 0
      }
    }
  }

  private mutating func addQuote(at index: Int, _ open: inout Int?) {
    if let start = open {
      quotes.append(start..<index + 1)
      open = nil
    } else {
      open = index
    }
  }

  /// The number of the window that `index` lies in.
  func window(of index: Int) -> Int {
    var low = 0
    var high = ends.count - 1
    while low < high {
      let middle = (low + high) / 2
      if index < ends[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }

  func isQuoted(_ range: Range<Int>) -> Bool { quotes.contains { $0.covers(range) } }

  @inline(__always)
  private static func isEnd(at index: Int, of bytes: Span<UInt8>) -> Bool {
    switch bytes[index] {
    case 0x0A: true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
      index + 1 == bytes.count || !bytes[index + 1].isWordByte
    default: false
    }
  }
}
