import Foundation
import HarmClassifier
import LexiconFiles

/// The lexicon of this checkout, loaded once.
enum Shipped {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let directory = root.appending(path: "lexicons").path
  static let files = Result { try LexiconFiles(directory: directory) }

  /// A file beside the checkout that only the project's own machines have.
  static func outside(_ path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["RONDA_SHARED"].map { URL(fileURLWithPath: $0) }
    let file = (named ?? root.deletingLastPathComponent().appending(path: "shared")).appending(path: path)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }
}
