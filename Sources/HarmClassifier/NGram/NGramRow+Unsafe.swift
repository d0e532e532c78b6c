import CKernels

/// Adding up the weights of the n-grams of a text.
///
/// Invariants: bytes are read, and sums written, only below the count of their text, and slots are 16 bits wide; `rows` holds
/// one row for each of `NGramText.slotCount` slots, `weights` one weight a slot and label.
extension NGramRow {
  /// What the runs of three and of four bytes in `text`, of at least three, weigh. Calls `pass` with every place at which one
  /// begins, and the next one, and with what all rows before it come to, in lanes that may have run over.
  ///
  /// A loop without a branch in it: 5 instructions an n-gram, where one with a branch for every feature took 26.
  @inline(__always)
  static func sum(
    over text: UnsafePointer<UInt8>,
    count: Int,
    _ rows: UnsafePointer<NGramRow>,
    _ pass: (_ place: Int, _ before: NGramRow) -> Void = { _, _ in }
  ) -> SIMD4<Int32> {
    let bytes = UnsafeRawPointer(text)
    var sum = SIMD4<Int32>()
    var all = NGramRow()
    var place = 0
    while place < count - 3 {
      let end = min(count - 3, place + mostAdded / 2)
      let features = 2 * (end - place)
      let before = all
      while place < end {
        pass(place, all)
        let window = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        all = all &+ rows[NGramText.slot(ofThree: window &>> 8)] &+ rows[NGramText.slot(ofFour: window)]
        place &+= 1
      }
      sum &+= (all &- before).sum(of: features)
    }
    let window = UInt32(text[count - 3]) << 16 | UInt32(text[count - 2]) << 8 | UInt32(text[count - 1])
    let last = rows[NGramText.slot(ofThree: window)]
    pass(count - 3, all)
    pass(count - 2, all &+ last)
    return sum &+ last.sum(of: 1)
  }

  /// The same for a text behind which 16 bytes may be read.
  static func sumByKernel(
    over text: UnsafePointer<UInt8>,
    count: Int,
    _ rows: UnsafePointer<NGramRow>
  ) -> SIMD4<Int32> {
    let lanes = UnsafeRawPointer(rows).assumingMemoryBound(to: UInt64.self)
    var sum = SIMD4<Int32>()
    var place = 0
    while place < count - 3 {
      let places = min(count - 3 - place, mostAdded / 2)
      sum &+= NGramRow(lanes: ckernels_sum_rows(text + place, places, lanes)).sum(of: 2 * places)
      place += places
    }
    let window = UInt32(text[count - 3]) << 16 | UInt32(text[count - 2]) << 8 | UInt32(text[count - 1])
    return sum &+ rows[NGramText.slot(ofThree: window)].sum(of: 1)
  }

  static func sum(over text: [UInt8], _ rows: FixedTable<NGramRow>) -> SIMD4<Int32> {
    precondition(text.count >= 3 && rows.count == NGramText.slotCount)
    return text.withUnsafeBufferPointer { sum(over: $0.baseAddress!, count: $0.count, rows.start) }
  }

  /// As above; `sums` is written over with what was passed, place by place.
  static func sum(over text: [UInt8], _ rows: FixedTable<NGramRow>, _ sums: inout [NGramRow]) -> SIMD4<Int32> {
    precondition(text.count >= 3 && rows.count == NGramText.slotCount)
    if sums.count < text.count { sums = Array(repeating: NGramRow(), count: 2 * text.count) }
    return sums.withUnsafeMutableBufferPointer { sums in
      let sums = sums.baseAddress!
      return text.withUnsafeBufferPointer { text in
        sum(over: text.baseAddress!, count: text.count, rows.start) { sums[$0] = $1 }
      }
    }
  }
}

extension NGramText {
  /// Appends a stretch of ordinary words.
  mutating func append(_ text: borrowing FoldedText, _ range: Range<Int>) {
    come(from: range.lowerBound)
    text.bytes.withUnsafeBufferPointer { bytes.append(copyOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// What the n-grams weigh that begin in `places`, by the weights of label `label` among `labels`.
  func weight(ofNGramsIn places: Range<Int>, _ weights: [Int8], _ label: Int, of labels: Int) -> Int32 {
    precondition(places.upperBound <= bytes.count && weights.count == labels * Self.slotCount && label < labels)
    return bytes.withUnsafeBytes { bytes in
      weights.withUnsafeBufferPointer { weights in
        func weight(_ slot: Int) -> Int32 { Int32(weights[slot &* labels &+ label]) }
        var sum: Int32 = 0
        let inner = places.clamped(to: 0..<max(0, bytes.count - 3))
        for place in inner {
          let window = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
          sum &+= weight(Self.slot(ofThree: window &>> 8)) &+ weight(Self.slot(ofFour: window))
        }
        if bytes.count >= 3, places.contains(bytes.count - 3) {
          let last = bytes[(bytes.count - 3)...]
          sum &+= weight(Self.slot(ofThree: last.reduce(0) { $0 << 8 | UInt32($1) }))
        }
        return sum
      }
    }
  }
}
