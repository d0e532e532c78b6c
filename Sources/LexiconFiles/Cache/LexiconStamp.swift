import Foundation
import HarmClassifier

/// What the files of a lexicon look like from outside, and the program that reads them: another one may compile them
/// differently.
struct LexiconStamp: Hashable {
  private var directories: [String] = []
  private var files: [File] = []

  struct File: Hashable {
    var path: String
    var size: Int
    var seconds: Int
    var nanoseconds: Int
    /// The inode.
    var number: Int
  }

  private init() {}

  init(of directories: [String]) {
    self.directories = directories.map { URL(fileURLWithPath: $0).path }
    for directory in self.directories {
      add(directory, where: ".yaml")
      add(directory + "/" + LexiconLoader.siteNames, where: ".txt")
    }
    if let program = File("/proc/self/exe") { files.append(program) }
  }

  private mutating func add(_ directory: String, where ending: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names.sorted() where name.hasSuffix(ending) {
      if let file = File(directory + "/" + name) { files.append(file) }
    }
  }

  /// A name for the directories.
  var name: String {
    let bytes = Array(directories.joined(separator: "\n").utf8)
    return String(FNV1a(bytes.span).value, radix: 16)
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
      size: Int(status.st_size),
      seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec,
      number: Int(truncatingIfNeeded: status.st_ino)
    )
  }
}

extension LexiconStamp: Taped {
  static let blank = LexiconStamp()

  mutating func pass(over tape: inout Tape) {
    tape.pass(&directories)
    tape.pass(&files)
  }
}

extension LexiconStamp.File: Taped {
  static let blank = LexiconStamp.File(path: "", size: 0, seconds: 0, nanoseconds: 0, number: 0)

  mutating func pass(over tape: inout Tape) {
    tape.pass(&path)
    tape.pass(&size)
    tape.pass(&seconds)
    tape.pass(&nanoseconds)
    tape.pass(&number)
  }
}
