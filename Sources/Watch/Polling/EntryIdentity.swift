import Feeds
struct EntryIdentity {
  var text: String
  static func identities(of feed: Feed) -> [EntryIdentity] {
    feed.entries.map { EntryIdentity(text: $0.id ?? $0.link ?? ($0.title ?? "")) }
  }
}
