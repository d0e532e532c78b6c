import Campaigns
import Dashboard
import Foundation
import HarmClassifier
import Notifications
import Storage
import Synchronization
import Transfers

/// What follows from one configuration: everything that a reload swaps, as one value.
struct Duty: Sendable {
  let configuration: WatchConfiguration
  let poller: SourcePoller
  let courier: Courier<Store>
  let routing: Routing
  /// What the dashboard shows.
  let subject: Dashboard.Subject

  /// Compiles the lexicon and reads the receivers' secrets.
  init(
    _ configuration: WatchConfiguration,
    transfers: TransferEngine,
    store: Store,
    limiter: RateLimiter,
    report: @escaping Courier<Store>.Report,
    now: @escaping @Sendable () -> Date,
    jitter: @escaping @Sendable () -> Double
  ) throws {
    let receivers = try ReceiverFactory(
      transfers: transfers,
      externalURL: configuration.externalURL,
      lexicon: configuration.lexicon.words
    ).receivers(configuration.receivers)
    self.configuration = configuration
    poller = SourcePoller(
      transfers: transfers,
      classifier: configuration.lexicon.classifier(),
      keys: try Self.keys(configuration.sources),
      // When the store can't be read, all are judged; the commit sorts out what it has.
      unjudged: { keys in (try? await store.unjudged(keys)) ?? Set(keys) },
      now: now,
      jitter: jitter
    )
    courier = Courier(
      outbox: store,
      receivers: receivers,
      limiter: limiter,
      report: report,
      now: now,
      jitter: jitter
    )
    routing = Routing(receivers: receivers.map(\.name), externalURL: configuration.externalURL)
    subject = Dashboard.Subject(
      classifier: poller.classifier,
      lexicon: configuration.lexicon,
      sources: configuration.sources.map { Dashboard.Source(id: $0.id, role: $0.role, region: $0.region) }
    )
  }

  /// How many messages receivers take, by name.
  var rateLimits: [String: RateLimit] {
    Dictionary(configuration.receivers.compactMap { receiver in receiver.rateLimit.map { (receiver.name, $0) } }) { $1 }
  }

  /// The keys of JSON interfaces, by source. They live in files and appear nowhere else.
  private static func keys(_ sources: [WatchedSource]) throws -> [String: String] {
    var keys: [String: String] = [:]
    for source in sources {
      guard case .json(let interface) = source.kind, let file = interface.keyFile else { continue }
      keys[source.id] = try ReceiverFactory.secret(file)
    }
    return keys
  }
}

/// The duty of the hour. Services look at it whenever they begin something, so a reload takes hold at once and whole.
final class Roster: Sendable {
  private let current: Mutex<Duty>
  private let changed: AsyncStream<Void>.Continuation
  /// One element at the start and one a change; changes that nobody looked at count as one.
  let changes: AsyncStream<Void>

  init(_ duty: Duty) {
    current = Mutex(duty)
    (changes, changed) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    changed.yield()
  }

  var duty: Duty { current.withLock { $0 } }

  func change(to duty: Duty) {
    current.withLock { $0 = duty }
    changed.yield()
  }
}
