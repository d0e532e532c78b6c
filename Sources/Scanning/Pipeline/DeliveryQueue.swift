import PostExports
import Synchronization

/// A source of deliveries that workers share: numbers them, and keeps the batches that are done with, for their memory.
final class DeliveryQueue<Source: DeliverySource & ~Copyable>: Sendable {
  private struct State: ~Copyable {
    var source: Source
    var count = 0
  }

  private let state: Mutex<State>
  /// Has a lock of its own: that of the source is held while its input has nothing to give.
  private let spare = Mutex<[PostBatch]>([])

  init(_ source: consuming Source) { state = Mutex(State(source: source)) }

  /// The next delivery; waits while the input has none, and gives nil at its end.
  func next() -> Delivery? {
    let batch = spare.withLock { $0.popLast() }
    return state.withLock { state in
      guard var delivery = state.source.next(reusing: batch) else { return nil }
      delivery.number = state.count
      state.count += 1
      return delivery
    }
  }

  /// Takes back a delivery that is done with.
  func giveBack(_ delivery: consuming Delivery) {
    if case .batch(let batch, _) = delivery.content { spare.withLock { $0.append(batch) } }
  }
}
