import ArgumentParser
import Dashboard
import Foundation
import LexiconFiles
import Logging
import Notifications
import Storage
import Transfers
import Watch

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Poll feeds, judge what they bring, and raise alerts, until stopped.",
    discussion: """
      Stop it with Ctrl-C or SIGTERM; it finishes what is under way. SIGHUP reloads configuration and lexicon. It may be killed at any time: no alert is lost or
      repeated. `ronda config check FILE` reports every problem of a configuration without starting.

      Example:
        ronda watch --config ronda.yaml
        ronda watch --config ronda.yaml --log-format json
        ronda watch --config ronda.yaml --replay 2026-11-01..2026-11-08
      """
  )

  @Option(help: ArgumentHelp("The configuration's file.", valueName: "file"))
  var config: String

  @Option(help: "Least severity that is logged: debug, info, notice, warning, error.")
  var logLevel: Logger.Level = .info

  @Option(help: "How the log is written: text or json, one object a line.")
  var logFormat: LogFormat = .text

  @Option(
    help: ArgumentHelp("Try the campaigns on stored verdicts of a time, send nothing, and end.", valueName: "from..to")
  )
  var replay: String?

  func run() async throws {
    let configuration = try ConfigurationFile.load(config)
    if let replay {
      guard let replay = Replay(replay) else {
        throw Failure("`\(replay)` is no period; write 2026-11-01..2026-11-08 or times such as 2026-11-01T08:00:00Z")
      }
      var options = StoreOptions()
      options.config = config
      return try await replay.run(options.open(), configuration.campaigns)
    }
    var logger = Logger(label: "ronda") { label in
      switch logFormat {
      case .text: StreamLogHandler.standardError(label: label)
      case .json: JSONLogHandler(label: label)
      }
    }
    logger.logLevel = logLevel
    do {
      let path = config
      let watch = try Watch(configuration, reload: { try ConfigurationFile.read(path) }, logger: logger)
      try await watch.run()
    } catch let error as SecretError {
      throw Failure("\(error)", code: ExitCodes.configuration)
    } catch let error as StorageError {
      throw Failure("\(error)")
    } catch let error as WebServer.Failure {
      throw Failure("\(error)")
    } catch let error as TransferError {
      throw Failure("\(error.message)", code: ExitCodes.configuration)
    }
  }
}

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check configurations.",
    subcommands: [Check.self]
  )

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Report every problem of a configuration as file:line:column; exits with 78 when there is one.",
      discussion: """
        Example:
          ronda config check ronda.yaml
        """
    )

    @Argument(help: "The configuration's file.")
    var file: String = "ronda.yaml"

    func run() throws {
      let configuration = try ConfigurationFile.load(file)
      // No problem of the configuration: they may be there for the daemon's own user only.
      for secret in configuration.secretFiles where !FileManager.default.isReadableFile(atPath: secret) {
        StandardError.print("\(file): this user can't read \(secret), which `ronda watch` needs")
      }
      print(
        "\(file): sources=\(configuration.sources.count) campaigns=\(configuration.campaigns.count) receivers=\(configuration.receivers.count); no problems"
      )
    }
  }
}

/// A daemon's configuration from disk.
enum ConfigurationFile {
  /// Reads the configuration; a problem ends the program.
  static func load(_ path: String) throws -> WatchConfiguration {
    do throws(ConfigurationError) {
      return try read(path)
    } catch {
      throw Failure(problems: error.description, code: ExitCodes.configuration)
    }
  }

  static func read(_ path: String) throws(ConfigurationError) -> WatchConfiguration {
    try WatchConfiguration(path: path) { named in
      var options = LexiconOptions()
      options.lexicons = named
      options.overrides = []
      return options.directory
    }
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
