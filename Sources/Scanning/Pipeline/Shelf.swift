import Dispatch
import Synchronization

/// Where workers lay what they judged, and the caller takes it in the order of the input.
///
/// Never holds more than a few parts a worker: who is too far ahead waits before it takes the next delivery. The delivery
/// that is wanted next was taken by a worker that waits for nothing, so all goes on.
final class Shelf: Sendable {
  private struct State {
    var parts: [Int: (Delivery, ScanWorker.Part)] = [:]
    var wanted: Int
    var workers: Int
    var isClosed = false
    /// Emptied parts, for their memory.
    var spare: [ScanWorker.Part] = []
  }

  private static let roomPerWorker = 2

  private let state: Mutex<State>
  private let workers: Int
  /// Signalled for every part and every worker that leaves.
  private let changed = DispatchSemaphore(value: 0)
  private let room = DispatchSemaphore(value: 0)

  /// A shelf for the deliveries from number `first` on.
  init(from first: Int, workers: Int) {
    self.workers = workers
    state = Mutex(State(wanted: first, workers: workers))
    for _ in 0..<workers * Self.roomPerWorker { room.signal() }
  }

  // MARK: For workers

  /// Waits until there is room for one more part; false when no more are wanted.
  func waitForRoom() -> Bool {
    room.wait()
    return state.withLock { !$0.isClosed }
  }

  func emptyPart() -> ScanWorker.Part { state.withLock { $0.spare.popLast() } ?? ScanWorker.Part() }

  func lay(_ delivery: consuming Delivery, _ part: consuming ScanWorker.Part) {
    let pair = (delivery, part)
    state.withLock { $0.parts[pair.0.number] = pair }
    changed.signal()
  }

  func leave() {
    state.withLock { $0.workers -= 1 }
    changed.signal()
  }

  // MARK: For the caller

  /// The next part in order; nil when all workers have left.
  func takeNext() -> (Delivery, ScanWorker.Part)? {
    while true {
      let (next, isDone) = state.withLock { state in
        let next = state.parts.removeValue(forKey: state.wanted)
        if next != nil { state.wanted += 1 }
        return (next, state.workers == 0)
      }
      if let next {
        room.signal()
        return next
      }
      if isDone { return nil }
      changed.wait()
    }
  }

  func giveBack(_ part: consuming ScanWorker.Part) {
    var part = part
    part.clear()
    state.withLock { $0.spare.append(part) }
  }

  /// Lets workers leave that wait for room.
  func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<workers { room.signal() }
  }
}
