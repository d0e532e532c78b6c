import ArgumentParser
import Feeds
import Foundation

extension FeedCommand {
  struct OPML: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "opml",
      abstract: "Print the feeds of an OPML list as JSON.",
      discussion: """
        Example:
          ronda feed opml langganan.opml
        """
    )

    @Argument(help: "The list's file; - is standard input.")
    var file: String

    func run() throws {
      let bytes = try InputFile.read(file)
      let list: SubscriptionList
      do throws(FeedError) {
        list = try SubscriptionList.parse(bytes)
      } catch {
        throw Failure("\(file): \(error)")
      }
      try StandardOutput.write(list.jsonBytes() + "\n".utf8)
    }
  }
}
