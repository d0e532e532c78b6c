import Glibc

/// An IPv4 or IPv6 address as a number.
public struct IPAddress: Sendable, Hashable {
  /// The two address families.
  public enum Family: Sendable, Hashable {
    /// 32 bits.
    case v4
    /// 128 bits.
    case v6

    /// The width of an address: 32 or 128.
    public var bitCount: Int { self == .v4 ? 32 : 128 }
  }

  /// The family.
  public let family: Family
  /// The address in host order; an IPv4 address fills the low 32 bits.
  public let bits: UInt128

  /// Creates an IPv4 address, for example `IPAddress(v4: 0x7F00_0001)`.
  public init(v4 bits: UInt32) {
    family = .v4
    self.bits = UInt128(bits)
  }

  /// Creates an IPv6 address, for example `IPAddress(v6: 1)` for `::1`.
  public init(v6 bits: UInt128) {
    family = .v6
    self.bits = bits
  }

  /// Reads the usual text form: four decimal numbers, or an IPv6 address without brackets and zone. Nil for anything
  /// else, so also for the shortened and hexadecimal IPv4 forms that browsers accept.
  public init?(_ text: String) {
    var v4 = in_addr()
    var v6 = in6_addr()
    if inet_pton(AF_INET, text, &v4) == 1 {
      self.init(v4: UInt32(bigEndian: v4.s_addr))
    } else if inet_pton(AF_INET6, text, &v6) == 1 {
      let words = v6.__in6_u.__u6_addr32
      self.init(v6: Self.joined([words.0, words.1, words.2, words.3]))
    } else {
      return nil
    }
  }

  /// Reads the bytes of a C `sockaddr_in` or `sockaddr_in6`. Nil when they are too short or of another family.
  public init?(socketAddress bytes: [UInt8]) {
    guard bytes.count >= 8 else { return nil }
    let family = UInt16(bytes[0]) | UInt16(bytes[1]) << 8  // host order: little endian on every platform built for
    if family == UInt16(AF_INET) {
      self.init(v4: UInt32(truncatingIfNeeded: Self.joined(bytes[4..<8])))
    } else if family == UInt16(AF_INET6), bytes.count >= 24 {
      self.init(v6: Self.joined(bytes[8..<24]))
    } else {
      return nil
    }
  }

  private static func joined(_ bytes: ArraySlice<UInt8>) -> UInt128 {
    bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  private static func joined(_ networkOrder: [UInt32]) -> UInt128 {
    networkOrder.reduce(0) { $0 << 32 | UInt128(UInt32(bigEndian: $1)) }
  }
}

extension IPAddress: CustomStringConvertible {
  /// The usual text form; IPv6 shortened as RFC 5952 asks.
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    switch family {
    case .v4:
      var address = in_addr(s_addr: UInt32(truncatingIfNeeded: bits).bigEndian)
      inet_ntop(AF_INET, &address, &text, socklen_t(text.count))
    case .v6:
      var address = in6_addr()
      address.__in6_u.__u6_addr32 = (word(3), word(2), word(1), word(0))
      inet_ntop(AF_INET6, &address, &text, socklen_t(text.count))
    }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func word(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: bits >> UInt128(32 * index)).bigEndian
  }
}
