import Dispatch
import HarmClassifier
import PostExports
import Synchronization

/// Judges the records of a batch on several cores and gives the results in the order of the input.
struct BatchJudge: Sendable {
  let classifier: Classifier
  let writer: VerdictWriter
  let mildest: Verdict.Decision
  let jobs: Int

  /// What one part of a batch came to.
  struct Part: Sendable {
    var output: [UInt8] = []
    var tally = ScanTally()
    var problems: [BadRecord] = []
  }

  /// Fewer records than this are not worth a second core.
  private static let smallestPart = 64

  /// Judges every record; parts come in input order.
  func judge(_ batch: PostBatch) -> [Part] {
    let count = min(jobs, max(1, batch.count / Self.smallestPart))
    guard count > 1 else { return [judge(batch, batch.indices)] }
    let parts = Mutex([Part?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let part = judge(batch, batch.count * number / count..<batch.count * (number + 1) / count)
      parts.withLock { $0[number] = part }
    }
    return parts.withLock { $0 }.compactMap { $0 }
  }

  private func judge(_ batch: PostBatch, _ range: Range<Int>) -> Part {
    var part = Part()
    var scratch = Classifier.Scratch()
    for record in batch[range] {
      switch record {
      case .bad(let bad):
        part.tally.addUnreadable()
        part.problems.append(bad)
      case .post(let post):
        let verdict = post.withText { classifier.classify($0, scratch: &scratch) }
        part.tally.add(verdict)
        if verdict.decision >= mildest { writer.append(verdict, id: post.id, to: &part.output) }
      }
    }
    return part
  }
}
