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
    /// What a report shows; empty when none is written.
    var findings: [Finding] = []

    /// Empties the part but keeps its memory.
    mutating func clear() {
      output.removeAll(keepingCapacity: true)
      problems.removeAll(keepingCapacity: true)
      findings.removeAll(keepingCapacity: true)
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

  /// Judges the records in `range`, which came from `source`, and gives `take` the parts in input order.
  func judge(
    _ records: some JudgeableRecords,
    _ range: Range<Int>,
    of source: String,
    take: (borrowing Part) throws -> Void
  ) rethrows {
    let count = min(workers.count, max(1, range.count / Self.smallestPart))
    if count == 1 {
      judge(records, range, source, workers[0])
    } else {
      DispatchQueue.concurrentPerform(iterations: count) { number in
        let start = range.lowerBound + range.count * number / count
        let end = range.lowerBound + range.count * (number + 1) / count
        judge(records, start..<end, source, workers[number])
      }
    }
    for worker in workers[..<count] {
      try worker.memory.withLock { memory in
        try take(memory.part)
        memory.part.clear()
      }
    }
  }

  private func judge(_ records: some JudgeableRecords, _ range: Range<Int>, _ source: String, _ worker: Worker) {
    worker.memory.withLock { memory in judge(records, range, source, &memory.scratch, &memory.part) }
  }

  private func judge(
    _ records: some JudgeableRecords,
    _ range: Range<Int>,
    _ source: String,
    _ scratch: inout Classifier.Scratch,
    _ part: inout Part
  ) {
    // Local, since a copy of the classifier for each post would count its parts' references up and down.
    let (classifier, writer) = (classifier, writer)
    let isReport = writer.output.isReport
    records.visit(range) { position, text in
      let verdict = classifier.classify(text, scratch: &scratch)
      if isReport {
        let head = records.head(at: position)
        part.tally.add(verdict, time: head.time)
        let found = Finding(verdict, text: text, id: head.id, source: source, classifier: classifier)
        if let found { part.findings.append(found) }
      } else {
        part.tally.add(verdict, time: nil)
        guard verdict.decision >= mildest else { return }
        writer.append(verdict, records.head(at: position), source: source, to: &part.output)
      }
    } bad: { bad in
      part.tally.addUnreadable()
      part.problems.append(bad)
    }
  }
}
