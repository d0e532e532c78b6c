/// A block of addresses as in `10.0.0.0/8` or `fc00::/7`; a single address is a block with the longest prefix.
public struct AddressBlock: Sendable, Hashable {
  /// The first address of the block.
  public let base: IPAddress
  /// How many leading bits all its addresses share: 0…32 or 0…128.
  public let prefixLength: Int

  /// Creates a block; nil when the prefix is too long or `base` has bits set behind it.
  public init?(base: IPAddress, prefixLength: Int) {
    guard (0...base.family.bitCount).contains(prefixLength) else { return nil }
    self.base = base
    self.prefixLength = prefixLength
    guard base.bits & ~mask == 0 else { return nil }
  }

  /// Reads `address/length`, or a lone address.
  ///
  /// Nil when the text is neither, or when the address has bits set behind the prefix: `10.1.0.0/8` is more likely a
  /// slip than a wish, and this list opens doors.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let base = IPAddress(String(parts[0])) else { return nil }
    switch parts.count {
    case 1:
      self.init(base: base, prefixLength: base.family.bitCount)
    case 2:
      guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(parts[1]) else { return nil }
      self.init(base: base, prefixLength: length)
    default:
      return nil
    }
  }

  /// Whether the address lies in the block. Addresses of the other family never do.
  public func contains(_ address: IPAddress) -> Bool {
    address.family == base.family && address.bits & mask == base.bits
  }

  private var mask: UInt128 {
    let free = base.family.bitCount - prefixLength
    let family = base.family == .v4 ? UInt128(UInt32.max) : .max
    return (family >> free) << free
  }
}

extension AddressBlock: CustomStringConvertible {
  /// The `address/length` form.
  public var description: String { "\(base)/\(prefixLength)" }
}
