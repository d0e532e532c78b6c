import Foundation
import PostExports

/// One run through the inputs of a scan.
struct ScanRun {
  private let options: ScanOptions
  private let judge: BatchJudge
  private let sink: Scan.Sink
  private let inputs: PostInputs
  private var result = Scan.Result()
  private var position: ScanPosition
  private var sample: Sample?
  /// Bytes of the inputs that are done.
  private var finishedBytes = 0
  private let totalBytes: Int?

  init(options: ScanOptions, judge: BatchJudge, sink: Scan.Sink, start: ScanPosition) {
    (self.options, self.judge, self.sink, position) = (options, judge, sink, start)
    inputs = PostInputs(options.inputs)
    sample = options.sample.map { Sample(size: $0.posts, seed: $0.seed) }
    result.tally = ScanTally(decisions: start.decisions, unreadable: start.unreadable)
    result.failedInputs = start.failedInputs + inputs.problems.count
    totalBytes = Self.totalSize(of: inputs.files)
  }

  mutating func toTheEnd() throws -> Scan.Result {
    let header = judge.writer.header
    if !header.isEmpty, position == ScanPosition() { try sink.write(header) }
    for problem in inputs.problems { sink.problem(problem.description) }
    for skipped in inputs.skipped { sink.problem(skipped.description) }
    for (index, input) in inputs.files.enumerated() where index >= position.input && !result.wasStopped {
      if index > position.input { (position.input, position.records) = (index, 0) }
      do {
        try read(input, skipping: position.records)
      } catch let error as PostExportError {
        result.wasStopped = sink.isStopped()
        if !result.wasStopped { fail(error) }
      }
    }
    if var sample {
      for (index, records) in sample.drawn() { try judge(records, 0..<records.count, of: inputs.files[index].name) }
    }
    return result
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

  private mutating func read(_ input: PostInput, skipping done: Int) throws {
    var reader = try reader(of: input)
    defer { finishedBytes += reader.progress.totalBytes ?? reader.progress.bytes }
    while let batch = try reader.next() {
      let skipped = min(batch.count, max(0, done - (batch.firstNumber - 1)))
      if sample == nil {
        if skipped < batch.count { try judge(batch, skipped..<batch.count, of: input.name) }
      } else {
        draw(from: batch)
      }
      position.records = max(done, batch.firstNumber - 1 + batch.count)
      reader.reuse(batch)
      try report(reader.progress)
      result.wasStopped = sink.isStopped()
      if result.wasStopped { return }
    }
  }

  private func reader(of input: PostInput) throws(PostExportError) -> PostReader {
    guard input.name == "-" else { return try input.reader(options.reading) }
    let source = StoppableSource(try FileSource(path: input.name), isStopped: sink.isStopped)
    return PostReader(source: source, options: options.reading)
  }

  private mutating func draw(from batch: PostBatch) {
    sample?.add(batch, input: position.input)
    for bad in batch.bad {
      result.tally.addUnreadable()
      sink.problem(bad.description)
    }
  }

  private mutating func judge(_ records: some JudgeableRecords, _ range: Range<Int>, of source: String) throws {
    let judge = judge
    try judge.judge(records, range, of: source) { part in
      for bad in part.problems { sink.problem(bad.description) }
      result.tally.merge(part.tally, source: source)
      for finding in part.findings { result.findings.add(finding) }
      if !part.output.isEmpty { try sink.write(part.output) }
    }
    result.tally.forgetRarest()
  }

  private mutating func report(_ read: ReadProgress) throws {
    position.decisions = result.tally.decisions
    position.unreadable = result.tally.unreadable
    try sink.position(position)
    let bytes = finishedBytes + read.bytes
    sink.progress(Scan.Progress(bytes: bytes, totalBytes: totalBytes, decisions: result.tally.decisions))
  }

  /// The size of all inputs; nil when that of one is not known beforehand.
  private static func totalSize(of inputs: [PostInput]) -> Int? {
    inputs.reduce(0 as Int?) { total, input in
      let attributes = try? FileManager.default.attributesOfItem(atPath: input.name)
      guard let total, attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
      return (attributes?[.size] as? Int).map { total + $0 }
    }
  }
}
