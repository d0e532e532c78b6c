import ArgumentParser
import Foundation
import HarmClassifier
import LexiconFiles
import Localization

/// Where the lexicon is, for every command that needs one.
struct LexiconOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Directory of the lexicon.", valueName: "dir"))
  var lexicons: String?

  @Option(help: ArgumentHelp("Directory whose files win over the lexicon's; may be repeated.", valueName: "dir"))
  var overrides: [String] = []

  /// Reads the lexicon, or what is kept of it from the last time.
  func load() throws -> LexiconFiles {
    guard let cache = LexiconCache(environment: ProcessInfo.processInfo.environment) else { return try read() }
    do throws(LexiconError) {
      return try cache.load(directory: directory, overrides: overrides)
    } catch {
      throw Failure(problems: error.description)
    }
  }

  /// Reads the lexicon's files, whatever is kept.
  func read() throws -> LexiconFiles {
    do throws(LexiconError) {
      return try LexiconFiles(directory: directory, overrides: overrides)
    } catch {
      throw Failure(problems: error.description)
    }
  }

  var directory: String {
    LexiconDirectory.find(
      named: lexicons,
      environment: ProcessInfo.processInfo.environment,
      program: Bundle.main.executablePath
    )
  }
}

/// The language of what the command prints.
struct LanguageOptions: ParsableArguments {
  @Option(help: "Language of the output: id or en (default: from the environment, else id).")
  var lang: Language?

  var language: Language { lang ?? Language(environment: ProcessInfo.processInfo.environment) }
}

extension Language: ExpressibleByArgument {}
