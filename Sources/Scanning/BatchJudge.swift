import Dispatch
import HarmClassifier
import PostExports
import Synchronization

/// Judges the records of a batch on several cores and gives the results in the order of the input.
struct BatchJudge: Sendable {
  let classifier: Classifier
  let writer: VerdictWriter
  let mildest: Verdict.Decision
  private let workers: [Worker]

  /// What one part of a batch came to.
  struct Part: Sendable {
    var output: [UInt8] = []
    var tally = ScanTally()
    var problems: [BadRecord] = []

    /// Empties the part but keeps its memory.
    mutating func clear() {
      output.removeAll(keepingCapacity: true)
      problems.removeAll(keepingCapacity: true)
      tally = ScanTally()
    }
  }

  /// The memory of one worker, which lasts as long as the scan. The lock is never contended.
  private final class Worker: Sendable {
    struct Memory: Sendable {
      var scratch = Classifier.Scratch()
      var part = Part()
    }
    let memory = Mutex(Memory())
  }

  /// Fewer records than this are not worth a second core.
  private static let smallestPart = 64

  init(classifier: Classifier, writer: VerdictWriter, mildest: Verdict.Decision, jobs: Int) {
    self.classifier = classifier
    self.writer = writer
    self.mildest = mildest
    workers = (0..<max(1, jobs)).map { _ in Worker() }
  }

  /// Judges every record and gives `take` the parts in input order.
  func judge(_ batch: borrowing PostBatch, take: (borrowing Part) throws -> Void) rethrows {
    let count = min(workers.count, max(1, batch.count / Self.smallestPart))
    if count == 1 {
      judge(batch, batch.indices, workers[0])
    } else {
      let shared = copy batch
      DispatchQueue.concurrentPerform(iterations: count) { number in
        let range = shared.count * number / count..<shared.count * (number + 1) / count
        judge(shared, range, workers[number])
      }
    }
    for worker in workers[..<count] {
      try worker.memory.withLock { memory in
        try take(memory.part)
        memory.part.clear()
      }
    }
  }

  private func judge(_ batch: borrowing PostBatch, _ range: Range<Int>, _ worker: Worker) {
    worker.memory.withLock { memory in judge(batch, range, &memory.scratch, &memory.part) }
  }

  private func judge(
    _ batch: borrowing PostBatch,
    _ range: Range<Int>,
    _ scratch: inout Classifier.Scratch,
    _ part: inout Part
  ) {
    let isWritten = writer.output != .summary
    batch.visit(range) { position, text in
      let verdict = classifier.classify(text, scratch: &scratch)
      part.tally.add(verdict)
      guard isWritten, verdict.decision >= mildest else { return }
      writer.append(verdict, id: batch.post(at: position).id, to: &part.output)
    } bad: { bad in
      part.tally.addUnreadable()
      part.problems.append(bad)
    }
  }
}
