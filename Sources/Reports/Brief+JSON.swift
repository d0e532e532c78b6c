import Campaigns
import FoundationEssentials
import Localization

extension Brief: Encodable {
  private enum CodingKeys: String, CodingKey {
    case audience, from, to, judged, harmful, review, categories, pillars, waves, work, messages, remarks
    case newBrands = "new_brands"
  }

  /// Writes the figures; keys as in `CodingKeys`.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(audience, forKey: .audience)
    try values.encode(period.lowerBound, forKey: .from)
    try values.encode(period.upperBound, forKey: .to)
    try values.encode(judged, forKey: .judged)
    try values.encode(harmful, forKey: .harmful)
    try values.encode(review, forKey: .review)
    try values.encode(categories, forKey: .categories)
    try values.encode(pillars, forKey: .pillars)
    try values.encode(waves, forKey: .waves)
    try values.encode(newBrands, forKey: .newBrands)
    try values.encode(work, forKey: .work)
    try values.encode(messages, forKey: .messages)
    try values.encode(remarks.map { RemarkBody($0) }, forKey: .remarks)
  }

  /// The brief as JSON, keys in alphabetical order with underscores, times RFC 3339 UTC.
  public func json() throws -> Data { try Self.encoder.encode(self) }

  /// Writes briefs, and what holds one.
  public static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return encoder
  }
}

/// A remark as JSON: its kind and what belongs to it.
private struct RemarkBody: Encodable {
  var kind: String
  var at: Date?
  var sources: [BlindSource]?
  var of: Int?

  init(_ remark: Remark) {
    switch remark {
    case .nothingJudged(let last): (kind, at) = ("nothing_judged", last)
    case .quiet: kind = "quiet"
    case .blind(let sources, let all): (kind, self.sources, of) = ("blind_sources", sources, all)
    case .noComparison(let since): (kind, at) = ("no_comparison", since)
    case .beyondRetention(let kept): (kind, at) = ("beyond_retention", kept)
    }
  }
}
