import ArgumentParser
import Foundation
import HarmClassifier
import LexiconFiles
import Localization

/// Read once: each reading makes a dictionary anew.
private let environment = ProcessInfo.processInfo.environment

/// Where the lexicon is, for every command that needs one.
struct LexiconOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Directory of the lexicon.", valueName: "dir"))
  var lexicons: String?

  @Option(help: ArgumentHelp("Directory whose files win over the lexicon's; may be repeated.", valueName: "dir"))
  var overrides: [String] = []

  /// Reads the lexicon, or what is kept of it from the last time.
  func load() throws -> LexiconFiles {
    guard let cache = LexiconCache(environment: environment) else { return try read() }
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
      environment: environment,
      program: "/proc/self/exe"
    )
  }
}

/// The language of what the command prints.
struct LanguageOptions: ParsableArguments {
  @Option(help: "Language of the output: id or en (default: from the environment, else id).")
  var lang: Language?

  var language: Language { lang ?? Language(environment: environment) }
}

extension Language: ExpressibleByArgument {}
