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
        ronda scan ekspor.csv --text-field komentar --output summary
        ronda scan arsip.ndjson.zst --only harmful
        ronda scan takeout.zip ekspor/ 'arsip-*.csv' --output summary
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
  }

  func run() throws {
    let lexicon = try lexicon.load()
    let fields = PostFields(text: textField, id: idField, time: timeField)
    let options = ScanOptions(
      inputs: files,
      reading: PostReader.Options(format: format, fields: fields),
      output: output,
      mildest: only.mildest,
      jobs: jobs
    )
    let scan = Scan(options, classifier: lexicon.classifier(), versions: lexicon.versions)
    let bar = ProgressBar(language: language.language)
    do {
      let result = try scan.run(
        Scan.Sink(write: StandardOutput.write, problem: bar.printAbove, progress: bar.show)
      )
      bar.finish()
      try report(result, SummaryReport(result.tally, categories: lexicon.categories, language: language.language))
    } catch is StandardOutput.Closed {
      bar.finish()
    }
  }

  private func report(_ result: Scan.Result, _ summary: SummaryReport) throws {
    if output == .summary { try StandardOutput.write(Array(summary.text.utf8)) }
    if result.failedInputs > 0 || (strict && result.tally.unreadable > 0) { throw ExitCodes.usage }
    if let failOn, Verdict.Decision.allCases.contains(where: { $0 >= failOn && result.tally[$0] > 0 }) {
      throw ExitCodes.found
    }
  }
}

extension PostFormat: ExpressibleByArgument {}
extension ScanOptions.Output: ExpressibleByArgument {}
extension Verdict.Decision: ExpressibleByArgument {}
