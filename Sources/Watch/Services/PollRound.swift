import Campaigns
import Dashboard
import Foundation
import Logging
import Storage

/// The polls of one duty, until it is cancelled.
///
/// One loop owns who is due, which polls run and what waits for the disk. A source that sleeps is an entry in a heap and
/// not a task, of which each would hold some ten kilobytes. What ends while the disk is written waits and is written
/// together: a thousand sources that answer at once cost a few waits for the disk, not a thousand.
struct PollRound {
  /// A poll, or a putting off, that has to be written.
  private struct Outcome: Sendable {
    var source: Int
    /// Nil when the source was put off.
    var poll: SourcePoller.Poll?
    var batch: Batch
  }

  private enum Event: Sendable {
    /// That alarm went off.
    case due(Date)
    case polled(Int, SourcePoller.Poll?)
    case written([Outcome], Result<Commit, StorageError>)
  }

  private let sources: [WatchedSource]
  private let poller: SourcePoller
  private let usesProxy: Bool
  private let ledger: Ledger
  private let meters: Meters
  private let logger: Logger

  private var states: [SourceState]
  private var schedule = PollSchedule()
  /// Polls that run, or that are not written yet.
  private var open = 0
  private var unwritten: [Outcome] = []
  private var isWriting = false
  private var storeTrouble = Trouble()
  /// When the loop wakes up by itself at the latest.
  private var alarm: Date?

  /// More than the transfer engine runs at once, since some wait there for the rest of their host.
  private static let mostOpen = 400
  /// So that one group does not hold up the alerts for long.
  private static let largestGroup = 256
  /// Rest between two groups: where polls end one by one they would be written one by one, at ten times the cost.
  private static let pace = Duration.milliseconds(100)
  /// Seconds after which the loop looks around in any case.
  private static let longestSleep = 10.0
  /// Seconds to the next try when the store could not be read or written.
  static let storeRetry = 10.0

  init(_ duty: Duty, known: [String: SourceState], ledger: Ledger, meters: Meters, logger: Logger) {
    sources = duty.configuration.sources
    poller = duty.poller
    usesProxy = duty.configuration.transfers.proxy != nil
    self.ledger = ledger
    self.meters = meters
    self.logger = logger
    let now = poller.now()
    states = sources.map { source in
      guard var state = known[source.id] else { return SourceState(id: source.id, url: source.url) }
      state.nextPoll = state.nextPoll(startingAt: now)
      // A source with another address is a new one, but still not polled early.
      return state.url == source.url ? state : SourceState(id: source.id, url: source.url, nextPoll: state.nextPoll)
    }
    for (index, state) in states.enumerated() {
      if let pause = state.notes.pause, pause.until > now { schedule.pause(pause.host, until: pause.until) }
      add(index)
    }
  }

  mutating func run() async {
    await withTaskGroup(of: Event.self) { group in
      while !Task.isCancelled {
        begin(&group)
        guard let event = await group.next() else { break }
        take(event)
      }
      group.cancelAll()
      for await event in group { take(event) }
    }
    guard !unwritten.isEmpty else { return }
    take(await Self.write(unwritten, ledger, meters, poller.now))
  }

  // MARK: What begins

  private mutating func begin(_ group: inout TaskGroup<Event>) {
    while open < Self.mostOpen, let turn = schedule.next(now: poller.now()) {
      open += 1
      switch turn {
      case .poll(let index): poll(index, &group)
      case .putOff(let index, let end): putOff(index, until: end)
      }
    }
    if !isWriting, !unwritten.isEmpty { write(&group) }
    if open < Self.mostOpen, let due = schedule.nextDue, alarm.map({ due < $0 }) ?? true { setAlarm(due, &group) }
  }

  private func poll(_ index: Int, _ group: inout TaskGroup<Event>) {
    let (source, state) = (sources[index], states[index])
    group.addTask { [poller, meters] in
      let start = ContinuousClock.now
      let poll = try? await poller.poll(source, from: state)
      meters.add(.poll, ContinuousClock.now - start)
      return .polled(index, poll)
    }
  }

  private mutating func putOff(_ index: Int, until end: Date) {
    let now = poller.now()
    let decision = PollPolicy.putOff(for: end.timeIntervalSince(now), jitter: poller.jitter())
    var state = states[index]
    state.nextPoll = now + decision.wait
    state.notes.pollReason = decision.reason.rawValue
    unwritten.append(Outcome(source: index, batch: Batch(source: state)))
  }

  private mutating func write(_ group: inout TaskGroup<Event>) {
    let outcomes = Array(unwritten.prefix(Self.largestGroup))
    unwritten.removeFirst(outcomes.count)
    isWriting = true
    group.addTask { [ledger, meters, poller] in await Self.write(outcomes, ledger, meters, poller.now) }
  }

  /// In a task of its own: what was fetched is stored although the watch is ending.
  private static func write(
    _ outcomes: [Outcome],
    _ ledger: Ledger,
    _ meters: Meters,
    _ now: @escaping @Sendable () -> Date
  ) async -> Event {
    let start = ContinuousClock.now
    let result = await Task { () async -> Result<Commit, StorageError> in
      do throws(StorageError) {
        return .success(try await ledger.commit(outcomes.map(\.batch), now: now()))
      } catch {
        return .failure(error)
      }
    }.value
    meters.add(.commit, .now - start)
    try? await Task.sleep(until: start + pace)
    return .written(outcomes, result)
  }

  /// An earlier one that comes later leaves this one to go off for nothing; it is soon, so that they can't pile up.
  private mutating func setAlarm(_ due: Date, _ group: inout TaskGroup<Event>) {
    let now = poller.now()
    let date = min(due, now + Self.longestSleep)
    alarm = date
    let wait = max(0, date.timeIntervalSince(now))
    group.addTask {
      try? await Task.sleep(for: .seconds(wait))
      return .due(date)
    }
  }

  // MARK: What happened

  private mutating func take(_ event: Event) {
    switch event {
    case .due(let date): if date == alarm { alarm = nil }
    case .polled(let index, let poll): take(poll, of: index)
    case .written(let outcomes, let result):
      isWriting = false
      switch result {
      case .success(let commit): take(outcomes, commit)
      case .failure(let error): take(outcomes, error)
      }
    }
  }

  private mutating func take(_ poll: SourcePoller.Poll?, of index: Int) {
    schedule.finish(index)
    // Only a cancelled poll gives nothing, and then the round is at its end.
    guard let poll else { return open -= 1 }
    if let pause = poll.pause { schedule.pause(pause.host, until: poller.now() + pause.seconds) }
    var batch = poll.batch
    batch.storedNotes = states[index].notes
    unwritten.append(Outcome(source: index, poll: poll, batch: batch))
  }

  private mutating func take(_ outcomes: [Outcome], _ commit: Commit) {
    if storeTrouble.end() { logger.notice("what is polled is stored again") }
    let report = PollReport(logger: logger)
    let new = Dictionary(grouping: commit.newEntries, by: \.source)
    for outcome in outcomes {
      let (source, before) = (sources[outcome.source], states[outcome.source].notes)
      if let poll = outcome.poll { report.tell(poll, of: source, new: Set(new[source.id] ?? []), before: before) }
      if let state = outcome.batch.source { states[outcome.source] = state }
      finish(outcome.source)
    }
  }

  /// What the store did not take is polled again as if nothing happened.
  private mutating func take(_ outcomes: [Outcome], _ error: StorageError) {
    if storeTrouble.isWorthSaying("\(error)", at: .now) {
      logger.error("nothing is stored, polling again in \(Int(Self.storeRetry)) s: \(error)")
    }
    for outcome in outcomes {
      states[outcome.source].nextPoll = poller.now() + Self.storeRetry
      finish(outcome.source)
    }
  }

  private mutating func finish(_ index: Int) {
    open -= 1
    add(index)
  }

  private mutating func add(_ index: Int) {
    let (source, state) = (sources[index], states[index])
    let address = source.firstRequest(adopted: state.notes.adoptedURL, key: nil).url
    let host = URL(string: address)?.host()?.lowercased() ?? address
    schedule.place(index, host: host, address: usesProxy ? nil : state.notes.address)
    schedule.add(index, due: state.nextPoll ?? .distantPast)
  }
}
