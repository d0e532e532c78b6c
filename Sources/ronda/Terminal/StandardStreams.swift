import Foundation

/// The three streams that every program expects to find open.
enum StandardStreams {
  /// Opens those that the caller closed, so that no file opened later takes their numbers: a warning would be written
  /// into it, or standard input wait for it. Each is opened the wrong way round: to use it fails, as it should.
  static func fillClosed() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is the one that was found free: those below it are open by now.
      _ = open("/dev/null", mode)
    }
  }
}
