import Foundation
import Scanning

/// A file that is written as a whole.
enum OutputFile {
  /// Replaces the file at `path` in one step. A link is followed, and pipes and devices such as `/dev/null` are written to
  /// as they are.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let target = URL(fileURLWithPath: path)
    do {
      if isSpecial(path) {
        try FileHandle(forWritingTo: target).write(contentsOf: Data(bytes))
      } else {
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        try Data(bytes).write(to: target, options: isLink ? [] : .atomic)
      }
    } catch {
      throw Failure("\(path): cannot be written: \(error.systemReason)")
    }
  }

  /// Whether there is something at `path` that is no regular file.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }
}
