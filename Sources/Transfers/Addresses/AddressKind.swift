/// What an address is set aside for, when it isn't an ordinary public one.
public enum AddressKind: String, Sendable, Hashable, CaseIterable {
  /// This machine.
  case loopback
  /// A local network: RFC 1918, unique local IPv6 and the old site-local range.
  case privateNetwork = "private"
  /// One cable; also where clouds keep their metadata services.
  case linkLocal = "link-local"
  /// Shared by a provider's customers (100.64.0.0/10).
  case carrierNAT = "carrier-nat"
  /// Many receivers at once, broadcast among them.
  case multicast
  /// "No address", which Linux takes as this machine.
  case unspecified
  /// Only for examples in documents.
  case documentation
  /// An IPv6 address that stands for an IPv4 one: mapped, compatible, translated, NAT64, 6to4, Teredo.
  case embeddedIPv4 = "embedded-ipv4"
  /// Set aside for anything else, or not handed out to anyone.
  case reserved

  /// What the address is set aside for; nil for an ordinary public address.
  public init?(of address: IPAddress) {
    if let kind = Self.table.first(where: { $0.block.contains(address) })?.kind {
      self = kind
    } else if address.family == .v6, address.bits >> 125 != 0b001 {
      self = .reserved  // only 2000::/3 is handed out
    } else {
      return nil
    }
  }

  /// From IANA's registries of special-purpose IPv4 and IPv6 addresses; the first block that holds an address counts,
  /// so narrower blocks stand before wider ones.
  private static let table: [(block: AddressBlock, kind: AddressKind)] =
    [
      ("0.0.0.0/8", AddressKind.unspecified),
      ("10.0.0.0/8", .privateNetwork),
      ("100.64.0.0/10", .carrierNAT),
      ("127.0.0.0/8", .loopback),
      ("169.254.0.0/16", .linkLocal),
      ("172.16.0.0/12", .privateNetwork),
      ("192.0.0.0/24", .reserved),
      ("192.0.2.0/24", .documentation),
      ("192.88.99.0/24", .reserved),
      ("192.168.0.0/16", .privateNetwork),
      ("198.18.0.0/15", .reserved),
      ("198.51.100.0/24", .documentation),
      ("203.0.113.0/24", .documentation),
      ("224.0.0.0/4", .multicast),
      ("255.255.255.255/32", .multicast),
      ("240.0.0.0/4", .reserved),
      ("::/128", .unspecified),
      ("::1/128", .loopback),
      ("::/96", .embeddedIPv4),
      ("::ffff:0:0/96", .embeddedIPv4),
      ("::ffff:0:0:0/96", .embeddedIPv4),
      ("64:ff9b::/96", .embeddedIPv4),
      ("64:ff9b:1::/48", .embeddedIPv4),
      ("2001::/32", .embeddedIPv4),
      ("2002::/16", .embeddedIPv4),
      ("2001::/23", .reserved),
      ("2001:db8::/32", .documentation),
      ("3fff::/20", .documentation),
      ("fc00::/7", .privateNetwork),
      ("fe80::/10", .linkLocal),
      ("fec0::/10", .privateNetwork),
      ("ff00::/8", .multicast),
    ]
    .compactMap { text, kind in AddressBlock(text).map { ($0, kind) } }
}
