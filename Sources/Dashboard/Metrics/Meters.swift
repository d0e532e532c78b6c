import Synchronization

/// What the daemon counts while it runs; everything else is read from the store.
public final class Meters: Sendable {
  /// A step of the daemon's work.
  public enum Stage: String, Sendable, CaseIterable {
    /// Fetching, reading and judging one source.
    case poll
    /// Writing what a poll brought.
    case commit
    /// One round of deliveries.
    case delivery
    /// Judging what came over HTTP.
    case classify
  }

  /// How long a step took, over all its runs: a histogram.
  struct Latency {
    /// Upper bounds in seconds.
    static let bounds = [0.001, 0.01, 0.1, 1, 10]
    /// How often a run took no longer than each bound, one after the other.
    var counts = [Int](repeating: 0, count: bounds.count)
    var count = 0
    var seconds = 0.0

    mutating func add(_ duration: Double) {
      for (index, bound) in Self.bounds.enumerated() where duration <= bound { counts[index] += 1 }
      count += 1
      seconds += duration
    }
  }

  struct State {
    var latencies = [Stage: Latency]()
    var isReloaded = true
    var reloads = 0
    var failedReloads = 0
  }

  private let state = Mutex(State())

  /// Creates meters that stand at nothing.
  public init() {}

  var current: State { state.withLock { $0 } }

  /// Notes that a step took so long.
  public func add(_ stage: Stage, _ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    state.withLock { $0.latencies[stage, default: Latency()].add(Double(seconds) + Double(attoseconds) / 1e18) }
  }

  /// Notes whether the latest reload took.
  public func setReload(succeeded: Bool) {
    state.withLock {
      $0.isReloaded = succeeded
      if succeeded { $0.reloads += 1 } else { $0.failedReloads += 1 }
    }
  }
}
