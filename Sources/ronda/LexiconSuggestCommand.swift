import ArgumentParser
import Foundation
import HarmClassifier
import LexiconFiles
import PostExports
import Scanning

extension LexiconCommand {
  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "suggest",
      abstract: "Suggest names and phrases that burst in flagged posts and are rare in clean ones.",
      discussion: """
        Review every line before it goes into a lexicon: common words of promoters may be common words of others too.

        Example:
          ronda lexicon suggest komentar-minggu-ini.ndjson --top 30
        """
    )

    @Argument(help: ArgumentHelp("Exports of posts; - is standard input.", valueName: "data"))
    var data: [String]

    @Option(help: "Field that holds the text (default: text).")
    var textField: String?

    @Option(help: "Flagged posts a suggestion must stand in.")
    var minimum = 5

    @Option(help: "Suggestions to show of each kind.")
    var top = 50

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var lexicon: LexiconOptions

    func validate() throws {
      guard minimum >= 1, top >= 1 else { throw ValidationError("--minimum and --top must be at least 1.") }
    }

    func run() throws {
      let files = try lexicon.load()
      var suggestions = Suggestions(classifier: files.classifier(), lexicon: files.source)
      let steps = StepBar()
      defer { steps.finish() }
      for path in data {
        do throws(PostExportError) { try read(path, into: &suggestions, steps) } catch {
          throw Failure(error.description)
        }
      }
      steps.finish()
      for candidate in suggestions.candidates(minimum: minimum, limit: top) {
        try StandardOutput.write(Array((json ? Self.json(candidate) : Self.text(candidate)).utf8) + [0x0A])
      }
    }

    private func read(_ path: String, into suggestions: inout Suggestions, _ steps: StepBar) throws(PostExportError) {
      let options = PostReader.Options(fields: PostFields(text: textField))
      var reader = try PostReader(path: path, options: options)
      var firstBad: BadRecord?
      while let batch = try reader.next() {
        for case .post(let post) in batch { suggestions.add(post.text) }
        firstBad = firstBad ?? batch.bad.first
        let progress = reader.progress
        steps.show(path, Double(progress.bytes) / Double(max(progress.totalBytes ?? progress.bytes, 1)))
      }
      if let firstBad {
        let counts = "\(reader.progress.bad) of \(reader.progress.records) records can't be read"
        StandardError.print("\("\(firstBad)".printable); \(counts)")
      }
    }

    private static func text(_ candidate: Suggestions.Candidate) -> String {
      let head = "\(candidate.kind.rawValue)\t\(candidate.text)\t\(candidate.flagged) flagged, \(candidate.clean) clean"
      return ([head] + candidate.examples.map { "    \($0)" }).joined(separator: "\n")
    }

    private struct Line: Encodable {
      var kind, text: String
      var flagged, clean: Int
      var surprise: Double
      var examples: [String]
    }

    private static func json(_ candidate: Suggestions.Candidate) -> String {
      let line = Line(
        kind: candidate.kind.rawValue,
        text: candidate.text,
        flagged: candidate.flagged,
        clean: candidate.clean,
        surprise: candidate.surprise,
        examples: candidate.examples
      )
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: (try? encoder.encode(line)) ?? Data(), as: UTF8.self)
    }
  }
}
