import ArgumentParser
import Feeds
import Foundation
import Scanning

struct FeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed",
    abstract: "Read, find, import and export feeds; see how well they are seen.",
    subcommands: [Parse.self, Fetch.self, Discover.self, OPML.self, Import.self, Export.self, Health.self]
  )

  struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "parse",
      abstract: "Print a feed's entries as JSON.",
      discussion: """
        Examples:
          ronda feed parse feed.xml --base https://desa.example/feed
          curl -s https://desa.example/feed | ronda feed parse -
        """
    )

    @Argument(help: "The feed's file; - is standard input.")
    var file: String

    @Option(help: "Content type the feed came with, for its charset.")
    var contentType: String?

    @Option(help: ArgumentHelp("Address the feed came from, for relative links.", valueName: "url"))
    var base: String?

    func run() throws {
      let bytes = try InputFile.read(file)
      let feed: Feed
      do throws(FeedError) {
        feed = try FeedParser.parse(bytes, contentType: contentType, baseURL: base)
      } catch {
        throw Failure("\(file): \(error)")
      }
      try StandardOutput.write(feed.jsonBytes() + "\n".utf8)
    }
  }
}

/// A whole file or standard input.
enum InputFile {
  static func read(_ path: String) throws -> [UInt8] {
    do {
      if path == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw Failure("\(path): cannot be read: \(error.systemReason); check the path and its permissions")
    }
  }
}
