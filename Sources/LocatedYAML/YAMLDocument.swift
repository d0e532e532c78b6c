import Yams

/// A YAML file being read: its root mapping, and every problem found on the way, each with its place.
///
/// Readers ask for what they expect; what is missing, of the wrong type or left over becomes a problem, so that one run
/// reports all of them. Not thread-safe: read a document in one place.
public final class YAMLDocument {
  /// The file's path, as it appears in problems.
  public let file: String
  /// What was found wrong so far, in the order found.
  public private(set) var problems: [YAMLProblem] = []
  private let node: Node?
  /// The file holds no mapping at all; that its keys are missing needs no saying then.
  private var isUnreadable = false

  /// Parses `text`. Text that is no YAML leaves one problem and an empty root.
  public init(_ text: String, file: String) {
    self.file = file
    do {
      // Readers say which type they expect, so no text need be tried against patterns for all of them.
      node = try Yams.compose(yaml: text, .basic)
    } catch {
      node = nil
      problems.append(YAMLProblem(error, file: file))
      isUnreadable = true
    }
  }

  /// Parses a file's bytes: UTF-8, with or without a byte order mark. Bytes that are none leave a problem.
  public convenience init(_ bytes: some BidirectionalCollection<UInt8>, file: String) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.init(
      String(decoding: bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...], as: UTF8.self),
      file: file
    )
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    report("not UTF-8; save the file as UTF-8", at: YAMLLocation(line: line + 1, column: 1))
  }

  /// The file's root, which must be a mapping; empty when it is not.
  public var root: YAMLMap {
    switch node {
    case .mapping(let mapping): return YAMLMap(mapping, location: location(of: node), in: self)
    case nil: report("the file is empty", at: YAMLLocation(line: 1, column: 1))
    default: report("expected `key: value` lines", at: location(of: node))
    }
    isUnreadable = true
    return YAMLMap(Node.Mapping([]), location: YAMLLocation(line: 1, column: 1), in: self)
  }

  /// Notes a problem, unless the whole file is one.
  public func report(_ message: String, at location: YAMLLocation) {
    guard !isUnreadable else { return }
    problems.append(YAMLProblem(file: file, location: location, message: message))
  }

  func location(of node: Node?) -> YAMLLocation {
    YAMLLocation(line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1)
  }
}

/// A place in a file; both count from 1.
public struct YAMLLocation: Sendable, Hashable {
  /// The line.
  public var line: Int
  /// The column, in Unicode scalars.
  public var column: Int

  /// Creates a location.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Something wrong in a file: what, where, and what to do.
public struct YAMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's path.
  public var file: String
  /// The place in the file.
  public var location: YAMLLocation
  /// What is wrong and what to do.
  public var message: String

  /// Creates a problem.
  public init(file: String, location: YAMLLocation, message: String) {
    self.file = file
    self.location = location
    self.message = message
  }

  /// `file:line:column: message`.
  public var description: String { "\(file):\(location.line):\(location.column): \(message)" }

  init(_ error: any Error, file: String) {
    self.init(file: file, location: YAMLLocation(line: 1, column: 1), message: "\(error)")
    guard let error = error as? YamlError else { return }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      location = YAMLLocation(line: mark.line, column: mark.column)
      message = Self.explain(problem, context?.text)
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.utf8.prefix(offset ?? 0)
      location = YAMLLocation(line: before.count { $0 == UInt8(ascii: "\n") } + 1, column: 1)
      message = "not readable as YAML: \(problem); save the file as UTF-8"
    case .duplicatedKeysInMapping(let keys, let context):
      location = YAMLLocation(line: context.mark.line, column: context.mark.column)
      message = "the mapping here has a key twice: \(keys.joined(separator: ", ")); keep one of them"
    default: break
    }
  }

  private static func explain(_ problem: String, _ context: String?) -> String {
    let what = context.map { "\(problem) (\($0.trimmingBlanks))" } ?? problem
    let isTab = problem.contains("cannot start any token")
    return "not valid YAML: \(what)"
      + (isTab ? "; indent with spaces, not tabs, and quote texts that begin with a sign" : "")
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
