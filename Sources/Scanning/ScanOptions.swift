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
    /// One flat JSON object a line, all of the same keys and types: for Parquet and data frames.
    case flat
    /// Counts only.
    case summary
    /// Counts, plots and examples as one page.
    case html

    /// Whether it is about the scan as a whole rather than each post.
    public var isReport: Bool { self == .summary || self == .html }
  }

  /// A random sample.
  public struct SampleSize: Sendable, Hashable {
    /// Posts to judge, at least 1.
    public var posts: Int
    /// The same seed draws the same posts.
    public var seed: UInt64

    /// Creates a size.
    public init(posts: Int, seed: UInt64 = 0) {
      self.posts = max(1, posts)
      self.seed = seed
    }
  }

  /// Files, directories, ZIP archives and patterns to read, in order; `-` is standard input.
  public var inputs: [String]
  /// Files that are written to, which are not read where they lie in a directory of inputs.
  public var outputFiles: Set<FileIdentity> = []
  /// How they are read.
  public var reading: PostReader.Options
  /// What is written.
  public var output: Output
  /// Posts judged milder than this are counted but not written.
  public var mildest: Verdict.Decision
  /// Workers, at least 1.
  public var jobs: Int
  /// Judges only a sample; all posts when nil.
  public var sample: SampleSize?

  /// Creates options.
  public init(
    inputs: [String],
    reading: PostReader.Options = PostReader.Options(),
    output: Output = .ndjson,
    mildest: Verdict.Decision = .clean,
    jobs: Int = 1,
    sample: SampleSize? = nil
  ) {
    self.inputs = inputs
    self.reading = reading
    self.output = output
    self.mildest = mildest
    self.jobs = max(1, jobs)
    self.sample = sample
  }
}
