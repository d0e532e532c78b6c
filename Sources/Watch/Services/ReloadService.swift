import Dashboard
import Logging
import ServiceLifecycle
import UnixSignals

/// Takes up the configuration, the lexicon and the secrets anew, one time after the other. When anything in them is wrong,
/// all stays as it was and the log says what and where.
///
/// The data directory, the use of the network and the dashboard's address stay as they were at the start.
actor Reloader {
  private let logger: Logger
  private let meters: Meters
  private let take: @Sendable () async throws -> WatchConfiguration
  private var latest: Task<String?, Never>?

  init(logger: Logger, meters: Meters, take: @escaping @Sendable () async throws -> WatchConfiguration) {
    self.logger = logger
    self.meters = meters
    self.take = take
  }

  /// Reloads once those asked for before are done. Gives what is wrong, nil when it took.
  func reload() async -> String? {
    let earlier = latest
    let task = Task { [logger, meters, take] () -> String? in
      _ = await earlier?.value
      do {
        let configuration = try await take()
        meters.setReload(succeeded: true)
        logger.notice("reloaded", metadata: configuration.metadata)
        return nil
      } catch {
        meters.setReload(succeeded: false)
        logger.error("not reloaded, everything stays as it was: \(error)")
        return "\(error)"
      }
    }
    latest = task
    return await task.value
  }
}

/// Reloads at SIGHUP.
struct ReloadService: Service {
  let reloader: Reloader

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    await cancelWhenGracefulShutdown {
      for await _ in signals { _ = await reloader.reload() }
    }
  }
}
