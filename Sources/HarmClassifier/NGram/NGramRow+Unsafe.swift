/// Adding up the weights of the n-grams of a text.
///
/// Invariants: `rows` holds one row for each of `NGramText.slotCount` slots, and slots are 16 bits wide; bytes are read only
/// below `count`.
extension NGramRow {
  /// What the runs of three and of four bytes in `text`, of at least three, weigh.
  ///
  /// A loop without a branch in it: 5 instructions an n-gram, where one with a branch for every feature took 26.
  @inline(__always)
  static func sum(over text: UnsafePointer<UInt8>, count: Int, _ rows: UnsafePointer<NGramRow>) -> SIMD4<Int32> {
    let bytes = UnsafeRawPointer(text)
    var sum = SIMD4<Int32>()
    var place = 0
    while place < count - 3 {
      let end = min(count - 3, place + mostAdded / 2)
      let features = 2 * (end - place)
      var part = NGramRow()
      while place < end {
        let window = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        part = part &+ rows[NGramText.slot(ofThree: window &>> 8)] &+ rows[NGramText.slot(ofFour: window)]
        place &+= 1
      }
      sum &+= part.sum(of: features)
    }
    let last = UInt32(text[count - 3]) << 16 | UInt32(text[count - 2]) << 8 | UInt32(text[count - 1])
    return sum &+ rows[NGramText.slot(ofThree: last)].sum(of: 1)
  }

  static func sum(over text: [UInt8], _ rows: [NGramRow]) -> SIMD4<Int32> {
    precondition(text.count >= 3 && rows.count == NGramText.slotCount)
    return text.withUnsafeBufferPointer { text in
      rows.withUnsafeBufferPointer { sum(over: text.baseAddress!, count: text.count, $0.baseAddress!) }
    }
  }
}
