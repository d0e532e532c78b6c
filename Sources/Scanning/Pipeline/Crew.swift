import Foundation

/// Workers that take deliveries from one source and judge them at the same time, while the caller takes what they came to
/// in the order of the input.
///
/// While one batch is judged the next is read and the one before is written. A worker takes a delivery and judges all of
/// it, so workers meet only to take the next.
struct Crew {
  let equipment: ScanWorker.Equipment
  let workers: Int
  /// Whether the input is known to be long enough for all workers.
  let isLong: Bool

  /// Bytes of input from which more than one worker pays: each has to set up its classifier first.
  static let longInput = 1 << 20
  /// Deliveries judged by the caller itself before others are called, where the input is not known to be long.
  private static let judgedAlone = 8

  /// Works through `source`, and gives `take` each delivery with what it came to, in order, until it says not to go on.
  ///
  /// Workers that wait for input then are not waited for: they leave when it comes, or when the source ends.
  func work<Source: DeliverySource & ~Copyable>(
    through source: consuming Source,
    take: (Delivery, borrowing ScanWorker.Part) throws -> Bool
  ) throws {
    let queue = DeliveryQueue(source)
    if workers > 1, isLong { return try share(queue, from: 0, take) }
    var worker = ScanWorker(equipment)
    var part = ScanWorker.Part()
    while let delivery = queue.next() {
      worker.judge(delivery, into: &part)
      guard try take(delivery, part) else { return }
      part.clear()
      queue.giveBack(delivery)
      if workers > 1, delivery.number + 1 >= Self.judgedAlone {
        return try share(queue, from: Self.judgedAlone, first: worker, take)
      }
    }
  }

  private func share<Source: DeliverySource & ~Copyable>(
    _ queue: DeliveryQueue<Source>,
    from number: Int,
    first: ScanWorker? = nil,
    _ take: (Delivery, borrowing ScanWorker.Part) throws -> Bool
  ) throws {
    let shelf = Shelf(from: number, workers: workers)
    defer { shelf.close() }
    for index in 0..<workers {
      // Threads of their own: workers that wait for input would hold those of a pool.
      Thread.detachNewThread { [equipment] in
        var worker = index == 0 ? first ?? ScanWorker(equipment) : ScanWorker(equipment)
        while shelf.waitForRoom(), let delivery = queue.next() {
          var part = shelf.emptyPart()
          worker.judge(delivery, into: &part)
          shelf.lay(delivery, part)
        }
        shelf.leave()
      }
    }
    while let (delivery, part) = shelf.takeNext() {
      guard try take(delivery, part) else { return }
      shelf.giveBack(part)
      queue.giveBack(delivery)
    }
  }
}
