/// Taking over text as whole runs: plain ASCII, the bulk of every post, and what another text holds.
///
/// Invariants: bytes are loaded and stored only below the count of their buffer, and no pointer is kept.
extension FoldedText {
  /// Appends the printable ASCII characters of `original` from `start` in lower case, up to the first other byte, and gives
  /// where that is.
  ///
  /// Bytes and places are copied as blocks, and eight bytes are looked at and lowered at once (SIMD within a register;
  /// Warren, *Hacker's Delight*): 5 instead of 57 instructions a byte.
  mutating func append(asciiOf original: Span<UInt8>, from start: Int) -> Int {
    let end = original.withUnsafeBytes { Self.endOfPrintable(from: start, in: $0) }
    let first = bytes.count
    original.withUnsafeBufferPointer { original in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: original[start..<end]))
    }
    bytes.withUnsafeMutableBytes { Self.lower(UnsafeMutableRawBufferPointer(rebasing: $0[first...])) }
    if end <= Self.ownPlaces.count {
      places.append(contentsOf: Self.ownPlaces[start..<end])
    } else {
      for index in start..<end { places.append(Place(at: index)) }
    }
    return end
  }

  /// Appends a range of another text with its places in the original.
  mutating func append(_ other: borrowing FoldedText, _ range: Range<Int>) {
    other.bytes.withUnsafeBufferPointer { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    other.places.withUnsafeBufferPointer { places.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    hasDisguise = hasDisguise || other.hasDisguise
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func endOfPrintable(from start: Int, in text: UnsafeRawBufferPointer) -> Int {
    var end = start
    while end &+ 8 <= text.count {
      let word = text.loadUnaligned(fromByteOffset: end, as: UInt64.self)
      // Below a blank, DEL, or beyond ASCII.
      let others = (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101) | word
      guard others & highBits == 0 else { break }
      end &+= 8
    }
    while end < text.count, text[end] &- 0x20 < 0x5F { end &+= 1 }
    return end
  }

  /// Lowers the letters of ASCII text.
  private static func lower(_ text: UnsafeMutableRawBufferPointer) {
    var index = 0
    while index &+ 8 <= text.count {
      let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let isCapital = (word &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(word &+ 0x2525_2525_2525_2525) & highBits
      text.storeBytes(of: word | isCapital &>> 2, toByteOffset: index, as: UInt64.self)
      index &+= 8
    }
    while index < text.count {
      let byte = text[index]
      text[index] = byte | (byte &- 0x41 < 26 ? 0x20 : 0)
      index &+= 1
    }
  }

  /// The places of the first bytes of a text, each from itself; as many as are judged at once.
  private static let ownPlaces = (0..<Classifier.partLength).map(Place.init(at:))
}

extension FoldedText.Place {
  fileprivate init(at index: Int) {
    self.init(start: UInt32(truncatingIfNeeded: index), end: UInt32(truncatingIfNeeded: index + 1))
  }
}
