import Foundation
import Logging
import Notifications
import ServiceLifecycle
import Storage

/// Does something again and again until the daemon shuts down. A failure is logged and tried again at the next turn.
struct RepeatingService: Service {
  let name: String
  let interval: Duration
  let logger: Logger
  let step: @Sendable () async throws -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await step()
        } catch is CancellationError {
          return
        } catch {
          if Task.isCancelled { return }
          logger.error("\(name) failed, trying again: \(error)")
        }
        try? await Task.sleep(for: interval)
      }
    }
  }
}

/// Holds the transfer engine open until everything that sends has stopped.
struct TransferService: Service {
  let shutdown: @Sendable () async -> Void

  func run() async throws {
    try? await gracefulShutdown()
    await shutdown()
  }
}
