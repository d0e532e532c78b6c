import Campaigns
import FoundationEssentials
import Localization

/// What a message of the outbox says, read back from its body.
enum NoticeContent: Sendable {
  /// An alert, as `AlertBody` has it.
  case alert(Item)
  /// A brief, written when it was due.
  case brief(BriefText)

  struct Item: Decodable, Sendable {
    var labels: [String: String]
    var annotations: [String: String]
    var startsAt: Date
    var endsAt: String
    var generatorURL: String
    var fingerprint: String
    var status: String
    var notice: Notice
    var posts: Int
    var sources: [String]
    var categories: [String]
    var channels: [String]
    var audience: String
    var pillar: String
    var message: LocalizedText
    var deadline: Date?
    var waves: [AlertWave]
    var evidence: [AlertEvidence]
    var indicators: [AlertIndicator]
    var acknowledged: Acknowledgement?
    var reportTo: String

    enum CodingKeys: String, CodingKey {
      case labels, annotations, startsAt, endsAt, generatorURL, fingerprint, status, notice, posts, sources, categories
      case channels, audience, pillar, message, deadline, waves, evidence, indicators, acknowledged
      case reportTo = "report_to"
    }
  }

  private struct Alerts: Decodable {
    var alerts: [Item]
  }

  /// Nil when the body can't be read.
  init?(_ message: OutboxMessage) {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    switch message.kind {
    case .alert:
      guard let alert = try? decoder.decode(Alerts.self, from: message.payload).alerts.first else { return nil }
      self = .alert(alert)
    case .brief:
      guard let brief = try? decoder.decode(BriefText.self, from: message.payload) else { return nil }
      self = .brief(brief)
    }
  }
}

/// What people read of a brief; stands in its body beside the figures.
public struct BriefText: Sendable, Hashable, Codable {
  /// One line.
  public var subject: String
  /// Markdown that reads well as it is.
  public var text: String
  /// A page of its own.
  public var html: String
  /// When it was due.
  public var at: Date

  /// Creates a text.
  public init(subject: String, text: String, html: String, at: Date) {
    self.subject = subject
    self.text = text
    self.html = html
    self.at = at
  }
}
