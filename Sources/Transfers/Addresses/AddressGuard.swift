/// Decides which addresses may be connected to: public ones, and those explicitly allowed.
///
/// It is asked with the address a socket is about to connect to, after name resolution and again for every redirect, so
/// neither a name that points inside nor an odd spelling of an address gets around it.
public struct AddressGuard: Sendable, Hashable {
  /// Blocks that may be reached although they aren't public, for example `127.0.0.1/32`.
  public let allowed: [AddressBlock]

  /// Creates a guard.
  public init(allowing allowed: [AddressBlock] = []) {
    self.allowed = allowed
  }

  /// Why the address may not be connected to; nil when it may.
  public func refusal(of address: IPAddress) -> AddressKind? {
    guard let kind = AddressKind(of: address) else { return nil }
    guard allowed.contains(where: { $0.contains(address) }) else { return kind }
    // Allowing a NAT64 prefix must not open the private addresses that can be written behind it.
    return address.lastIPv4.flatMap(refusal)
  }
}

extension IPAddress {
  /// The IPv4 address in the last 32 bits of the forms that carry it there: mapped, translated and NAT64.
  fileprivate var lastIPv4: IPAddress? {
    let carriesIPv4 = AddressKind(of: self) == .embeddedIPv4 && bits >> 112 != 0x2002 && bits >> 96 != 0x2001_0000
    return carriesIPv4 ? IPAddress(v4: UInt32(truncatingIfNeeded: bits)) : nil
  }
}
