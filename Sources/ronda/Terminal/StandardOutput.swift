import Foundation
import Scanning

/// Standard error, unbuffered. What can't be written there is dropped: nobody is left who could be told.
enum StandardError {
  static func print(_ message: String) { write(message.hasSuffix("\n") ? message : message + "\n") }

  /// Writes as it stands.
  static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

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
      throw cannotWrite(error)
    }
  }

  /// Makes the pipe or device at `path` standard output.
  static func redirect(to path: String) throws {
    let number = open(path, O_WRONLY)
    guard number >= 0, dup2(number, STDOUT_FILENO) >= 0 else {
      throw Failure("\(path): cannot be opened for writing: \(String(cString: strerror(errno)))")
    }
    close(number)
  }

  /// Writes what `print` holds back.
  static func flush() throws {
    guard fflush(nil) != 0, errno != EPIPE else { return }
    throw cannotWrite(POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO))
  }

  private static func cannotWrite(_ error: any Error) -> Failure {
    Failure("cannot write to standard output: \(error.systemReason)")
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
