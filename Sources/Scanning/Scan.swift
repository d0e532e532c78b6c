import Foundation
import HarmClassifier
import PostExports

/// Judges every post of a list of exports, or a sample of them.
public struct Scan {
  /// How far a scan has come.
  public struct Progress: Sendable {
    /// Bytes read of all inputs.
    public var bytes: Int
    /// The size of all inputs in bytes, where known.
    public var totalBytes: Int?
    /// What was counted so far.
    public var decisions: DecisionCounts
  }

  /// What the caller does with what a scan finds.
  public struct Sink {
    /// Takes whole output lines; throws to stop the scan.
    public var write: ([UInt8]) throws -> Void
    /// Takes a record or file that could not be read.
    public var problem: (String) -> Void
    /// Takes the progress after each batch.
    public var progress: (Progress) -> Void
    /// Takes the place up to which everything has been written, after each batch; throws to stop the scan.
    public var position: (ScanPosition) throws -> Void
    /// Whether to stop before the next batch.
    public var isStopped: @Sendable () -> Bool

    /// Creates a sink.
    public init(
      write: @escaping ([UInt8]) throws -> Void,
      problem: @escaping (String) -> Void,
      progress: @escaping (Progress) -> Void = { _ in },
      position: @escaping (ScanPosition) throws -> Void = { _ in },
      isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
      self.write = write
      self.problem = problem
      self.progress = progress
      self.position = position
      self.isStopped = isStopped
    }
  }

  /// What a scan came to.
  public struct Result: Sendable {
    /// What was counted.
    public var tally = ScanTally()
    /// What a report shows; empty for other outputs.
    public var findings = Findings()
    /// Files that could not be read to their end.
    public var failedInputs = 0
    /// Files found in directories and archives that hold no posts.
    public var skippedInputs = 0
    /// Whether it was stopped before the end.
    public var wasStopped = false
  }

  private let equipment: ScanWorker.Equipment

  /// Prepares a scan. Each worker calls `classifier` once: with a classifier of their own, workers do not wait for each
  /// other; a shared one gives the same verdicts.
  public init(
    _ options: ScanOptions,
    versions: Verdict.Versions,
    classifier: @escaping @Sendable () -> Classifier
  ) {
    equipment = ScanWorker.Equipment(classifier: classifier, options: options, versions: versions)
  }

  /// Reads all inputs in order, from `start` on. A file that can't be read is reported and the rest goes on; only
  /// `sink.write` and `sink.position` throw. A sample is judged from the beginning only.
  public func run(from start: ScanPosition = ScanPosition(), _ sink: Sink) throws -> Result {
    var run = ScanRun(equipment, sink: sink, start: start)
    return try run.toTheEnd()
  }
}
