/// The places of the bits that are set, the lowest first.
struct BitPlaces: Sequence, IteratorProtocol {
  private var left: UInt64

  @inline(__always)
  init(_ bits: UInt64) { left = bits }

  @inline(__always)
  mutating func next() -> Int? {
    guard left != 0 else { return nil }
    defer { left &= left &- 1 }
    return left.trailingZeroBitCount
  }
}
