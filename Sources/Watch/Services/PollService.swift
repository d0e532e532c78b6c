import Dashboard
import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Polls every source when it is due: one task a source, the transfer engine decides how many run at once.
struct PollService: Service {
  let roster: Roster
  let store: Store
  let ledger: Ledger
  let meters: Meters
  let logger: Logger

  /// Seconds to the next try when the store could not be written.
  private static let storeRetry = 10.0

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
    let states = await known()
    await withTaskGroup { group in
      for source in duty.configuration.sources {
        let state = states[source.id] ?? SourceState(id: source.id, url: source.url)
        group.addTask { try? await watch(source, from: state, duty.poller) }
      }
    }
  }

  /// The sources' states; waits for a store that can't be read now.
  private func known() async -> [String: SourceState] {
    while !Task.isCancelled {
      do {
        return Dictionary(try await store.sources().map { ($0.id, $0) }) { $1 }
      } catch {
        logger.error("the sources' states can't be read, trying again: \(error)")
        try? await Task.sleep(for: .seconds(Self.storeRetry))
      }
    }
    return [:]
  }

  /// Polls one source for ever; ends when cancelled. What the store did not take is polled again as if nothing happened.
  private func watch(
    _ source: WatchedSource,
    from start: SourceState,
    _ poller: SourcePoller
  ) async throws(CancellationError) {
    var state = start
    // A moved source is a new one as far as its server's marks go, but still not polled early.
    if state.url != source.url { (state.etag, state.lastModified) = (nil, nil) }
    while true {
      try await sleep(until: state.nextPoll, poller)
      let start = ContinuousClock.now
      let poll = try await poller.poll(source, from: state)
      let polled = ContinuousClock.now
      meters.add(.poll, polled - start)
      do throws(StorageError) {
        let commit = try await ledger.commit(poll.batch, now: poller.now())
        meters.add(.commit, ContinuousClock.now - polled)
        state = poll.batch.source ?? state
        report(poll, commit, source)
      } catch {
        logger.error("nothing was stored, polling again soon: \(error)", metadata: ["source": "\(source.id)"])
        state.nextPoll = poller.now() + Self.storeRetry
      }
    }
  }

  private func sleep(until date: Date?, _ poller: SourcePoller) async throws(CancellationError) {
    let wait = date.map { $0.timeIntervalSince(poller.now()) } ?? 0
    do {
      try await Task.sleep(for: .seconds(max(0, wait)))
    } catch {
      throw CancellationError()
    }
  }

  private func report(_ poll: SourcePoller.Poll, _ commit: Commit, _ source: WatchedSource) {
    var metadata: Logger.Metadata = [
      "source": "\(source.id)", "next": "\(Int(poll.decision.wait)) s", "reason": "\(poll.decision.reason.rawValue)",
    ]
    if let blindness = poll.blindness {
      logger.warning("could not see: \(blindness)", metadata: metadata)
      return
    }
    let found = poll.batch.posts.filter { post in
      post.entry.verdict.decision != .clean && commit.newEntries.contains(post.entry.key)
    }
    metadata["new"] = "\(commit.newEntries.count)"
    metadata["found"] = "\(found.count)"
    logger.info("polled", metadata: metadata)
  }
}
