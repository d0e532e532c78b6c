import Foundation

/// Runs the real `ronda` in a fresh folder, as a user would.
struct Program {
  /// What a run left.
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
    var lines: [Substring] { output.split(separator: "\n") }
    /// The output's lines as JSON objects.
    var objects: [[String: Any]] {
      lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  let folder = FileManager.default.temporaryDirectory.appending(path: "ronda-test-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  func clean() { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func file(_ name: String, _ content: String) throws -> String { try file(name, Array(content.utf8)) }

  @discardableResult
  func file(_ name: String, _ content: [UInt8]) throws -> String {
    let path = folder.appending(path: name).path
    try Data(content).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Runs `ronda` to its end.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs `ronda` to its end.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    let process = process(arguments, environment: environment)
    let inputFile = try file("stdin", input)
    let outputs = try ["stdout", "stderr"].map { try FileHandle(forWritingTo: URL(fileURLWithPath: file($0, ""))) }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputFile))
    process.standardOutput = outputs[0]
    process.standardError = outputs[1]
    try process.run()
    process.waitUntilExit()
    func read(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    return Outcome(code: process.terminationStatus, output: try read("stdout"), errors: try read("stderr"))
  }

  /// A process not yet started; the lexicon is this checkout's, the language English.
  func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["RONDA_LEXICONS": Self.root.appending(path: "lexicons").path, "RONDA_LANG": "en"]
      .merging(environment) { $1 }
    return process
  }

  /// `ronda` lies where the tests were built.
  private static let binary = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "ronda")
}
