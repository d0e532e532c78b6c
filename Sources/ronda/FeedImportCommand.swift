import ArgumentParser
import Feeds
import Watch

extension FeedCommand {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Print the feeds of an OPML list as `sources` for the configuration.",
      discussion: """
        Entries that are no http or https addresses are named on standard error and left out. A folder called as a role,
        such as `government`, becomes the role of its feeds. What `feed export` wrote comes back with id, role, region and
        intervals.

        Example:
          ronda feed import langganan.opml >> ronda.yaml   # it has no `sources` yet
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
      var ids: Set<String> = []
      var urls: Set<String> = []
      var text = "sources:\n"
      for subscription in list.subscriptions {
        guard FetchOptions.isAddress(subscription.feedURL) else {
          StandardError.print("\(file): `\(subscription.feedURL)` is no http or https address, left out")
          continue
        }
        guard urls.insert(subscription.feedURL).inserted else { continue }
        text += Self.source(subscription, id: Self.id(of: subscription, taken: &ids))
      }
      guard !urls.isEmpty else { throw Failure("\(file): the list has no feed with an http or https address") }
      try StandardOutput.write(Array(text.utf8))
    }

    private static func source(_ subscription: SubscriptionList.Subscription, id: String) -> String {
      let role = subscription.folders.reversed().map { $0.lowercased() }.first(where: WatchedSource.roles.contains)
      let settings = subscription.settings
      let fields = [
        ("role", role), ("region", settings.region.map(quoted)), ("interval", settings.interval.map(quoted)),
        ("max_interval", settings.longestInterval.map(quoted)),
      ]
      let others = fields.map { key, value in value.map { ", \(key): \($0)" } ?? "" }.joined()
      return "  - {id: \(id), url: \(quoted(subscription.feedURL))\(others)}\n"
    }

    /// The source's own id, else a readable one of the feed's name; made unique by a number.
    private static func id(of subscription: SubscriptionList.Subscription, taken: inout Set<String>) -> String {
      let name = (subscription.title ?? subscription.feedURL).lowercased().unicodeScalars
      let words = name.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }.map { String($0) }
      let readable = words.isEmpty ? "feed" : "feed-" + words.joined(separator: "-").prefix(40)
      let stem = subscription.settings.id ?? readable
      var id = stem
      var number = 2
      while !taken.insert(id).inserted {
        id = "\(stem)-\(number)"
        number += 1
      }
      return subscription.settings.id == nil ? id : quoted(id)
    }

    /// A YAML double-quoted scalar.
    private static func quoted(_ text: String) -> String {
      let printable = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
      let plain = String(String.UnicodeScalarView(printable))
      return "\"" + plain.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Print a configuration's sources as an OPML list, in folders by role.",
      discussion: """
        The list is for feed readers, so it holds feeds. In the place of a JSON interface stands the service's feed with the
        same posts, where it has one (mastodon_tag, reddit). What has none, pages and sitemaps too, is named on standard
        error and left out. `feed import` makes the same sources of it again.

        Example:
          ronda feed export ronda.yaml > langganan.opml
        """
    )

    @Argument(help: "The configuration's file.")
    var config: String = "ronda.yaml"

    func run() throws {
      let configuration = try ConfigurationFile.load(config)
      let list = SubscriptionList(
        configuration.sources.compactMap { source in
          guard let url = Self.feedURL(of: source) else {
            StandardError.print("\(config): source `\(source.id)` has no feed, left out")
            return nil
          }
          return .init(
            title: source.id,
            feedURL: url,
            folders: source.role.isEmpty ? [] : [source.role],
            settings: Self.settings(of: source)
          )
        }
      )
      try StandardOutput.write(list.opmlBytes(title: "Ronda"))
    }

    private static func settings(of source: WatchedSource) -> SubscriptionList.Subscription.Settings {
      let isUsual = source.interval == WatchedSource.usualInterval
      return .init(
        id: source.id,
        region: source.region.isEmpty ? nil : source.region,
        interval: isUsual ? nil : DurationText.text(source.interval),
        longestInterval: source.longestInterval.map(DurationText.text)
      )
    }

    private static func feedURL(of source: WatchedSource) -> String? {
      switch source.kind {
      case .feed: source.url
      case .json(let interface): interface.feedURL
      case .page, .sitemap: nil
      }
    }
  }
}
