import PostExports
import Synchronization

/// One run through the inputs of a scan: takes what workers made of them, in order.
struct ScanRun {
  private let crew: Crew
  private let sink: Scan.Sink
  private let inputs: PostInputs
  private let end = EarlyEnd()
  private var result = Scan.Result()
  private var position: ScanPosition
  private let totalBytes: Int?

  /// Set when nothing more is to be read.
  private final class EarlyEnd: Sendable {
    private let isSet = Atomic(false)
    func set() { isSet.store(true, ordering: .relaxed) }
    var value: Bool { isSet.load(ordering: .relaxed) }
  }

  init(_ equipment: ScanWorker.Equipment, sink: Scan.Sink, start: ScanPosition) {
    (self.sink, position) = (sink, start)
    inputs = PostInputs(equipment.options.inputs, leavingOut: equipment.options.outputFiles)
    result.tally = ScanTally(decisions: start.decisions, unreadable: start.unreadable)
    result.failedInputs = start.failedInputs + inputs.problems.count
    totalBytes = ScanFeed.totalSize(of: inputs.files)
    // A sample may be small whatever it is drawn from.
    let isLong = equipment.options.sample == nil && (totalBytes ?? 0) >= Crew.longInput
    crew = Crew(equipment: equipment, workers: equipment.options.jobs, isLong: isLong)
  }

  mutating func toTheEnd() throws -> Scan.Result {
    let options = crew.equipment.options
    let header = VerdictWriter.header(of: options.output)
    if !header.isEmpty, position == ScanPosition() { try sink.write(header) }
    for problem in inputs.problems { sink.problem(problem.description) }
    for skipped in inputs.skipped { sink.problem(skipped.description) }
    let isStopped = { @Sendable [end, isStopped = sink.isStopped] in end.value || isStopped() }
    let feed = ScanFeed(inputs.files, options: options.reading, from: position, isStopped: isStopped)
    if let size = options.sample {
      try judge(SampleFeed(try sample(size, of: feed), inputs.files))
    } else {
      try judge(feed)
    }
    result.wasStopped = sink.isStopped()
    return result
  }

  private mutating func judge<Source: DeliverySource & ~Copyable>(_ source: consuming Source) throws {
    defer { end.set() }
    try crew.work(through: source) { delivery, part in
      switch delivery.content {
      case .batch:
        try add(part, from: delivery.source)
        try report(delivery)
        return !sink.isStopped()
      case .sampled: try add(part, from: delivery.source)
      case .failure(let error): if !sink.isStopped() { fail(error) }
      }
      return true
    }
  }

  private mutating func add(_ part: borrowing ScanWorker.Part, from source: String) throws {
    for bad in part.problems { sink.problem(bad.description) }
    result.tally.merge(part.tally, source: source)
    for finding in part.findings { result.findings.add(finding) }
    if !part.output.isEmpty { try sink.write(part.output) }
    // Here, where it does not depend on the number of workers.
    result.tally.forgetRarest()
  }

  private mutating func fail(_ error: PostExportError) {
    sink.problem(error.description)
    if error.kind == .noPosts {
      result.skippedInputs += 1
    } else {
      result.failedInputs += 1
      position.failedInputs += 1
    }
  }

  private mutating func report(_ delivery: Delivery) throws {
    (position.input, position.records) = (delivery.input, delivery.records)
    position.decisions = result.tally.decisions
    position.unreadable = result.tally.unreadable
    try sink.position(position)
    showProgress(delivery.bytes)
  }

  private func showProgress(_ bytes: Int) {
    sink.progress(Scan.Progress(bytes: bytes, totalBytes: totalBytes, decisions: result.tally.decisions))
  }

  /// Reads all inputs to draw a sample.
  private mutating func sample(_ size: ScanOptions.SampleSize, of feed: consuming ScanFeed) throws -> Sample {
    var feed = feed
    var sample = Sample(size: size.posts, seed: size.seed)
    var done: PostBatch?
    while let delivery = feed.next(reusing: done.take()) {
      switch delivery.content {
      case .batch(let batch, _):
        sample.add(batch, input: delivery.input)
        for bad in batch.bad {
          result.tally.addUnreadable()
          sink.problem(bad.description)
        }
        showProgress(delivery.bytes)
        done = batch
      case .failure(let error): if !sink.isStopped() { fail(error) }
      case .sampled: break
      }
    }
    return sample
  }
}
