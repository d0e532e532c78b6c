import Foundation

/// A STIX 2.1 bundle (OASIS standard, 10 June 2021): an indicator with a pattern for each host and web address.
///
/// Masked numbers have no place in it: a pattern of half a number matches strangers.
struct STIXBundle: Encodable {
  /// An identity or an indicator.
  private struct Object: Encodable {
    var type: String
    var id: String
    var created: String
    var modified: String
    var name: String
    var specVersion = "2.1"
    var identityClass: String?
    var createdByRef: String?
    var indicatorTypes: [String]?
    var pattern: String?
    var patternType: String?
    var validFrom: String?
    var confidence: Int?
    var labels: [String]?

    enum CodingKeys: String, CodingKey {
      case type, id, created, modified, name, pattern, confidence, labels
      case specVersion = "spec_version"
      case identityClass = "identity_class"
      case createdByRef = "created_by_ref"
      case indicatorTypes = "indicator_types"
      case patternType = "pattern_type"
      case validFrom = "valid_from"
    }
  }

  private var type = "bundle"
  private var id: String
  private var objects: [Object]

  static func text(_ records: [IndicatorRecord], _ context: ExportContext) -> String {
    STIXBundle(records, context).jsonText
  }

  private init(_ records: [IndicatorRecord], _ context: ExportContext) {
    let source = Self.source
    objects = [source] + records.compactMap { Self.indicator($0, context, source: source.id) }
    let content = objects.map { $0.id + $0.modified }.joined(separator: " ")
    id = "bundle--" + NameBasedUUID.uuid("bundle " + content)
  }

  private static var source: Object {
    let time = "2026-01-01T00:00:00.000Z"
    let id = "identity--" + NameBasedUUID.uuid("identity ronda")
    return Object(type: "identity", id: id, created: time, modified: time, name: "Ronda", identityClass: "system")
  }

  private static func indicator(_ record: IndicatorRecord, _ context: ExportContext, source: String) -> Object? {
    guard !record.isMasked, let pattern = pattern(of: record) else { return nil }
    let first = (record.firstSeen ?? context.asOf).isoMilliseconds
    return Object(
      type: "indicator",
      id: "indicator--" + NameBasedUUID.uuid("\(record.kind.rawValue) \(record.value)"),
      created: first,
      modified: max(first, (record.lastSeen ?? context.asOf).isoMilliseconds),
      name: record.value,
      createdByRef: source,
      indicatorTypes: ["malicious-activity"],
      pattern: pattern,
      patternType: "stix",
      validFrom: first,
      confidence: Int((record.score * 100).rounded(.down)),
      labels: record.categories.isEmpty ? nil : record.categories.sorted()
    )
  }

  private static func pattern(of record: IndicatorRecord) -> String? {
    if record.kind == .domain { return "[domain-name:value = '\(escaped(record.value))']" }
    return record.url.map { "[url:value = '\(escaped($0))']" }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
