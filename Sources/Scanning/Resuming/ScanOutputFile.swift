import Foundation

/// A file that a scan writes to and can go on with later.
///
/// Beside `FILE` lies `FILE.progress` while the scan is under way: up to which record of which input everything is
/// written, and how long `FILE` was then. Going on, the file is cut to that length and the reading starts after that
/// record, so every record is in the file exactly once, whatever ended the program. The file is synced to the disk before
/// the note that speaks of it, and the note replaces the older one in one step.
public final class ScanOutputFile {
  /// Why there is nothing to write to or to go on with.
  public struct Problem: Error, Sendable, CustomStringConvertible {
    /// What is wrong and what to do about it.
    public let description: String
  }

  private struct Note: Codable {
    var settings: [String: String]
    var position: ScanPosition
    var length: UInt64
  }

  /// Where the scan has to begin.
  public private(set) var start = ScanPosition()
  private let path: String
  private let settings: [String: String]
  private let file: FileHandle
  private var length: UInt64 = 0
  private var lastSaved = ContinuousClock.now
  private var latest = ScanPosition()

  /// The least time between two notes.
  private static let interval = Duration.milliseconds(500)

  /// Where the note of the file at `path` lies.
  ///
  /// - Parameter path: the file that is written to.
  public static func notePath(_ path: String) -> String { path + ".progress" }

  /// Opens the file at `path` for a scan with `settings`, which must be the same when it goes on.
  ///
  /// A note of an earlier scan must be there to go on with, unless there is no file either.
  public init(path: String, settings: [String: String], resuming: Bool) throws(Problem) {
    (self.path, self.settings) = (path, settings)
    let note = try Self.note(beside: path)
    let exists = FileManager.default.fileExists(atPath: path)
    switch (resuming, note) {
    case (false, .some):
      throw Problem(
        description: "\(path): an earlier scan was stopped; go on with --resume, or remove \(path).progress"
      )
    case (true, nil) where exists:
      throw Problem(description: "\(path): nothing to resume, the scan has come to its end; remove it to scan again")
    case (true, .some(let note)):
      if let other = note.settings.keys.sorted().first(where: { note.settings[$0] != settings[$0] }) {
        let was = note.settings[other] ?? ""
        throw Problem(
          description: "\(path): the stopped scan had another \(other): \(was); use the same, or start anew"
        )
      }
      start = note.position
      length = note.length
    default: break
    }
    file = try Self.open(path, keeping: length)
    latest = start
    try save()
  }

  /// Appends whole lines.
  public func write(_ bytes: [UInt8]) throws(Problem) {
    do {
      try file.write(contentsOf: bytes)
    } catch {
      throw Problem(description: "\(path): cannot be written: \(error.systemReason)")
    }
    length += UInt64(bytes.count)
  }

  /// Notes, now and then, that everything up to `position` is written.
  public func reached(_ position: ScanPosition) throws(Problem) {
    latest = position
    if lastSaved.duration(to: .now) >= Self.interval { try save() }
  }

  /// Closes the file. With the note when the scan was stopped, without when it is done.
  public func close(wasStopped: Bool) throws(Problem) {
    if wasStopped { try save() } else { try? FileManager.default.removeItem(atPath: Self.notePath(path)) }
    try? file.close()
  }

  private func save() throws(Problem) {
    do {
      try file.synchronize()
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      let note = try encoder.encode(Note(settings: settings, position: latest, length: length))
      try note.write(to: URL(fileURLWithPath: Self.notePath(path)), options: .atomic)
    } catch {
      throw Problem(description: "\(path).progress: cannot be written: \(error.systemReason)")
    }
    lastSaved = .now
  }

  private static func note(beside path: String) throws(Problem) -> Note? {
    guard let data = FileManager.default.contents(atPath: notePath(path)) else { return nil }
    guard let note = try? JSONDecoder().decode(Note.self, from: data) else {
      throw Problem(description: "\(path).progress: damaged; remove it and \(path) to scan anew")
    }
    return note
  }

  private static func open(_ path: String, keeping length: UInt64) throws(Problem) -> FileHandle {
    do {
      if length == 0 { try Data().write(to: URL(fileURLWithPath: path)) }
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      guard try file.seekToEnd() >= length else {
        throw Problem(description: "\(path): shorter than when the scan was stopped; remove it and its .progress")
      }
      try file.truncate(atOffset: length)
      try file.seek(toOffset: length)
      return file
    } catch let problem as Problem {
      throw problem
    } catch {
      throw Problem(description: "\(path): cannot be opened for writing: \(error.systemReason)")
    }
  }
}
