import Foundation
import HarmClassifier

/// A MISP event (the core format, draft-dulaunoy-misp-core-format) for the own organisation only; who may see it is for a
/// person to widen.
struct MISPEvent: Encodable {
  private struct Contents: Encodable {
    var uuid: String
    var info: String
    var date: String
    var timestamp: String
    var threatLevel = "3"
    var analysis = "2"
    var distribution = "0"
    var published = false
    var attributes: [Attribute]

    enum CodingKeys: String, CodingKey {
      case uuid, info, date, timestamp, analysis, distribution, published
      case threatLevel = "threat_level_id"
      case attributes = "Attribute"
    }
  }

  private struct Attribute: Encodable {
    var uuid: String
    var type: String
    var category: String
    var value: String
    var isForDetection: Bool
    var comment: String
    var timestamp: String
    var disablesCorrelation: Bool
    var distribution = "5"

    enum CodingKeys: String, CodingKey {
      case uuid, type, category, value, comment, timestamp, distribution
      case isForDetection = "to_ids"
      case disablesCorrelation = "disable_correlation"
    }
  }

  private var event: Contents

  enum CodingKeys: String, CodingKey {
    case event = "Event"
  }

  static func text(_ records: [IndicatorRecord], _ context: ExportContext) -> String {
    MISPEvent(records, context).jsonText
  }

  private init(_ records: [IndicatorRecord], _ context: ExportContext) {
    let attributes = records.map { Self.attribute($0, context) }
    event = Contents(
      uuid: NameBasedUUID.uuid("event \(context.asOf.isoDay) " + attributes.map(\.uuid).joined(separator: " ")),
      info: "Ronda: \(attributes.count) indicators of online gambling and similar harms",
      date: context.asOf.isoDay,
      timestamp: Self.seconds(context.asOf),
      attributes: attributes
    )
  }

  private static func attribute(_ record: IndicatorRecord, _ context: ExportContext) -> Attribute {
    let (type, category) = type(of: record)
    let value = record.kind == .domain ? record.value : record.url ?? record.value
    let comment = "\(record.categories.sorted().joined(separator: ", ")); posts: \(record.posts)"
    return Attribute(
      uuid: NameBasedUUID.uuid("\(record.kind.rawValue) \(record.value)"),
      type: type,
      category: category,
      value: value,
      isForDetection: !record.isMasked && category == "Network activity",
      comment: record.isMasked ? comment + "; number masked" : comment,
      timestamp: seconds(record.lastSeen ?? context.asOf),
      // Two numbers that look the same once masked have nothing to do with each other.
      disablesCorrelation: record.isMasked
    )
  }

  private static func type(of record: IndicatorRecord) -> (type: String, category: String) {
    switch record.kind {
    case .domain: ("domain", "Network activity")
    case .bankAccount: ("bank-account-nr", "Financial fraud")
    case _ where record.url != nil && !record.isMasked: ("url", "Network activity")
    case .phone, .whatsapp: ("phone-number", "Other")
    default: ("text", "Other")
    }
  }

  private static func seconds(_ date: Date) -> String { "\(Int(date.timeIntervalSince1970))" }
}
