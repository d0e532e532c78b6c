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
    original.withUnsafeBytes { original in
      let end = Self.endOfPrintable(from: start, in: original)
      let plain = UnsafeRawBufferPointer(rebasing: original[start..<end])
      bytes.appendUninitialized(plain.count) { Self.lower(plain, into: UnsafeMutableRawPointer($0)) }
      if end <= Self.ownPlaces.count {
        Self.ownPlaces.withUnsafeBufferPointer {
          places.append(copyOf: UnsafeBufferPointer(rebasing: $0[start..<end]))
        }
      } else {
        for index in start..<end { places.append(Place(at: index)) }
      }
      return end
    }
  }

  /// Appends a range of another text with its places in the original.
  mutating func append(_ other: borrowing FoldedText, _ range: Range<Int>) {
    other.bytes.withUnsafeBufferPointer { bytes.append(copyOf: UnsafeBufferPointer(rebasing: $0[range])) }
    other.places.withUnsafeBufferPointer { places.append(copyOf: UnsafeBufferPointer(rebasing: $0[range])) }
    hasDisguise = hasDisguise || other.hasDisguise
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func endOfPrintable(from start: Int, in text: UnsafeRawBufferPointer) -> Int {
    var end = start
    while end &+ 8 <= text.count {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: end, as: UInt64.self))
      // Below a blank, DEL, or beyond ASCII.
      let others = ((word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101) | word) & highBits
      // Flags above the lowest may be false.
      guard others == 0 else { return end &+ others.trailingZeroBitCount &>> 3 }
      end &+= 8
    }
    while end < text.count, text[end] &- 0x20 < 0x5F { end &+= 1 }
    return end
  }

  /// Writes ASCII text to `target` with its letters lowered.
  private static func lower(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawPointer) {
    func lowerEight(at index: Int) {
      let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let isCapital = (word &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(word &+ 0x2525_2525_2525_2525) & highBits
      target.storeBytes(of: word | isCapital &>> 2, toByteOffset: index, as: UInt64.self)
    }
    guard text.count >= 8 else {
      for index in text.indices {
        let byte = text[index]
        target.storeBytes(of: byte | (byte &- 0x41 < 26 ? 0x20 : 0), toByteOffset: index, as: UInt8.self)
      }
      return
    }
    for index in stride(from: 0, to: text.count &- 8, by: 8) { lowerEight(at: index) }
    lowerEight(at: text.count &- 8)
  }

  /// The places of the first bytes of a text, each from itself; as many as are judged at once.
  private static let ownPlaces = (0..<Classifier.partLength).map(Place.init(at:))
}

extension FoldedText.Place {
  fileprivate init(at index: Int) {
    self.init(start: UInt32(truncatingIfNeeded: index), end: UInt32(truncatingIfNeeded: index + 1))
  }
}
