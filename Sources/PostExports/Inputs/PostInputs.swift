import Foundation

/// What a command line names, as the files to read in order: directories are walked, ZIP archives opened, patterns
/// that the shell left alone filled in.
///
///     let inputs = PostInputs(["ekspor/", "takeout.zip", "arsip-*.ndjson"])
///     for input in inputs.files { var reader = try input.reader() … }
///
/// The order depends on names alone: arguments as given, inside a directory or archive by the bytes of the paths.
public struct PostInputs: Sendable {
  /// The files to read.
  public private(set) var files: [PostInput] = []
  /// What was passed over, a line for each directory or archive.
  public private(set) var skipped: [SkippedFiles] = []
  /// Arguments, or archives in a directory, that can't be read.
  public private(set) var problems: [PostExportError] = []

  /// Extensions of files that may hold posts.
  private static let readable: Set<String> = [
    "csv", "eml", "htm", "html", "js", "json", "jsonl", "mbox", "ndjson", "tsv", "txt", "wxr", "xml",
  ]

  /// What is written meanwhile, and not read where it is found.
  private let outputs: Set<FileIdentity>

  /// Finds the files. What can't be read is a problem and stops nothing.
  ///
  /// - Parameters:
  ///   - arguments: what is named on a command line.
  ///   - outputs: files that are written meanwhile: not taken where they are found in a directory.
  public init(_ arguments: [String], leavingOut outputs: Set<FileIdentity> = []) {
    self.outputs = outputs
    for argument in arguments { add(argument) }
  }

  private mutating func add(_ argument: String) {
    var isDirectory: ObjCBool = false
    if argument == "-" { return files.append(PostInput(path: argument)) }
    guard FileManager.default.fileExists(atPath: argument, isDirectory: &isDirectory) else {
      let matches = argument.contains { "*?[".contains($0) } ? Glob.paths(argument) : []
      // Opening what does not exist gives the system's own reason.
      if matches.isEmpty { files.append(PostInput(path: argument)) }
      return matches.forEach { add($0) }
    }
    if isDirectory.boolValue {
      addDirectory(argument)
    } else if ZipDirectory.isArchive(argument) {
      addArchive(argument)
    } else {
      files.append(PostInput(path: argument))
    }
  }

  private mutating func addDirectory(_ directory: String) {
    var skipped = SkippedFiles(place: directory)
    guard let names = FileManager.default.enumerator(atPath: directory) else {
      return problems.append(.unreadable(path: directory, reason: "the directory can't be read"))
    }
    let base = directory.hasSuffix("/") ? directory : directory + "/"
    for name in Self.sorted(names.compactMap { $0 as? String }) where !Self.isHidden(name) {
      var isDirectory: ObjCBool = false
      guard FileManager.default.fileExists(atPath: base + name, isDirectory: &isDirectory) else {
        noteLost(base + name)
        continue
      }
      if isDirectory.boolValue, !FileManager.default.isReadableFile(atPath: base + name) {
        problems.append(.unreadable(path: base + name, reason: "the directory can't be read"))
      }
      if isDirectory.boolValue || isOutput(base + name) { continue }
      if Self.kind(name) == "zip" {
        addArchive(base + name)
      } else if Self.readable.contains(Self.kind(name)) {
        files.append(PostInput(path: base + name, isFound: true))
      } else {
        skipped.counts[Self.kind(name), default: 0] += 1
      }
    }
    note(skipped)
  }

  /// A name that is no UTF-8 was repaired on its way here, and the repaired one leads nowhere. What was lost matters when
  /// it may hold posts or, without an extension, be a directory.
  private mutating func noteLost(_ path: String) {
    let kind = Self.kind(path)
    guard kind.isEmpty || kind == "zip" || Self.readable.contains(kind) else { return }
    let isBroken = path.unicodeScalars.contains("\u{FFFD}")
    let reason = isBroken ? "its name is not UTF-8; rename it" : "it can't be reached"
    problems.append(.unreadable(path: path, reason: reason))
  }

  private func isOutput(_ path: String) -> Bool {
    !outputs.isEmpty && FileIdentity(path: path).map(outputs.contains) == true
  }

  private mutating func addArchive(_ archive: String) {
    var skipped = SkippedFiles(place: archive)
    do throws(PostExportError) {
      let entries = try ZipDirectory.entries(of: archive)
      if entries.contains(where: { $0.name == "[Content_Types].xml" }) {
        throw .unsupported(path: archive, reason: "this is an office document", advice: "save it as CSV UTF-8")
      }
      let byName = Dictionary(grouping: entries, by: \.name)
      for entry in Self.sorted(Array(byName.keys)).flatMap({ byName[$0] ?? [] }) {
        if Self.readable.contains(Self.kind(entry.name)), !Self.isHidden(entry.name) {
          files.append(PostInput(entry, in: archive))
        } else {
          skipped.counts[Self.kind(entry.name), default: 0] += 1
        }
      }
    } catch {
      problems.append(error)
    }
    note(skipped)
  }

  private mutating func note(_ skipped: SkippedFiles) {
    if skipped.count > 0 { self.skipped.append(skipped) }
  }

  /// By bytes, so that the order is the same under every locale.
  private static func sorted(_ names: [String]) -> [String] {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  /// The extension in lower case, without that of a compression around it.
  static func kind(_ name: String) -> String {
    var parts = (name.split(separator: "/").last ?? "").split(separator: ".").dropFirst()
    if let last = parts.last?.lowercased(), last == "gz" || last == "zst", parts.count > 1 { parts.removeLast() }
    return parts.last?.lowercased() ?? ""
  }
}
