import Logging
import ServiceLifecycle
import UnixSignals

/// Takes up the configuration, the lexicon and the secrets anew at SIGHUP. When anything in them is wrong, all stays as it
/// was and the log says what and where.
///
/// The data directory and the use of the network stay as they were at the start.
struct ReloadService: Service {
  let logger: Logger
  let reload: @Sendable () async throws -> WatchConfiguration

  func run() async throws {
    let signals = await UnixSignalsSequence(trapping: .sighup)
    await cancelWhenGracefulShutdown {
      for await _ in signals {
        do {
          let configuration = try await reload()
          logger.notice("reloaded", metadata: configuration.metadata)
        } catch {
          logger.error("not reloaded, everything stays as it was: \(error)")
        }
      }
    }
  }
}
