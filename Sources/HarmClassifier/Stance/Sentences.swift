/// Cuts folded text into the windows in which stance is read: sentences and lines.
struct Sentences {
  /// Where each window ends, in folded bytes, ascending.
  private(set) var ends: [Int] = []

  /// A window shorter than this joins the next: "Waspada!" belongs to what follows.
  private static let shortest = 3

  init(_ text: borrowing FoldedText) {
    var words = 0
    for index in 0..<text.count {
      if text.isWord(at: index), !text.isWord(at: index + 1) { words += 1 }
      guard Self.isEnd(at: index, of: text), words >= Self.shortest else { continue }
      ends.append(index + 1)
      words = 0
    }
    if words > 0 || ends.isEmpty { ends.append(text.count) } else { ends[ends.count - 1] = text.count }
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

  private static func isEnd(at index: Int, of text: borrowing FoldedText) -> Bool {
    switch text.bytes[index] {
    case 0x0A: true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"):
      index + 1 == text.count || !text.isWord(at: index + 1)
    default: false
    }
  }
}
