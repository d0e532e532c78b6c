import ArgumentParser
import Foundation
import HarmClassifier
import IndicatorExports
import LexiconFiles
import PostExports
import Storage
import Watch

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Give the indicators of harmful posts to block lists and sharing platforms.",
    discussion: """
      Reads the verdicts of `ronda scan`, or the store of `ronda watch` with --config. Hosts that many share (t.me, wa.me, bit.ly, …), trusted hosts (*.go.id, …), public suffixes and what an allow-list names never get into hosts, rpz, misp or stix; csv shows them with the reason. Numbers are masked.

      Examples:
        ronda scan komentar.ndjson | ronda export rpz > ronda.rpz
        ronda export hosts putusan.ndjson --allow warninglist.json --min-posts 3
        ronda export stix --config ronda.yaml --since 7d --to pekan-ini.json
      """
  )

  @Argument(help: "What to write: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: ExportFormat

  @Argument(help: ArgumentHelp("Verdicts of `ronda scan`, one a line; - is standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("Take the indicators from the store of this watch's configuration.", valueName: "file"))
  var config: String?

  @Option(help: "From the store, only what was seen in this period, such as 7d.")
  var since = "30d"

  @Option(help: "Posts judged so or worse count: review, harmful.")
  var only: Verdict.Decision = .harmful

  @Option(help: "Posts an indicator must stand in.")
  var minPosts = 1

  @Option(help: ArgumentHelp("A MISP warning list of what must never be exported; may be repeated.", valueName: "file"))
  var allow: [String] = []

  @Option(help: ArgumentHelp("More hosts that many share, one a line; may be repeated.", valueName: "file"))
  var sharedHosts: [String] = []

  @Option(help: ArgumentHelp("More trusted hosts, one a line; may be repeated.", valueName: "file"))
  var trustedHosts: [String] = []

  @Option(help: "The moment the export stands for, such as 2026-11-27T08:00:00Z (default: now).")
  var asOf: String?

  @Option(help: "Name of the response policy zone.")
  var zone = "rpz.ronda"

  @Option(help: ArgumentHelp("File to write to instead of standard output.", valueName: "file"))
  var to: String?

  @OptionGroup var lexicon: LexiconOptions

  func validate() throws {
    guard minPosts >= 1 else { throw ValidationError("--min-posts must be at least 1.") }
    guard config == nil || files.isEmpty else { throw ValidationError("Name files or --config, not both.") }
    guard HostName(zone) != nil else { throw ValidationError("--zone must be a name such as rpz.ronda.") }
  }

  func run() async throws {
    var collection = IndicatorCollection(guards: try guards())
    if let config {
      try await addStored(config, to: &collection)
    } else {
      try addVerdicts(to: &collection)
    }
    let records = collection.records(least: minPosts)
    try write(format.text(records, ExportContext(asOf: try moment(), zone: zone)))
    tellHeldBack(records)
  }

  private func guards() throws -> ExportGuards {
    var guards = ExportGuards()
    let directories = [lexicon.directory] + lexicon.overrides
    func files(_ name: String) -> [String] {
      directories.map { $0 + "/" + name }.filter { FileManager.default.fileExists(atPath: $0) }
    }
    do {
      for path in files("shared-hosts.txt") + sharedHosts { try guards.shared.read(path) }
      for path in files("trusted-hosts.txt") + trustedHosts { try guards.trusted.read(path) }
      guards.allowed = try allow.map { try AllowList(path: $0) }
    } catch let problem as HostList.Problem {
      throw Failure(problem.description)
    } catch let problem as AllowList.Problem {
      throw Failure(problem.description)
    }
    return guards
  }

  private func addVerdicts(to collection: inout IndicatorCollection) throws {
    let reader = VerdictLines(mildest: only)
    var bad = 0
    for path in files.isEmpty ? ["-"] : files {
      do throws(PostExportError) {
        bad += try reader.read(path, into: &collection, problem: StandardError.print)
      } catch {
        throw Failure(error.description)
      }
    }
    if bad > 0 { throw Failure("\(bad) lines are no verdicts; nothing is exported") }
  }

  private func addStored(_ config: String, to collection: inout IndicatorCollection) async throws {
    guard let seconds = DurationText.seconds(since) else {
      throw Failure("`\(since)` is no duration; write 7d or 12h")
    }
    var options = StoreOptions()
    options.config = config
    let store = try options.open()
    let start = try moment() - seconds
    do throws(StorageError) {
      for found in try await store.indicators(since: start, mildest: only) {
        collection.add(
          kind: found.kind,
          value: found.value,
          posts: found.posts,
          score: found.score,
          categories: found.categories,
          seen: found.seen
        )
      }
    } catch {
      throw Failure("\(error)")
    }
  }

  private func moment() throws -> Date {
    guard let asOf else { return Date() }
    let full = asOf.contains("T") ? asOf : asOf + "T00:00:00Z"
    guard let date = try? Date(full, strategy: .iso8601) else {
      throw Failure("`\(asOf)` is no time; write 2026-11-27 or 2026-11-27T08:00:00Z")
    }
    return date
  }

  private func write(_ text: String) throws {
    guard let to else { return try StandardOutput.write(Array(text.utf8)) }
    try OutputFile.write(text.utf8, to: to)
  }

  /// On standard error, so that nobody wonders where an indicator went.
  private func tellHeldBack(_ records: [IndicatorRecord]) {
    let counts = IndicatorRecord.Reason.allCases.compactMap { reason -> String? in
      let count = records.count { $0.heldBack == reason }
      return count == 0 ? nil : "\(count) \(reason.rawValue)"
    }
    guard !counts.isEmpty, format != .csv else { return }
    StandardError.print("held back: " + counts.joined(separator: ", ") + " (`ronda export csv` lists them)")
  }
}

extension ExportFormat: ExpressibleByArgument {}
