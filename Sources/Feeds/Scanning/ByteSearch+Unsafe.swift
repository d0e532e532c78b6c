// Steps over many bytes at once: the search for one byte, where memchr looks at 32 bytes a step; copying a range without
// retaining its array; the next mark inside a tag; names as numbers.
//
// Invariants
// - `range` lies within the array: checked before a pointer is made. Sixteen bytes are read only where sixteen are left.
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

extension [UInt8] {
  /// The first `<`, `>`, `"` or `'` in `range`, or its end: what matters inside a tag.
  func endOfTagPart(in range: Range<Int>) -> Int {
    first(in: range, where: \.endsTagPart) {
      ($0 .== .lessThan) .| ($0 .== .greaterThan) .| ($0 .== .quote) .| ($0 .== .apostrophe)
    }
  }

  /// The first `"` or `\` in `range`, or its end: what matters inside a string of JSON.
  func endOfQuotedPart(in range: Range<Int>) -> Int {
    first(in: range, where: { $0 == .quote || $0 == .backslash }) { ($0 .== .quote) .| ($0 .== .backslash) }
  }

  /// The first byte in `range` that `isMeant`, or its end; `areMeant` says the same of sixteen bytes.
  @inline(__always)
  private func first(
    in range: Range<Int>,
    where isMeant: (UInt8) -> Bool,
    _ areMeant: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return range.upperBound }
      var i = range.lowerBound
      while i &+ 16 <= range.upperBound {
        let count = areMeant(UnsafeRawPointer(base + i).loadUnaligned(as: SIMD16<UInt8>.self)).firstLane
        i &+= count
        if count < 16 { return i }
      }
      while i < range.upperBound, !isMeant(base[i]) { i &+= 1 }
      return i
    }
  }

  /// Up to sixteen bytes of `range` as one number, with letters in lower case: names that are compared without case.
  @inline(__always)
  func packedName(_ range: Range<Int>) -> UInt128 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count && range.count <= 16)
    let spaces: UInt128 = 0x2020_2020_2020_2020_2020_2020_2020_2020
    guard !range.isEmpty, range.lowerBound &+ 16 <= count else {
      return range.reversed().reduce(0) { $0 << 8 | UInt128(self[$1] | 0x20) }
    }
    let bytes = withUnsafeBytes { $0.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt128.self) }
    return (UInt128(littleEndian: bytes) | spaces) & (UInt128.max >> UInt128(128 &- 8 &* range.count))
  }
}

extension UInt8 {
  fileprivate var endsTagPart: Bool {
    self == .lessThan || self == .greaterThan || self == .quote || self == .apostrophe
  }
}

extension SIMD16<UInt8> {
  fileprivate static func .== (lanes: Self, byte: UInt8) -> SIMDMask<SIMD16<Int8>> { lanes .== Self(repeating: byte) }
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
