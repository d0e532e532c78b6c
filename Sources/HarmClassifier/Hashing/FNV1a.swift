/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits): quick for short texts, and the same on every machine and in every run.
package struct FNV1a: Sendable {
  /// The hash of the bytes so far.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  init() {}

  /// The hash of `bytes`.
  package init(_ bytes: Span<UInt8>) {
    for index in bytes.indices { add(bytes[index]) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
