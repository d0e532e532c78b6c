import Foundation
import HarmClassifier

/// Keeps what was read from a lexicon's files, so that the next start need not parse them again.
///
/// A kept lexicon counts only while every file has the size, time and number it had then. Whatever goes wrong with the
/// cache, the files are read as if there were none.
public struct LexiconCache: Sendable {
  private let directory: URL

  /// A cache in a directory, which is made when it is missing.
  public init(directory: String) { self.directory = URL(fileURLWithPath: directory, isDirectory: true) }

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
    let file = self.directory.appendingPathComponent("lexicon-\(stamp.name).json")
    if let kept = Self.read(file), kept.stamp == stamp {
      var loader = LexiconLoader(directories: directories)
      let files = loader.complete(kept.shared, kept.categories)
      guard loader.problems.isEmpty else { throw LexiconError(problems: loader.problems) }
      return files
    }
    let files = try LexiconFiles(directory: directory, overrides: overrides)
    // What changed a moment ago may change again without showing in its time.
    if stamp.isSettled { write(Kept(stamp, files), to: file) }
    return files
  }

  private struct Kept: Codable {
    var stamp: LexiconStamp
    /// The lexicon without its categories.
    var shared: LexiconSource
    var categories: [CategoryFile]

    init(_ stamp: LexiconStamp, _ files: LexiconFiles) {
      self.stamp = stamp
      shared = files.source
      shared.categories = []
      categories = files.categories
    }
  }

  private static func read(_ file: URL) -> Kept? {
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else { return nil }
    return try? JSONDecoder().decode(Kept.self, from: data)
  }

  private func write(_ kept: Kept, to file: URL) {
    guard let data = try? JSONEncoder().encode(kept) else { return }
    try? FileManager.default.createDirectory(
      at: directory,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
    try? data.write(to: file, options: .atomic)
  }
}

/// What the files of a lexicon look like from outside.
struct LexiconStamp: Codable, Hashable {
  /// Raise it when the same files are read differently.
  private var reader = 1
  private var directories: [String]
  private var files: [File] = []

  struct File: Codable, Hashable {
    var path: String
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
    var number: UInt64
  }

  init(of directories: [String]) {
    self.directories = directories.map { URL(fileURLWithPath: $0).path }
    for directory in self.directories {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
      for name in names.sorted() where name.hasSuffix(".yaml") {
        if let file = File(directory + "/" + name) { files.append(file) }
      }
    }
  }

  /// A name for the directories (FNV-1a).
  var name: String {
    let hash = directories.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  /// Whether the youngest change lies long enough back to tell a later one by its time.
  var isSettled: Bool {
    let now = Int(Date().timeIntervalSince1970)
    return files.allSatisfy { $0.seconds + 2 <= now }
  }
}

extension LexiconStamp.File {
  fileprivate init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(
      path: path,
      size: Int64(status.st_size),
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec,
      number: UInt64(status.st_ino)
    )
  }
}
