import Dashboard
import Foundation
import Logging
import ServiceLifecycle
import Storage

/// Polls every source when it is due: one task a source, the transfer engine decides how many run at once.
struct PollService: Service {
  let roster: Roster
  let store: Store
  let commits: CommitQueue
  let meters: Meters
  let logger: Logger

  /// More than the transfer engine runs, so that a host that is slow with many sources holds up no other.
  private let slots = PollSlots(1000)

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
    // A source with another address is a new one, but still not polled early.
    if state.url != source.url { state = SourceState(id: source.id, url: source.url, nextPoll: start.nextPoll) }
    while true {
      try await sleep(until: state.nextPoll, poller)
      let start = ContinuousClock.now
      let poll = try await poll(source, from: state, poller)
      let polled = ContinuousClock.now
      meters.add(.poll, polled - start)
      do throws(StorageError) {
        let commit = try await commits.commit(poll.batch)
        meters.add(.commit, ContinuousClock.now - polled)
        report(poll, commit, source, before: state.notes)
        state = poll.batch.source ?? state
      } catch {
        logger.error("nothing was stored, polling again soon: \(error)", metadata: ["source": "\(source.id)"])
        state.nextPoll = poller.now() + Self.storeRetry
      }
    }
  }

  /// One poll in a task of its own: the memory it needs goes with it, while thousands of sources sleep.
  private func poll(
    _ source: WatchedSource,
    from state: SourceState,
    _ poller: SourcePoller
  ) async throws(CancellationError) -> SourcePoller.Poll {
    await slots.take()
    async let poll = poller.poll(source, from: state)
    let outcome = try? await poll
    await slots.give()
    guard let outcome else { throw CancellationError() }
    return outcome
  }

  private func sleep(until date: Date?, _ poller: SourcePoller) async throws(CancellationError) {
    let wait = date.map { $0.timeIntervalSince(poller.now()) } ?? 0
    do {
      try await Task.sleep(for: .seconds(max(0, wait)))
    } catch {
      throw CancellationError()
    }
  }

  private func report(_ poll: SourcePoller.Poll, _ commit: Commit, _ source: WatchedSource, before: SourceNotes) {
    var metadata: Logger.Metadata = [
      "source": "\(source.id)", "next": "\(Int(poll.decision.wait)) s", "reason": "\(poll.decision.reason.rawValue)",
    ]
    if let blindness = poll.blindness {
      logger.warning("could not see: \(blindness.message)", metadata: metadata)
      return
    }
    // The commit may be of many sources.
    let new = Set(commit.newEntries.filter { $0.source == source.id })
    let found = poll.batch.posts.count { $0.entry.verdict.decision != .clean && new.contains($0.entry.key) }
    metadata["new"] = "\(new.count)"
    metadata["found"] = "\(found)"
    if poll.left > 0 { metadata["left"] = "\(poll.left) parts" }
    logger.info("polled", metadata: metadata)
    if let notes = poll.batch.source?.notes { report(notes, before: before, source) }
  }

  /// What changed about a source itself; `ronda feed health` shows it later.
  private func report(_ notes: SourceNotes, before: SourceNotes, _ source: WatchedSource) {
    let id: Logger.Metadata = ["source": "\(source.id)"]
    if notes.shrunkSince != nil, before.shrunkSince == nil {
      logger.warning("the source brings less than half of what it used to; look at it", metadata: id)
    }
    if let since = notes.replacedSince, since != before.replacedSince {
      logger.warning("the source has another title and nothing of what was there before; look at it", metadata: id)
    }
    if let adopted = notes.adoptedURL, before.adoptedURL == nil {
      logger.notice("moved for good, polled at \(adopted.prefix { $0 != "?" }) from now on", metadata: id)
    }
  }
}
