import HarmClassifier

/// Decides what must not get into a list that blocks or accuses.
public struct ExportGuards: Sendable {
  /// Hosts that many owners share.
  public var shared = HostList()
  /// Hosts in good hands.
  public var trusted = HostList()
  /// What must never be reported.
  public var allowed: [AllowList] = []

  /// Guards that know public suffixes only.
  public init() {}

  func reason(toHoldBack record: IndicatorRecord) -> IndicatorRecord.Reason? {
    let isAddress = record.kind == .domain || record.url != nil
    guard isAddress else { return allowed.contains { $0.holds(record.value, host: nil) } ? .allowed : nil }
    guard let host = record.url.map({ HostName(ofURL: $0) }) ?? HostName(record.value) else { return .noHostName }
    if allowed.contains(where: { $0.holds(record.value.lowercased(), host: host) }) { return .allowed }
    if trusted.holds(host) { return .trustedHost }
    guard record.kind == .domain else { return nil }
    if shared.holds(host) { return .sharedHost }
    return host.isPublicSuffix ? .publicSuffix : nil
  }
}
