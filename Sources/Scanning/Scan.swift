import HarmClassifier
import PostExports

/// Judges every post of a list of exports.
public struct Scan {
  /// How far a scan has come.
  public struct Progress: Sendable {
    /// The file being read.
    public var input: String
    /// Bytes read of it, and its size where known.
    public var bytes: Int
    /// Its size in bytes where known.
    public var totalBytes: Int?
    /// What was counted so far, over all files.
    public var tally: ScanTally
  }

  /// What the caller does with what a scan finds.
  public struct Sink {
    /// Takes whole output lines; throws to stop the scan.
    public var write: ([UInt8]) throws -> Void
    /// Takes a record or file that could not be read.
    public var problem: (String) -> Void
    /// Takes the progress after each part of the input.
    public var progress: (Progress) -> Void

    /// Creates a sink.
    public init(
      write: @escaping ([UInt8]) throws -> Void,
      problem: @escaping (String) -> Void,
      progress: @escaping (Progress) -> Void = { _ in }
    ) {
      self.write = write
      self.problem = problem
      self.progress = progress
    }
  }

  /// What a scan came to.
  public struct Result: Sendable {
    /// What was counted.
    public var tally = ScanTally()
    /// Files that could not be read to their end.
    public var failedInputs = 0
    /// Files found in directories and archives that hold no posts.
    public var skippedInputs = 0
  }

  private let judge: BatchJudge
  private let options: ScanOptions

  /// Prepares a scan.
  public init(_ options: ScanOptions, classifier: Classifier, versions: Verdict.Versions) {
    self.options = options
    let writer = VerdictWriter(output: options.output, versions: versions)
    judge = BatchJudge(classifier: classifier, writer: writer, mildest: options.mildest, jobs: options.jobs)
  }

  /// Reads all inputs in order. A file that can't be read is reported and the rest goes on; only `sink.write` throws.
  public func run(_ sink: Sink) throws -> Result {
    var result = Result()
    let header = judge.writer.header
    if !header.isEmpty { try sink.write(header) }
    let inputs = PostInputs(options.inputs)
    for problem in inputs.problems { sink.problem(problem.description) }
    for skipped in inputs.skipped { sink.problem(skipped.description) }
    result.failedInputs = inputs.problems.count
    for input in inputs.files {
      do {
        try run(input, sink, &result)
      } catch let error as PostExportError {
        sink.problem(error.description)
        if error.kind == .noPosts { result.skippedInputs += 1 } else { result.failedInputs += 1 }
      }
    }
    return result
  }

  private func run(_ input: PostInput, _ sink: Sink, _ result: inout Result) throws {
    var reader = try input.reader(options.reading)
    while let batch = try reader.next() {
      try judge.judge(batch) { part in
        for bad in part.problems { sink.problem(bad.description) }
        result.tally.merge(part.tally)
        if !part.output.isEmpty { try sink.write(part.output) }
      }
      reader.reuse(batch)
      let read = reader.progress
      sink.progress(Progress(input: input.name, bytes: read.bytes, totalBytes: read.totalBytes, tally: result.tally))
    }
  }
}
