import ArgumentParser
import HarmClassifier
import LexiconFiles

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check, test, compare and extend lexicon files.",
    subcommands: [Check.self, Test.self, Diff.self, Suggest.self]
  )

  /// The lexicon's directory as a plain argument.
  struct DirectoryArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The lexicon's directory (default: the installed one).", valueName: "dir"))
    var directory: String?

    @Option(help: ArgumentHelp("Directory whose files win over the lexicon's; may be repeated.", valueName: "dir"))
    var overrides: [String] = []

    func load() throws -> LexiconFiles {
      var options = LexiconOptions()
      options.lexicons = directory
      options.overrides = overrides
      return try options.read()
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Report every problem in a lexicon as file:line:column.",
      discussion: """
        Example:
          ronda lexicon check lexicons --overrides istilah-daerah
        """
    )
    @OptionGroup var lexicon: DirectoryArgument

    func run() throws {
      let files = try lexicon.load()
      let terms = files.source.categories.reduce(0) { $0 + $1.terms.count }
      let names = files.source.categories.reduce(0) { $0 + $1.siteNames.count }
      let examples = files.categories.reduce(0) { $0 + $1.examples.count }
      print(
        "lexicon \(files.source.version): \(files.categories.count) categories, \(terms) terms, \(names) site names, \(examples) examples; no problems"
      )
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Run the examples of every category; exits with 1 when one is not as expected.",
      discussion: """
        Example:
          ronda lexicon test lexicons
        """
    )
    @OptionGroup var lexicon: DirectoryArgument

    func run() throws {
      let files = try lexicon.load()
      let results = files.runExamples(files.classifier())
      for result in results {
        guard let failure = result.failure else { continue }
        let place = "\(result.example.file):\(result.example.location.line):\(result.example.location.column)"
        print("\(place): \(failure): \(result.example.text)")
      }
      let failed = results.count { $0.failure != nil }
      print("\(results.count - failed) passed, \(failed) failed")
      if failed > 0 { throw ExitCodes.found }
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Show which terms two lexicons have, lack or weigh otherwise; exits with 1 when they differ.",
      discussion: """
        Example:
          ronda lexicon diff lexicons-lama lexicons
        """
    )
    @Argument(help: "The old lexicon's directory.") var old: String
    @Argument(help: "The new lexicon's directory.") var new: String

    func run() throws {
      func load(_ directory: String) throws -> LexiconFiles {
        var options = LexiconOptions()
        options.lexicons = directory
        options.overrides = []
        return try options.read()
      }
      let changes = LexiconDiff(from: try load(old), to: try load(new)).lines
      for line in changes { print(line) }
      if !changes.isEmpty { throw ExitCodes.found }
    }
  }
}
