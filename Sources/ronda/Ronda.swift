import ArgumentParser
import Foundation
import LexiconFiles

/// The command line. Usage and input errors exit with 2, as the commands' contract says, where ArgumentParser has 64.
@main
struct Ronda: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ronda",
    abstract: "Keeps watch over text: flags online gambling and similar harms, and turns what it sees into alerts.",
    discussion: """
      Examples:
        ronda explain "sl0t g4c0r, link di bio"
        ronda scan komentar.csv --text-field komentar --output summary
        ronda watch --config ronda.yaml
      """,
    subcommands: [
      ScanCommand.self, ExplainCommand.self, WatchCommand.self, FeedCommand.self, LexiconCommand.self,
      ModelCommand.self,
      ConfigCommand.self, AlertsCommand.self, ReportCommand.self, ExportCommand.self, BackupCommand.self,
      PrivacyCommand.self,
    ]
  )

  static let version = "0.1.0"

  @Flag(help: "Print the versions of program, lexicon and model.")
  var version = false

  @OptionGroup var lexicon: LexiconOptions

  func run() async throws {
    guard version else { throw CleanExit.helpRequest() }
    print("ronda \(Self.version)")
    let lexicon = try lexicon.load()
    print("lexicon \(lexicon.source.version)")
    if let model = lexicon.model { print("model \(model.version)") }
  }

  static func main() async {
    StandardStreams.fillClosed()
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parse()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try StandardOutput.flush()
    } catch is StandardOutput.Closed {
      Foundation.exit(0)
    } catch let failure as Failure {
      StandardError.print(failure.message)
      Foundation.exit(failure.code.rawValue)
    } catch {
      exit(reporting: error)
    }
  }

  /// The command that the arguments ask for.
  ///
  /// A command that is named first is parsed by itself: the root would look at all others first. Help, and what is wrong
  /// with the arguments, is said by the root, which knows the command's whole name.
  private static func parse() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let name = arguments.first, !arguments.contains(where: ["-h", "--help", "help"].contains),
      let named = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let command = try? named.parseAsRoot(Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot()
  }

  private static func exit(reporting error: any Error) -> Never {
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    guard exitCode(for: error) != .success else { exit(withError: error) }
    StandardError.print(fullMessage(for: error))
    Foundation.exit(ExitCodes.usage.rawValue)
  }
}
