// The three loops over bytes that parsing a feed spends its time in: the search for one byte, where memchr looks at 32
// bytes a step; copying a range without retaining its array; and the run of text that needs no tidying.
//
// Invariants
// - `range` lies within the array: checked before a pointer is made.
// - A pointer lives inside one call.
import Glibc

extension [UInt8] {
  /// The first position of `byte` in `range`.
  @inline(__always)
  func position(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let hit = memchr(base + range.lowerBound, Int32(byte), range.count) else {
        return nil
      }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
  }

  /// Appends `range` of other bytes.
  @inline(__always)
  mutating func append(copying bytes: borrowing [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The end of the run from `start` in which white space is as it stays: one space between two words. `start` is no
  /// white space.
  func endOfTidyRun(from start: Int, end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    return withUnsafeBufferPointer { bytes in
      var i = start &+ 1
      while i < end {
        let byte = bytes[i]
        // Above the space and below the first byte of any wider one: nearly all of text.
        if byte &- 0x21 < 0xA1 {
          i &+= 1
          continue
        }
        if byte.mayStartSpace {
          let isLoneSpace = byte == .space && i &+ 1 < end && bytes[i &+ 1] &- 0x21 < 0xA1
          if !isLoneSpace, spaceWidth(at: i, end: end) > 0 { return i }
        }
        i &+= 1
      }
      return Swift.max(end, start)
    }
  }
}
