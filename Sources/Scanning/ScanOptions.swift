import HarmClassifier
import PostExports

/// What a scan reads and what it leaves.
public struct ScanOptions: Sendable {
  /// What is written for a scan.
  public enum Output: String, Sendable, CaseIterable {
    /// One verdict a line.
    case ndjson
    /// One row a post.
    case csv
    /// Counts only.
    case summary
  }

  /// Files, directories, ZIP archives and patterns to read, in order; `-` is standard input.
  public var inputs: [String]
  /// How they are read.
  public var reading: PostReader.Options
  /// What is written.
  public var output: Output
  /// Posts judged milder than this are counted but not written.
  public var mildest: Verdict.Decision
  /// Workers, at least 1.
  public var jobs: Int

  /// Creates options.
  public init(
    inputs: [String],
    reading: PostReader.Options = PostReader.Options(),
    output: Output = .ndjson,
    mildest: Verdict.Decision = .clean,
    jobs: Int = 1
  ) {
    self.inputs = inputs
    self.reading = reading
    self.output = output
    self.mildest = mildest
    self.jobs = max(1, jobs)
  }
}
