import ArgumentParser
import Feeds
import Transfers
import Watch

extension FeedCommand {
  struct Fetch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "fetch",
      abstract: "Fetch a feed or a source once, as the watch would, and print its entries as JSON.",
      discussion: """
        What is fetched is an address, a source of the configuration by its id (feed, page, sitemap or JSON interface, with
        its pages and its key), or a JSON interface by its preset. Private and loopback addresses are refused unless
        allowed. A failure names its reason and exits with 2; what was seen before it is printed.

        Examples:
          ronda feed fetch https://desa.example/feed
          ronda feed fetch http://127.0.0.1:8080/feed --allow-private 127.0.0.1/32
          ronda feed fetch tagar-judol --config ronda.yaml
          ronda feed fetch --preset mastodon_tag --with tag=judol
          ronda feed fetch --preset youtube_comments --with video=dQw4w9WgXcQ \\
            --key-file youtube.key
        """
    )

    @Argument(help: "The feed's address, or the id of a source in the configuration.")
    var source: String?

    @Option(help: ArgumentHelp("The configuration that names the source.", valueName: "file"))
    var config = "ronda.yaml"

    @Option(help: "A JSON interface's preset, as in the configuration.")
    var preset: String?

    @Option(help: ArgumentHelp("What the preset asks for; may be repeated.", valueName: "name=value"))
    var with: [String] = []

    @Option(help: ArgumentHelp("Where the preset's interface lives, if not at its usual place.", valueName: "url"))
    var api: String?

    @Option(help: ArgumentHelp("The file with the interface's key.", valueName: "file"))
    var keyFile: String?

    @OptionGroup var fetching: FetchOptions

    func validate() throws {
      if (source == nil) == (preset == nil) {
        throw ValidationError("Name either an address or source, or a --preset.")
      }
      if preset == nil, !with.isEmpty || api != nil || keyFile != nil {
        throw ValidationError("--with, --api and --key-file belong to a --preset.")
      }
    }

    func run() async throws {
      let (source, network) = try found()
      let look: SourceLook
      do {
        look = try await source.look(network: network)
      } catch {
        throw Failure("\(error)")
      }
      if look.problem == nil || !look.feed.entries.isEmpty {
        try StandardOutput.write(look.feed.jsonBytes() + "\n".utf8)
      }
      if let problem = look.problem { throw Failure(problem.hasPrefix("http") ? problem : "\(source.id): \(problem)") }
    }

    private func found() throws -> (WatchedSource, TransferConfiguration) {
      if let preset { return (try source(preset: preset), try fetching.network()) }
      let name = source ?? ""
      if FetchOptions.isAddress(name) {
        return (WatchedSource(id: name, url: name, role: "", region: "", interval: 0), try fetching.network())
      }
      guard !name.contains("://") else {
        throw Failure("\(name): only http and https addresses are fetched; a file is read by `ronda feed parse`")
      }
      let configuration = try ConfigurationFile.load(config)
      guard let source = configuration.sources.first(where: { $0.id == name }) else {
        throw Failure("\(config): no source `\(name)`; `ronda feed health --config \(config)` lists them")
      }
      var network = configuration.transfers
      network.allowedPrivateNetworks += try fetching.network().allowedPrivateNetworks
      return (source, network)
    }

    private func source(preset: String) throws -> WatchedSource {
      let pairs = try with.map { text -> (String, String) in
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { throw Failure("--with: `\(text)` is not like tag=judol") }
        return (String(parts[0]), String(parts[1]))
      }
      let values = Dictionary(pairs) { $1 }
      do throws(PresetProblem) {
        return try WatchedSource(preset: preset, values: values, api: api, keyFile: keyFile)
      } catch {
        throw Failure("\(error)")
      }
    }
  }
}
