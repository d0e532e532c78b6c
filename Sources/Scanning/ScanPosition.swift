/// How far a scan has come, for one that goes on later.
public struct ScanPosition: Sendable, Hashable, Codable {
  /// The index of the input being read.
  public var input = 0
  /// Records of it that are done, good and bad.
  public var records = 0
  /// Inputs that could not be read to their end.
  public var failedInputs = 0
  /// Records that could not be read.
  public var unreadable = 0
  /// Posts judged.
  public var decisions = DecisionCounts()

  /// The beginning.
  public init() {}
}
