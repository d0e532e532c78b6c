import FoundationEssentials
import Localization

/// The body of a notice: Alertmanager's webhook format, version 4, with the campaign's own fields beside the alert's.
///
/// Tools made for Alertmanager read labels and annotations; everything a campaign desk needs is in both. Keys stand in
/// alphabetical order and times are whole seconds UTC, so equal alerts give equal bytes.
public struct AlertBody: Sendable, Encodable {
  private let version = "4"
  private let groupKey: String
  private let truncatedAlerts = 0
  private let status: String
  private let receiver: String
  private let groupLabels: [String: String]
  private let commonLabels: [String: String]
  private let commonAnnotations: [String: String]
  private let externalURL: String
  private let alerts: [Entry]

  /// Creates the body.
  ///
  /// - Parameters:
  ///   - alert: the alert, as the engine's action has it.
  ///   - notice: why it is sent.
  ///   - receiver: the receiver's name.
  ///   - externalURL: where people reach this service, without a slash at the end.
  public init(_ alert: Alert, notice: Notice, receiver: String, externalURL: String) {
    groupKey = alert.groupKey
    status = alert.status
    self.receiver = receiver
    groupLabels = alert.groupLabels
    commonLabels = alert.labels
    commonAnnotations = alert.annotations
    self.externalURL = externalURL
    alerts = [Entry(alert, notice: notice, externalURL: externalURL)]
  }

  /// The body as JSON.
  public func json() throws(EncodingError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf",
      negativeInfinity: "-inf",
      nan: "nan"
    )
    do {
      return try encoder.encode(self)
    } catch let error as EncodingError {
      throw error
    } catch {
      throw .invalidValue(self, .init(codingPath: [], debugDescription: "\(error)"))
    }
  }
}

extension AlertBody {
  /// One alert in the body.
  public struct Entry: Sendable, Encodable {
    let status: String
    let labels: [String: String]
    let annotations: [String: String]
    let startsAt: Date
    /// Year 1 while the alert fires, as Alertmanager has it.
    let endsAt: String
    let generatorURL: String
    let fingerprint: String

    let acknowledged: Acknowledgement?
    let audience: String
    let categories: [String]
    let channels: [String]
    let deadline: Date?
    let evidence: [AlertEvidence]
    let indicators: [AlertIndicator]
    let lastPostAt: Date
    let message: LocalizedText
    let notice: Notice
    let pillar: String
    let posts: Int
    let reportTo: String
    let sources: [String]
    let state: Alert.State
    let waves: [AlertWave]

    enum CodingKeys: String, CodingKey {
      case status, labels, annotations, startsAt, endsAt, generatorURL, fingerprint
      case acknowledged, audience, categories, channels, deadline, evidence, indicators, message, notice, pillar, posts
      case sources, state, waves
      case lastPostAt = "last_post_at"
      case reportTo = "report_to"
    }

    /// Creates the entry; `externalURL` as in the body.
    public init(_ alert: Alert, notice: Notice, externalURL: String) {
      status = alert.status
      labels = alert.labels
      annotations = alert.annotations
      startsAt = alert.startsAt
      endsAt = alert.endsAt?.formatted(.iso8601) ?? "0001-01-01T00:00:00Z"
      generatorURL = "\(externalURL)/alerts/\(alert.id)"
      fingerprint = alert.id
      acknowledged = alert.acknowledgement
      audience = alert.response.audience
      categories = alert.categories
      channels = alert.response.channels
      deadline = alert.deadline
      evidence = alert.evidence
      indicators = alert.indicators
      lastPostAt = alert.lastPostAt
      message = alert.response.message
      self.notice = notice
      pillar = alert.response.pillar
      posts = alert.posts
      reportTo = alert.response.reportTo
      sources = alert.sources
      state = alert.state
      waves = alert.tellingWaves
    }
  }
}

extension Alert {
  /// `firing` or `resolved`: Alertmanager knows no third.
  var status: String { (state == .resolved ? State.resolved : .firing).rawValue }

  /// The labels by which Alertmanager's tools tell alerts apart.
  public var labels: [String: String] {
    let fixed = ["alertname": campaign, "campaign": campaign, "severity": severity.rawValue]
    return groupLabels.merging(fixed) { $1 }
  }

  /// What the desk should know and do, as Alertmanager's tools show it.
  public var annotations: [String: String] {
    var texts = [
      "audience": response.audience,
      "campaign": campaign,
      "category": categories.joined(separator: ", "),
      "channel": response.channels.joined(separator: ", "),
      "message_en": response.message.en,
      "message_id": response.message.id,
      "pillar": response.pillar,
      "report_to": response.reportTo,
    ]
    if let wave = tellingWaves.first { texts["wave"] = wave.template }
    texts["deadline"] = deadline?.formatted(.iso8601)
    return texts
  }
}
