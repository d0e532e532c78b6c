// The search for one byte, which is most of what scanning markup is: memchr looks at 32 bytes a step.
//
// Invariants
// - `range` lies within the array: checked before a pointer is made.
// - The pointer lives inside one call.
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
}
