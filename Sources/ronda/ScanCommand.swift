import ArgumentParser
import Foundation
import HarmClassifier
import Localization
import PostExports
import Scanning

struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Judge every post of an export.",
    discussion: """
      Writes one verdict a post, in the order of the input.

      Reads, told apart by content:
        one post a line; CSV and TSV with a header row; NDJSON; JSON arrays
        Telegram result.json, WhatsApp chats, Facebook, Instagram, TikTok,
        X tweets.js, Mastodon outbox.json, Reddit dumps
        YouTube Takeout comments and live chats (CSV, HTML), yt-dlp live chats
        WordPress exports (WXR), mailboxes (mbox), mail messages (eml)
        all of them as .gz or .zst, in a .zip, in a directory

      Examples:
        ronda scan komentar.ndjson > putusan.ndjson
        ronda scan ekspor.csv --text-field komentar --output html --to laporan.html
        ronda scan arsip.ndjson.zst --only harmful
        ronda scan takeout.zip ekspor/ 'arsip-*.csv' --output summary
        ronda scan besar.ndjson.zst --to putusan.ndjson
        ronda scan besar.ndjson.zst --to putusan.ndjson --resume   # it was stopped
        ronda scan besar.ndjson.zst --sample 10000 --output summary

      The first Ctrl-C (or SIGTERM) ends the scan after the records in hand, with whole lines and the counts so far; exit code 130 (143). The second ends it at once.
      """
  )

  @Argument(help: ArgumentHelp("Files, directories, .zip archives, patterns; - is standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Option(help: "Layout of the input: \(PostFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: PostFormat = .auto

  @Option(help: "Field that holds the text (default: text).")
  var textField: String?

  @Option(help: "Field that holds the id (default: id, else the record's number).")
  var idField: String?

  @Option(help: "Field that holds the time.")
  var timeField: String?

  @Option(help: "What to write: \(ScanOptions.Output.allCases.map(\.rawValue).joined(separator: ", ")).")
  var output: ScanOptions.Output = .ndjson

  @Option(help: ArgumentHelp("File to write to instead of standard output.", valueName: "file"))
  var to: String?

  @Flag(help: "Go on with the stopped scan that wrote to the file of --to.")
  var resume = false

  @Option(help: ArgumentHelp("Judge only so many posts, drawn at random from all.", valueName: "posts"))
  var sample: Int?

  @Option(help: "The same seed draws the same sample.")
  var seed: UInt64 = 0

  @Option(help: "Workers (default: one a core).")
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Write only posts judged so or worse: all, review, harmful.")
  var only: Only = .all

  @Option(help: "Exit with 1 when a post was judged so or worse: review, harmful.")
  var failOn: Verdict.Decision?

  @Flag(help: "Exit with 2 when a record could not be read.")
  var strict = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var language: LanguageOptions

  enum Only: String, ExpressibleByArgument, CaseIterable {
    case all, review, harmful

    var mildest: Verdict.Decision {
      switch self {
      case .all: .clean
      case .review: .review
      case .harmful: .harmful
      }
    }
  }

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be at least 1.") }
    guard failOn != .clean else { throw ValidationError("--fail-on takes review or harmful.") }
    guard sample ?? 1 >= 1 else { throw ValidationError("--sample must be at least 1.") }
    guard !resume || to != nil else { throw ValidationError("--resume needs the file: --to FILE.") }
    guard !resume || (sample == nil && !output.isReport) else {
      throw ValidationError("--resume goes with --output ndjson, csv or flat, and without --sample.")
    }
  }

  func run() throws {
    try ScanSession(self, lexicon: lexicon.load()).run()
  }

  var options: ScanOptions {
    ScanOptions(
      inputs: files,
      reading: PostReader.Options(
        format: format,
        fields: PostFields(text: textField, id: idField, time: timeField)
      ),
      output: output,
      mildest: only.mildest,
      jobs: jobs,
      sample: sample.map { ScanOptions.SampleSize(posts: $0, seed: seed) }
    )
  }
}

extension PostFormat: ExpressibleByArgument {}
extension ScanOptions.Output: ExpressibleByArgument {}
extension Verdict.Decision: ExpressibleByArgument {}
