import ArgumentParser
import Foundation

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
