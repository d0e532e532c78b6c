/// Decides who may start: one at a time per host, or queue of messages, with a rest in between, and only so many in all.
///
/// libcurl's own host limit would count the time in the queue against the time limit of a transfer, so the queue is
/// here. Pure: it is told the time, and starts nothing itself. Hosts take turns; within a host the order is kept.
struct Admission<ID: Hashable> {
  typealias Instant = ContinuousClock.Instant

  /// A host is in exactly one of these states while it is known.
  private enum LaneState {
    /// In `ready`, with someone waiting.
    case ready
    /// One transfer is running.
    case busy
    /// In `resting`, until its time has come.
    case resting
  }

  private struct Lane {
    var state: LaneState
    var waiting = Fifo<ID>()
  }

  private let limit: Int
  private let spacing: Duration
  private var lanes: [String: Lane] = [:]
  private var ready = Fifo<String>()
  /// Every host rests equally long, so the order of arrival is the order of leaving.
  private var resting = Fifo<(host: String, until: Instant)>()
  private var waiting: Set<ID> = []
  private var running: [ID: String] = [:]

  init(limit: Int, spacing: Duration) {
    self.limit = max(1, limit)
    self.spacing = max(.zero, spacing)
  }

  /// Puts a transfer in the queue of its host.
  mutating func enqueue(_ id: ID, host: String) {
    waiting.insert(id)
    if lanes[host] == nil {
      lanes[host] = Lane(state: .ready)
      ready.append(host)
    }
    lanes[host]?.waiting.append(id)
  }

  /// Takes a transfer out: it finished, or isn't wanted any more. Unknown ones are ignored. `rests` says whether its host
  /// needs a rest after it.
  mutating func remove(_ id: ID, now: Instant, rests: Bool = true) {
    waiting.remove(id)
    guard let host = running.removeValue(forKey: id) else { return }
    if rests, spacing > .zero {
      lanes[host]?.state = .resting
      resting.append((host, now + spacing))
    } else {
      makeReady(host)
    }
  }

  /// The next transfer that may start now, nil when none may. It counts as running from here on.
  mutating func admitNext(now: Instant) -> ID? {
    while let first = resting.first, first.until <= now {
      _ = resting.popFirst()
      makeReady(first.host)
    }
    while running.count < limit, let host = ready.popFirst() {
      guard let id = popWaiting(host) else {
        lanes[host] = nil
        continue
      }
      lanes[host]?.state = .busy
      running[id] = host
      return id
    }
    return nil
  }

  /// When the next host has rested enough; nil when none is resting. Until then only `enqueue` and `remove` can make
  /// `admitNext` give something new.
  var nextRestEnd: Instant? { resting.first?.until }

  /// How many run and how many wait.
  var load: TransferLoad { TransferLoad(inFlight: running.count, waiting: waiting.count) }

  /// Whether a host is known; hosts are forgotten once nobody waits for them and their rest is over.
  func knows(host: String) -> Bool { lanes[host] != nil }

  private mutating func makeReady(_ host: String) {
    lanes[host]?.state = .ready
    ready.append(host)
  }

  /// Skips those that were removed while they waited.
  private mutating func popWaiting(_ host: String) -> ID? {
    while let id = lanes[host]?.waiting.popFirst() {
      if waiting.remove(id) != nil { return id }
    }
    return nil
  }
}
