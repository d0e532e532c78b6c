/// What makes an entry the same entry at the next poll: its id, else its link, else what it says.
///
/// Ids are compared without scheme and host, links without the parameters that only count clicks, since both change
/// while the entry stays. Where several entries of one feed share an id (some publishers give all the same), each falls
/// back to its link and then to its words.
public struct EntryIdentity: Sendable, Hashable {
  /// The identity: `id:…`, `link:…` or `text:…`.
  public let text: String

  /// The identities of all entries of a feed, in their order.
  public static func identities(of feed: Feed) -> [EntryIdentity] {
    let ids = counts(feed.entries.compactMap(id))
    let links = counts(feed.entries.compactMap(link))
    return feed.entries.map { entry in
      if let id = id(entry), ids[id] == 1 { return EntryIdentity(text: "id:" + id) }
      if let link = link(entry), links[link] == 1 { return EntryIdentity(text: "link:" + link) }
      return EntryIdentity(text: "text:" + String(hash(of: entry), radix: 16))
    }
  }

  private static func counts(_ values: [String]) -> [String: Int] {
    values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  private static func id(_ entry: Feed.Entry) -> String? {
    entry.id.flatMap { $0.isEmpty ? nil : withoutOrigin($0) }
  }

  /// `https://a.example/p?id=1` without scheme and host; other ids as they are.
  private static func withoutOrigin(_ id: String) -> String {
    guard let scheme = ["https://", "http://"].first(where: id.hasPrefix) else { return id }
    let rest = id.dropFirst(scheme.count)
    guard let slash = rest.firstIndex(of: "/"), rest.index(after: slash) < rest.endIndex else { return id }
    return String(rest[slash...])
  }

  /// Parameters that count clicks and change nothing: those of analytics and of social networks.
  private static let trackers = ["utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid=", "yclid=", "_ga="]

  private static func link(_ entry: Feed.Entry) -> String? {
    guard let link = entry.link, !link.isEmpty else { return nil }
    guard let question = link.firstIndex(of: "?") else { return link }
    let query = link[link.index(after: question)...]
    let fragment = query.firstIndex(of: "#").map { query[$0...] } ?? ""
    let kept = query.dropLast(fragment.count).split(separator: "&").filter { parameter in
      !trackers.contains { parameter.hasPrefix($0) }
    }
    return link[..<question] + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
  }

  /// FNV-1a over title, text and time.
  private static func hash(of entry: Feed.Entry) -> UInt64 {
    let parts = [entry.title, entry.contentText ?? entry.summaryText, entry.published?.rfc3339]
    return parts.compactMap { $0 }.joined(separator: "\u{1F}").utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
}
