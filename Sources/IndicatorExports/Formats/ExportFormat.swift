import HarmClassifier

/// The formats that indicators leave in.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Lines of a hosts file.
  case hosts
  /// A DNS response policy zone.
  case rpz
  /// A MISP event.
  case misp
  /// A STIX 2.1 bundle.
  case stix
  /// A table of everything, also of what is held back.
  case csv

  /// The whole export of `records`, which are in order.
  public func text(_ records: [IndicatorRecord], _ context: ExportContext) -> String {
    switch self {
    case .hosts: HostsFile.text(Self.blockable(records), context)
    case .rpz: PolicyZone.text(Self.blockable(records), context)
    case .misp: MISPEvent.text(records.filter { $0.heldBack == nil }, context)
    case .stix: STIXBundle.text(records.filter { $0.heldBack == nil }, context)
    case .csv: IndicatorTable.text(records)
    }
  }

  /// Only whole hosts can be blocked by name.
  private static func blockable(_ records: [IndicatorRecord]) -> [HostName] {
    Set(records.filter { $0.kind == .domain && $0.heldBack == nil }.compactMap { HostName($0.value) }).sorted()
  }
}
