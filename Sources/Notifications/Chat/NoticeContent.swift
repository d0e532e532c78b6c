import Campaigns
import FoundationEssentials
import Localization

/// What a message of the outbox says, read back from its body.
struct NoticeContent: Decodable, Sendable {
  struct Item: Decodable, Sendable {
    var labels: [String: String]
    var annotations: [String: String]
    var startsAt: Date
    var endsAt: String
    var generatorURL: String
    var status: String
    var notice: Notice
    var posts: Int
    var sources: [String]
    var channels: [String]
    var audience: String
    var message: LocalizedText
    var deadline: Date?
    var waves: [AlertWave]
    var acknowledged: Acknowledgement?
    var reportTo: String

    enum CodingKeys: String, CodingKey {
      case labels, annotations, startsAt, endsAt, generatorURL, status, notice, posts, sources, channels, audience
      case message, deadline, waves, acknowledged
      case reportTo = "report_to"
    }
  }

  var alerts: [Item]

  init(_ message: OutboxMessage) throws {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    self = try decoder.decode(NoticeContent.self, from: message.payload)
  }
}
