import Campaigns
import Foundation
import HarmClassifier
import Logging
import Notifications
import ServiceLifecycle
import Storage
import Transfers

/// The daemon: feeds are polled, entries judged and stored, campaigns raise alerts, receivers hear of them.
///
/// Everything it must not lose is in the store before anyone is told, so it may be killed at any moment.
public struct Watch: Sendable {
  private let configuration: WatchConfiguration
  private let receivers: [any Receiver]
  private let transfers: TransferEngine
  private let store: Store
  private let logger: Logger

  /// Opens the store and reads the secrets.
  ///
  /// - Throws: `StorageError`, `SecretError` or `TransferError`, each saying what to do.
  public init(_ configuration: WatchConfiguration, logger: Logger) throws {
    self.configuration = configuration
    self.logger = logger
    transfers = try TransferEngine(configuration: configuration.transfers)
    receivers = try ReceiverFactory(transfers: transfers).receivers(configuration.receivers)
    try FileManager.default.createDirectory(atPath: configuration.dataDirectory, withIntermediateDirectories: true)
    store = try Store(path: configuration.dataDirectory + "/ronda.sqlite")
  }

  /// Runs until SIGTERM or SIGINT, then stops taking work, finishes what is under way and returns.
  public func run() async throws {
    let now: @Sendable () -> Date = { Date() }
    let jitter: @Sendable () -> Double = { .random(in: 0...1) }
    let routing = Routing(receivers: receivers.map(\.name), externalURL: configuration.externalURL)
    let ledger = try await Ledger(store: store, campaigns: configuration.campaigns, routing: routing, now: now())
    try await store.releaseClaims()
    let courier = Courier(outbox: store, receivers: receivers, now: now, jitter: jitter)
    logger.info(
      "watching",
      metadata: [
        "sources": "\(configuration.sources.count)", "campaigns": "\(configuration.campaigns.count)",
        "receivers": "\(receivers.count)", "lexicon": "\(configuration.lexicon.source.version)",
      ]
    )
    let poller = SourcePoller(
      transfers: transfers,
      classifier: Classifier(lexicon: Lexicon(configuration.lexicon.source)),
      now: now,
      jitter: jitter
    )
    // Services stop in reverse order: polling first, the network last.
    let services: [any Service] = [
      TransferService { [transfers] in await transfers.shutdown() },
      RepeatingService(name: "delivery", interval: .seconds(1), logger: logger) {
        while try await courier.drain() > 0 {}
      },
      RepeatingService(name: "retention", interval: .seconds(3600), logger: logger) { [store, configuration] in
        try await store.purge(configuration.retention, now: now())
      },
      RepeatingService(name: "alerting", interval: .seconds(1), logger: logger) {
        let commit = try await ledger.commit(Batch(), now: now())
        for action in commit.actions { report(action) }
      },
      PollService(
        sources: configuration.sources,
        poller: poller,
        store: store,
        ledger: ledger,
        logger: logger
      ),
    ]
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map { .init(service: $0) },
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger
      )
    )
    try await group.run()
    logger.info("stopped")
  }

  private func report(_ action: AlertAction) {
    guard case .notify(let alert, let notice) = action else { return }
    logger.notice(
      "alert \(notice.rawValue)",
      metadata: ["campaign": "\(alert.campaign)", "posts": "\(alert.posts)", "id": "\(alert.id)"]
    )
  }
}
