import Campaigns
import Foundation
import HarmClassifier
import LexiconFiles
import Localization
import Storage

/// Answers everything that is asked over HTTP: pages for the desk, the interface for programs, figures for monitoring.
public struct Dashboard: Sendable {
  /// What a reload changes.
  public struct Subject: Sendable {
    /// Judges posts.
    public var classifier: Classifier
    /// The lexicon behind it.
    public var lexicon: LexiconFiles
    /// The sources that are watched.
    public var sources: [Source]

    /// Creates a subject.
    public init(classifier: Classifier, lexicon: LexiconFiles, sources: [Source]) {
      self.classifier = classifier
      self.lexicon = lexicon
      self.sources = sources
    }
  }

  /// A source that is watched.
  public struct Source: Sendable {
    /// The source's id.
    public var id: String
    /// Its role; may be empty.
    public var role: String
    /// Its region; may be empty.
    public var region: String

    /// Creates a source.
    public init(id: String, role: String, region: String) {
      self.id = id
      self.role = role
      self.region = region
    }
  }

  /// How busy the network is.
  public struct TransferQueue: Sendable {
    /// Transfers on the wire.
    public var inFlight: Int
    /// Transfers that wait for their host or for room.
    public var waiting: Int

    /// Creates a queue.
    public init(inFlight: Int, waiting: Int) {
      self.inFlight = inFlight
      self.waiting = waiting
    }
  }

  let store: Store
  let meters: Meters
  let gatekeeper: Gatekeeper
  let subject: @Sendable () -> Subject
  let transfers: @Sendable () -> TransferQueue
  let reload: @Sendable () async -> String?
  let now: @Sendable () -> Date

  /// Creates a dashboard.
  ///
  /// - Parameters:
  ///   - store: what is shown.
  ///   - meters: what the daemon counts.
  ///   - externalURL: where people reach the service.
  ///   - token: what every request must show; nil for none.
  ///   - subject: what is watched at the moment.
  ///   - transfers: how busy the network is at the moment.
  ///   - reload: takes up the configuration anew and gives the problems, nil when there are none.
  ///   - now: the clock.
  public init(
    store: Store,
    meters: Meters,
    externalURL: String,
    token: String?,
    subject: @escaping @Sendable () -> Subject,
    transfers: @escaping @Sendable () -> TransferQueue,
    reload: @escaping @Sendable () async -> String?,
    now: @escaping @Sendable () -> Date
  ) {
    self.store = store
    self.meters = meters
    gatekeeper = Gatekeeper(externalURL: externalURL, token: token)
    self.subject = subject
    self.transfers = transfers
    self.reload = reload
    self.now = now
  }

  /// Answers a question; never fails, but may say that something did.
  public func answer(_ question: Question) async -> Answer {
    if let refusal = gatekeeper.refusal(question) { return refusal.answer(to: question) }
    do {
      return switch question.method {
      case "GET", "HEAD": try await get(question)
      case "POST": try await post(question)
      default: Answer(405, allow: "GET, HEAD, POST", problem: "only GET and POST are answered")
      }
    } catch let problem as RequestProblem {
      return Answer(problem.status, problem: problem.message)
    } catch {
      // The store's errors name files and codes, never what people wrote.
      return Answer(503, problem: "\(error)")
    }
  }

  private func get(_ question: Question) async throws -> Answer {
    switch question.path {
    case "/-/healthy": return Answer(text: "healthy\n")
    case "/-/ready": return try await ready()
    case "/metrics": return try await metrics(question)
    case "/openapi.json": return Answer(type: "application/json", Data(OpenAPI.document.utf8))
    case "/v1/alerts": return try await listAlerts(question)
    case "/v1/posts": return try await listPosts(question)
    case "/v1/indicators": return try await listIndicators(question)
    case "/v1/feeds": return try await listFeeds(question)
    case "/v1/classify", "/v1/moderations", "/-/reload":
      return Answer(405, allow: "POST", problem: "\(question.path) takes POST; /openapi.json says what")
    case "/style.css": return Answer(type: "text/css; charset=utf-8", Data(Style.sheet.utf8))
    case let path where path.hasPrefix("/v1/") || path.hasPrefix("/-/"):
      return Answer(404, problem: "nothing is here; /openapi.json says what is")
    default: return await page(question)
    }
  }

  private func post(_ question: Question) async throws -> Answer {
    switch question.path {
    case "/-/reload":
      guard let problems = await reload() else { return Answer(text: "reloaded\n") }
      return Answer(422, text: "not reloaded, everything stays as it was:\n\(problems)\n")
    case "/v1/classify": return try classify(question)
    case "/v1/moderations": return try moderate(question)
    default: return try await act(question)
    }
  }

  private func ready() async throws -> Answer {
    try store.checkFile()
    _ = try await store.disabledReceivers()
    return Answer(text: "ready\n")
  }
}

/// What is wrong with a request.
struct RequestProblem: Error {
  var status = 400
  var message: String

  init(_ message: String, status: Int = 400) {
    self.message = message
    self.status = status
  }
}
