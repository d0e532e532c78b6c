/// Why an export can't be read at all: what is wrong, where, and what to do.
///
/// A single record that can't be read is a `BadRecord` and never stops the reading.
public struct PostExportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of trouble.
  public enum Kind: Sendable, Hashable {
    /// The system refuses to open or read the file.
    case unreadable
    /// The header row lacks a column that was asked for.
    case missingColumn
    /// The header row can't be read.
    case badHeader
    /// The bytes are of a kind that holds no posts we can read: an archive, UTF-16, ...
    case unsupported
    /// A readable file that holds no posts.
    case noPosts
  }

  /// The kind of trouble.
  public let kind: Kind
  /// The path as given, or `-` for standard input.
  public let path: String
  /// What is wrong.
  public let reason: String
  /// What to do about it.
  public let advice: String

  /// The whole message on one line.
  public var description: String { "\(path): \(reason); \(advice)" }

  /// Creates an error of a kind that a `ByteSource` of your own can throw.
  public static func unreadable(path: String, reason: String) -> PostExportError {
    let advice = path == "-" ? "check what is piped in" : "check that the file exists and that you may read it"
    return PostExportError(kind: .unreadable, path: path, reason: reason, advice: advice)
  }

  static func missingColumn(path: String, name: String, option: String, columns: [String]) -> PostExportError {
    PostExportError(
      kind: .missingColumn,
      path: path,
      reason: "no column \"\(name)\" among the columns found: \(columns.joined(separator: ", "))",
      advice: "name the right one with \(option)"
    )
  }

  static func badHeader(path: String, reason: String) -> PostExportError {
    let advice = "the first row must name the columns; for one post a line use --format text"
    return PostExportError(
      kind: .badHeader,
      path: path,
      reason: "the header row can't be read: \(reason)",
      advice: advice
    )
  }

  static func unsupported(path: String, reason: String, advice: String) -> PostExportError {
    PostExportError(kind: .unsupported, path: path, reason: reason, advice: advice)
  }

  static func binary(path: String) -> PostExportError {
    let advice = "export the posts as text, CSV or NDJSON; --format text reads it all the same"
    return .unsupported(path: path, reason: "this is binary data, not readable as posts", advice: advice)
  }

  static func damagedArchive(path: String, _ reason: String) -> PostExportError {
    .unsupported(path: path, reason: "the ZIP archive is damaged: \(reason)", advice: "get the file again")
  }

  /// An input that was read to its end and gave neither a post nor a bad record.
  ///
  /// - Parameter path: the input's name.
  public static func nothingFound(path: String) -> PostExportError {
    let advice = "check --format and the names of the fields"
    return PostExportError(kind: .noPosts, path: path, reason: "no posts were found", advice: advice)
  }

  static func noPosts(path: String) -> PostExportError {
    let advice = "name the file itself, and its layout with --format, if it should be read"
    return PostExportError(kind: .noPosts, path: path, reason: "no posts were recognised", advice: advice)
  }
}
