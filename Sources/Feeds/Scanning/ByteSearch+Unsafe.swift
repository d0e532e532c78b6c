// Steps over many bytes at once: the search for one byte, where memchr looks at 32 bytes a step; copying a range without
// retaining its array; and the first hit among sixteen comparisons.
//
// Invariants
// - `range` lies within the array: checked before a pointer is made.
// - A pointer lives inside one call.
// - A mask of sixteen lanes has the size of two 64-bit numbers.
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
}

extension SIMDMask<SIMD16<Int8>> {
  /// The first lane that is set, or 16.
  @inline(__always)
  var firstLane: Int {
    // A lane is eight bits, all set or none.
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    let low = UInt64(littleEndian: halves[0])
    if low != 0 { return low.trailingZeroBitCount >> 3 }
    return 8 &+ UInt64(littleEndian: halves[1]).trailingZeroBitCount >> 3
  }
}
