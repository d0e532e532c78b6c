import Foundation
import HarmClassifier

/// Keeps what was read from a lexicon's files, so that the next start need not parse them again.
///
/// A kept lexicon counts only while every file, the program's too, has the size, time and number it had then. Whatever goes wrong with the
/// cache, the files are read as if there were none.
public struct LexiconCache: Sendable {
  private let directory: String

  /// A cache in a directory, which is made when it is missing.
  public init(directory: String) { self.directory = directory }

  /// The cache of this user: in `CACHE_DIRECTORY` (set by systemd), else in `XDG_CACHE_HOME/ronda` or `~/.cache/ronda`. nil
  /// where none is known or `RONDA_CACHE=off` asks for none.
  public init?(environment: [String: String]) {
    guard environment["RONDA_CACHE"] != "off" else { return nil }
    if let path = environment["CACHE_DIRECTORY"] {
      self.init(directory: path)
    } else if let caches = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map({ $0 + "/.cache" }) {
      self.init(directory: caches + "/ronda")
    } else {
      return nil
    }
  }

  /// As `LexiconFiles(directory:overrides:)`, from the cache when it is current.
  public func load(directory: String, overrides: [String] = []) throws(LexiconError) -> LexiconFiles {
    let directories = [directory] + overrides
    let stamp = LexiconStamp(of: directories)
    let file = KeptFile(
      path: "\(self.directory)/lexicon-\(stamp.name).kept",
      format: "ronda lexicon cache \(KeptLexicon.layout)"
    )
    if let (kept, tables) = file.read().flatMap(Self.lexicon), kept.stamp == stamp {
      var loader = LexiconLoader(directories: directories)
      let files = loader.complete(kept.shared, kept.categories, tables: tables)
      guard loader.problems.isEmpty else { throw LexiconError(problems: loader.problems) }
      return files
    }
    var files = try LexiconFiles(directory: directory, overrides: overrides)
    // What changed a moment ago may change again without showing in its time.
    if stamp.isSettled {
      files.tables = Lexicon.tables(of: files.source)
      keep(files, stamp, in: file)
    }
    return files
  }

  private static func lexicon(_ bytes: ArraySlice<UInt8>) -> (KeptLexicon, tables: ArraySlice<UInt8>)? {
    var tape = Tape(reading: bytes)
    var kept = KeptLexicon.blank
    tape.pass(&kept)
    return tape.rest.map { (kept, $0) }
  }

  private func keep(_ files: LexiconFiles, _ stamp: LexiconStamp, in file: KeptFile) {
    var kept = KeptLexicon(stamp: stamp, shared: files.source, categories: files.categories)
    kept.shared.categories = []
    var tape = Tape()
    tape.pass(&kept)
    try? FileManager.default.createDirectory(
      atPath: directory,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    file.write(tape.bytes + (files.tables ?? []))
  }
}
