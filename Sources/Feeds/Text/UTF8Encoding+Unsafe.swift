// Writing one character as UTF-8.
//
// Invariant: the caller of `encode` has room for four bytes.

extension UnsafeMutablePointer<UInt8> {
  /// Writes the character with that value, which is no surrogate, and returns the number of its bytes.
  @inline(__always)
  func encode(_ value: UInt32) -> Int {
    func follow(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | value >> shift & 0x3F) }
    if value < 0x80 {
      self[0] = UInt8(truncatingIfNeeded: value)
      return 1
    }
    if value < 0x800 {
      self[0] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
      self[1] = follow(0)
      return 2
    }
    if value < 0x10000 {
      self[0] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
      self[1] = follow(6)
      self[2] = follow(0)
      return 3
    }
    self[0] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
    self[1] = follow(12)
    self[2] = follow(6)
    self[3] = follow(0)
    return 4
  }
}

extension [UInt8] {
  /// Appends a code point as UTF-8; what is no scalar value becomes U+FFFD.
  @inline(__always)
  mutating func append(scalar value: UInt32) {
    if value < 0x80 { return append(UInt8(truncatingIfNeeded: value)) }
    let scalar = Unicode.Scalar(value)?.value ?? 0xFFFD
    append(addingCapacity: 4) { space in
      space.withUnsafeMutableBufferPointer { target, filled in
        if let base = target.baseAddress { filled += (base + filled).encode(scalar) }
      }
    }
  }
}
