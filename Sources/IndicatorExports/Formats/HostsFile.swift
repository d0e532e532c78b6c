import Foundation

/// Lines of a hosts file, which most blockers read. Such a file knows no names below a name, so each site stands there
/// with and without `www.`.
enum HostsFile {
  static func text(_ hosts: [HostName], _ context: ExportContext) -> String {
    let names = hosts.flatMap { host in
      host.description.hasPrefix("www.") ? [host.description] : [host.description, "www." + host.description]
    }
    let head = ["# Ronda, \(context.asOf.isoDay): \(hosts.count) hosts"]
    return (head + names.map { "0.0.0.0 \($0)" }).joined(separator: "\n") + "\n"
  }
}

extension Date {
  /// `2026-11-27`, UTC.
  var isoDay: String { formatted(.iso8601.year().month().day()) }

  /// `2026-11-27T08:00:00.000Z`.
  var isoMilliseconds: String {
    formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
