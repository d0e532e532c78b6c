import ArgumentParser
import Campaigns
import Foundation
import Storage

extension AlertsCommand {
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "An alert's posts, each with how its answer came: time, server, headers, redirects.",
      discussion: """
        With --json one object a post, as `/v1/posts` gives them.

        Examples:
          ronda alerts show 3f2a…
          ronda alerts show 3f2a… --json | jq '.origin'
        """
    )
    @OptionGroup var store: StoreOptions
    @Argument(help: "The alert's id, or enough of its beginning.") var alert: String
    @Option(help: "How many posts at most, the newest first.") var limit = 50
    @Flag(help: "Print one JSON object a post.") var json = false

    func run() async throws {
      let opened = try store.open()
      let alert = try await store.alert(in: opened, beginning: alert)
      let posts = try await opened.posts(PostFilter(alert: alert.id), limit: limit)
      if json { return try Self.printJSON(posts) }
      print(alert.id, alert.state, alert.campaign, "posts=\(alert.posts)", "since=\(alert.startsAt.iso)")
      for post in posts { Self.tell(post) }
    }

    private static func printJSON(_ posts: [StoredPost]) throws {
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for post in posts { print(String(decoding: try encoder.encode(post), as: UTF8.self)) }
    }

    private static func tell(_ post: StoredPost) {
      print("\n\(post.source) \(post.verdict) \(post.categories.joined(separator: ",")) seen=\(post.seen.iso)")
      if let excerpt = post.excerpt { print("  “\(excerpt.printable)”") }
      if let link = post.link { print("  link=\(link.printable)") }
      print("  version=\(post.version)")
      guard let origin = post.origin else { return }
      print(
        "  fetched=\(origin.fetched.iso) server=\(origin.address) http=\(origin.status) url=\(origin.url.printable)"
      )
      for hop in origin.redirects {
        print("  redirect=\(hop.status) \(hop.from.printable) -> \(hop.to.printable)")
      }
      for header in origin.headers { print("  \(header.name.printable): \(header.value.printable)") }
      print("  sha256=\(origin.digest)")
    }
  }
}
