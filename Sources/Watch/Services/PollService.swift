import Dashboard
import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Polls every source when it is due.
struct PollService: Service {
  let roster: Roster
  let store: Store
  let ledger: Ledger
  let meters: Meters
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var polling: Task<Void, Never>?
      for await _ in roster.changes {
        polling?.cancel()
        await polling?.value
        polling = Task { await watchAll(roster.duty) }
      }
      polling?.cancel()
      await polling?.value
    }
  }

  /// Polls all sources until cancelled, each from where the store says it stands.
  private func watchAll(_ duty: Duty) async {
    var round = PollRound(duty, known: await known(), ledger: ledger, meters: meters, logger: logger)
    await round.run()
  }

  /// The sources' states; waits for a store that can't be read now.
  private func known() async -> [String: SourceState] {
    while !Task.isCancelled {
      do {
        return Dictionary(try await store.sources().map { ($0.id, $0) }) { $1 }
      } catch {
        if Task.isCancelled { break }
        logger.error("the sources' states can't be read, trying again: \(error)")
        try? await Task.sleep(for: .seconds(PollRound.storeRetry))
      }
    }
    return [:]
  }
}
