/// A record that could not be read. It is counted, has its place among the good ones, and stops nothing.
public struct BadRecord: Sendable, Hashable, CustomStringConvertible {
  /// The path of the input as given, or `-` for standard input.
  public let file: String
  /// The line on which the record starts, from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: String

  /// The usual `file:line: reason`.
  public var description: String { "\(file):\(line): \(reason)" }
}
