import ArgumentParser
import Foundation
import LexiconFiles

/// The exit codes of the commands' contract.
enum ExitCodes {
  /// Something was found and `--fail-on` asked for it.
  static let found = ExitCode(1)
  /// Usage, input or I/O error.
  static let usage = ExitCode(2)
  /// Bad configuration.
  static let configuration = ExitCode(78)
}

/// An error that ends a command: what to say, and the exit code.
struct Failure: Error {
  var message: String
  var code = ExitCodes.usage

  init(_ message: String, code: ExitCode = ExitCodes.usage) {
    self.message = "ronda: " + message
    self.code = code
  }

  /// Located problems stand by themselves, one a line.
  init(problems: String, code: ExitCode = ExitCodes.usage) {
    message = problems
    self.code = code
  }
}

/// Standard error, unbuffered.
enum StandardError {
  static func print(_ message: String) {
    FileHandle.standardError.write(Data((message.hasSuffix("\n") ? message : message + "\n").utf8))
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard output in whole blocks.
enum StandardOutput {
  /// Thrown when the reader went away: no error, just nobody to write for.
  struct Closed: Error {}

  static func write(_ bytes: [UInt8]) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: bytes)
    } catch {
      if (error as NSError).isBrokenPipe { throw Closed() }
      throw Failure("cannot write to standard output: \(error.localizedDescription)")
    }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether colour is wanted: a terminal, and `NO_COLOR` (no-color.org) not set.
  static var wantsColour: Bool {
    isTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}

extension NSError {
  fileprivate var isBrokenPipe: Bool {
    let underlying = userInfo[NSUnderlyingErrorKey] as? NSError
    return code == Int(EPIPE) || underlying?.code == Int(EPIPE)
  }
}
