import ArgumentParser
import Feeds

extension FeedCommand {
  struct Discover: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "discover",
      abstract: "Print the feeds that a page offers as JSON.",
      discussion: """
        Examples:
          ronda feed discover https://desa.example/
          ronda feed discover halaman.html --base https://desa.example/
        """
    )

    @Argument(help: "The page's address or file; - is standard input.")
    var page: String

    @Option(help: ArgumentHelp("Address the page came from, for relative links.", valueName: "url"))
    var base: String?

    @OptionGroup var fetching: FetchOptions

    func run() async throws {
      let output: [UInt8]
      do {
        output = try await feeds()
      } catch let error as FeedError {
        throw Failure("\(page): \(error)")
      }
      try StandardOutput.write(output + "\n".utf8)
    }

    private func feeds() async throws -> [UInt8] {
      guard FetchOptions.isAddress(page) else {
        return try Page.parse(try InputFile.read(page), baseURL: base).feedsJSONBytes()
      }
      let response = try await fetching.fetch(page)
      let type = response.headers["Content-Type"]
      let isFeed = (try? FeedParser.parse(response.body, contentType: type, baseURL: response.finalURL)) != nil
      var found = try Page.parse(response.body, contentType: type, baseURL: response.finalURL)
      if isFeed { found.feeds = [response.finalURL] }
      return found.feedsJSONBytes()
    }
  }
}
