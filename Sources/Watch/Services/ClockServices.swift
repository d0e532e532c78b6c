import Foundation
import Logging
import Notifications
import ServiceLifecycle
import Storage

/// Does something again and again until the daemon shuts down. A failure is tried again at the next turn, and logged when it
/// begins, changes, has gone on for another minute, and ends.
struct RepeatingService: Service {
  let name: String
  let interval: Duration
  let logger: Logger
  let step: @Sendable () async throws -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var trouble = Trouble()
      while !Task.isCancelled {
        do {
          try await step()
          if trouble.end() { logger.notice("\(name) works again") }
        } catch is CancellationError {
          return
        } catch {
          if Task.isCancelled { return }
          if trouble.isWorthSaying("\(error)", at: .now) { logger.error("\(name) failed, trying again: \(error)") }
        }
        try? await Task.sleep(for: interval)
      }
    }
  }
}

/// What is wrong now, and when it was last said. Pure.
struct Trouble {
  private static let silence = Duration.seconds(60)
  private var latest: (what: String, saidAt: ContinuousClock.Instant)?

  /// Whether to say it: it is new, another, or was last said a minute ago.
  mutating func isWorthSaying(_ what: String, at now: ContinuousClock.Instant) -> Bool {
    if let latest, latest.what == what, now < latest.saidAt + Self.silence { return false }
    latest = (what, now)
    return true
  }

  /// All is well; whether it was not before.
  mutating func end() -> Bool {
    defer { latest = nil }
    return latest != nil
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

/// Tells of the start once signals are heard: one that came before would end the daemon at once.
struct StartService: Service {
  let tell: @Sendable () -> Void

  func run() async throws {
    tell()
    try? await gracefulShutdown()
  }
}
