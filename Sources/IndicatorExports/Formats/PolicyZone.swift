import Foundation

/// A DNS response policy zone that answers "no such name" for each host and all names below it.
///
/// Vixie and Schryver, DNS Response Policy Zones (draft-vixie-dnsop-dns-rpz). Read by BIND, Unbound, Knot Resolver and
/// PowerDNS. The serial is the moment of the export in seconds since 1970, so later exports have greater ones.
enum PolicyZone {
  static func text(_ hosts: [HostName], _ context: ExportContext) -> String {
    let serial = UInt32(clamping: Int(context.asOf.timeIntervalSince1970))
    let head = """
      ; Ronda, \(context.asOf.isoDay): \(hosts.count) hosts
      $ORIGIN \(context.zone).
      $TTL 300
      @ SOA localhost. hostmaster.localhost. ( \(serial) 3600 600 604800 300 )
      @ NS localhost.

      """
    // A wildcard must fit into a name of 253 letters together with the zone's.
    let longest = 253 - context.zone.utf8.count - 3
    let lines = hosts.filter { $0.description.utf8.count <= longest }.map { "\($0) CNAME .\n*.\($0) CNAME .\n" }
    return head + lines.joined()
  }
}
