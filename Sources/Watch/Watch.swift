import Campaigns
import Dashboard
import Foundation
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
  private let reload: @Sendable () throws -> WatchConfiguration
  private let transfers: TransferEngine
  private let store: Store
  private let logger: Logger

  /// Opens the store.
  ///
  /// - Parameters:
  ///   - configuration: what to watch.
  ///   - reload: reads the configuration again when SIGHUP asks for it.
  ///   - logger: gets what happens; never personal data.
  /// - Throws: `StorageError` or `TransferError`, each saying what to do.
  public init(
    _ configuration: WatchConfiguration,
    reload: @escaping @Sendable () throws -> WatchConfiguration,
    logger: Logger
  ) throws {
    self.configuration = configuration
    self.reload = reload
    self.logger = logger
    transfers = try TransferEngine(configuration: configuration.transfers)
    try FileManager.default.createDirectory(atPath: configuration.dataDirectory, withIntermediateDirectories: true)
    store = try Store(path: configuration.dataDirectory + "/ronda.sqlite")
  }

  /// Runs until SIGTERM or SIGINT, then stops taking work, finishes what is under way and returns.
  ///
  /// - Throws: `SecretError` when a receiver's secret can't be read, `StorageError` when the store can't, or when another
  ///   daemon runs on the same data.
  public func run() async throws {
    let lock = try DataLock(directory: configuration.dataDirectory)
    defer { withExtendedLifetime(lock) {} }
    let now: @Sendable () -> Date = { Date() }
    let jitter: @Sendable () -> Double = { .random(in: 0...1) }
    let limiter = RateLimiter()
    let makeDuty: @Sendable (WatchConfiguration) throws -> Duty = { [transfers, store] configuration in
      try Duty(
        configuration,
        transfers: transfers,
        store: store,
        limiter: limiter,
        report: report,
        now: now,
        jitter: jitter
      )
    }
    let duty = try makeDuty(configuration)
    limiter.set(duty.rateLimits, now: now())
    let ledger = try await Ledger(store: store, campaigns: configuration.campaigns, routing: duty.routing, now: now())
    try await store.releaseClaims()
    try await store.enableReceivers()
    let roster = Roster(duty)
    let systemd = SystemdNotifier()
    let meters = Meters()
    let reloader = Reloader(logger: logger, meters: meters) { [reload, store] in
      let fresh = try reload()
      let duty = try makeDuty(fresh)
      try await store.enableReceivers()
      try await ledger.reload(campaigns: fresh.campaigns, routing: duty.routing, now: now())
      limiter.set(duty.rateLimits, now: now())
      roster.change(to: duty)
      return fresh
    }
    // Services stop in reverse order: polling first, the network last.
    var services: [any Service] = [
      TransferService { [transfers] in await transfers.shutdown() },
      RepeatingService(name: "delivery", interval: .seconds(1), logger: logger) {
        var start = ContinuousClock.now
        while try await roster.duty.courier.drain() > 0 {
          meters.add(.delivery, ContinuousClock.now - start)
          start = .now
        }
      },
      RepeatingService(name: "retention", interval: .seconds(3600), logger: logger) { [store] in
        try await store.purge(roster.duty.configuration.retention, now: now())
      },
      RepeatingService(name: "alerting", interval: .seconds(1), logger: logger) {
        // A store in trouble is no reason to be restarted; a loop that stands still is.
        defer { systemd.alive() }
        let commit = try await ledger.commit(Batch(), now: now())
        for action in commit.actions { report(action) }
      },
      RepeatingService(name: "briefs", interval: .seconds(20), logger: logger) { [store] in
        try await BriefDesk(store: store, configuration: roster.duty.configuration).enqueueDue(now: now())
      },
      PollService(
        roster: roster,
        store: store,
        ledger: ledger,
        meters: meters,
        logger: logger
      ),
      ReloadService(reloader: reloader),
    ]
    if let served = configuration.dashboard {
      let dashboard = Dashboard(
        store: store,
        meters: meters,
        externalURL: configuration.externalURL,
        token: try served.tokenFile.map(ReceiverFactory.secret),
        subject: { roster.duty.subject },
        transfers: { [transfers] in
          let load = transfers.load
          return .init(inFlight: load.inFlight, waiting: load.waiting)
        },
        reload: { await reloader.reload() },
        now: now
      )
      let server = try WebServer(served.listen, dashboard)
      services.append(DashboardService(server: server, configuration: served, logger: logger))
    }
    services.append(
      StartService { [logger, configuration] in
        logger.info("watching", metadata: configuration.metadata)
        systemd.ready()
      }
    )
    // At debug it would print every service with all it holds, keys among it.
    var groupLogger = logger
    groupLogger.logLevel = max(logger.logLevel, .info)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: services.map { .init(service: $0) },
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: groupLogger
      )
    )
    try await group.run()
    logger.info("stopped")
  }

  /// Says why a message did not arrive, and what becomes of it; that it did stands in the store.
  @Sendable private func report(_ message: OutboxMessage, _ outcome: DeliveryOutcome, _ step: DeliveryStep) {
    let place: Logger.Metadata = [
      "receiver": "\(message.receiver)", "message": "\(message.id)", "attempt": "\(message.attempt)",
    ]
    switch step {
    case .delivered: break
    case .retry(let at):
      logger.warning("not delivered, next try at \(at.formatted(.iso8601)): \(outcome.detail)", metadata: place)
    case .giveUp:
      logger.error("not delivered and given up; the dashboard still shows it: \(outcome.detail)", metadata: place)
    case .disableReceiver:
      logger.error("\(outcome.detail); its messages wait, a reload or restart asks it again", metadata: place)
    }
  }

  private func report(_ action: AlertAction) {
    guard case .notify(let alert, let notice) = action else { return }
    logger.notice(
      "alert \(notice.rawValue)",
      metadata: ["campaign": "\(alert.campaign)", "posts": "\(alert.posts)", "id": "\(alert.id)"]
    )
  }
}

extension WatchConfiguration {
  /// What the log says of a configuration.
  var metadata: Logger.Metadata {
    [
      "sources": "\(sources.count)", "campaigns": "\(campaigns.count)", "receivers": "\(receivers.count)",
      "lexicon": "\(lexicon.source.version)",
    ]
  }
}
