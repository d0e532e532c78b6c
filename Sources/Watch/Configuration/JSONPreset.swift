import Feeds

/// Well-known JSON interfaces, so that a source needs only say what it looks for.
struct JSONPreset: Sendable {
  /// What a source must say under `with`.
  let parameters: [String]
  /// Where the interface lives unless the source says otherwise with `api`.
  let api: String
  /// The rest of the address.
  let path: String
  let mapping: JSONMapping
  /// The header for the key; nil when none is needed.
  var keyHeader: JSONInterface.Header?
  /// The path of a feed with the same posts; nil when the service has none.
  var feedPath: String?

  /// The presets by name. Addresses and fields are those of the services' own documentation.
  static let all: [String: JSONPreset] = [
    // YouTube Data API v3, commentThreads.list: 1 unit of the daily 10,000 a page.
    "youtube_comments": youTube("videoId={video}", needs: "video"),
    "youtube_channel": youTube("allThreadsRelatedToChannelId={channel}", needs: "channel"),
    // Mastodon API v1, hashtag timeline.
    "mastodon_tag": JSONPreset(
      parameters: ["tag"],
      api: "https://mastodon.social",
      path: "/api/v1/timelines/tag/{tag}?limit=40&max_id={cursor}",
      mapping: mapping(
        items: "",
        id: "/uri",
        text: "/content",
        isMarkup: true,
        author: "/account/acct",
        time: "/created_at",
        link: "/url",
        cursor: JSONPointer("/id").map { .lastItem($0) }
      ),
      feedPath: "/tags/{tag}.rss"
    ),
    // AT Protocol, app.bsky.feed.searchPosts.
    "bluesky_search": JSONPreset(
      parameters: ["query"],
      api: "https://api.bsky.app",
      path: "/xrpc/app.bsky.feed.searchPosts?q={query}&sort=latest&limit=100&cursor={cursor}",
      mapping: mapping(
        items: "/posts",
        id: "/uri",
        text: "/record/text",
        author: "/author/handle",
        time: "/record/createdAt",
        cursor: JSONPointer("/cursor").map { .document($0) }
      )
    ),
    // Reddit's listings.
    "reddit": JSONPreset(
      parameters: ["subreddit"],
      api: "https://www.reddit.com",
      path: "/r/{subreddit}/new.json?limit=100&raw_json=1&after={cursor}",
      mapping: mapping(
        items: "/data/children",
        id: "/data/name",
        title: "/data/title",
        text: "/data/selftext",
        author: "/data/author",
        time: "/data/created_utc",
        link: "/data/permalink",
        cursor: JSONPointer("/data/after").map { .document($0) }
      ),
      feedPath: "/r/{subreddit}/new/.rss"
    ),
  ]

  /// What to say of a preset that there is not.
  static func unknown(_ name: String) -> String {
    "`\(name)` is no preset; use \(all.keys.sorted().joined(separator: ", "))"
  }

  /// Whether it asks for a key.
  var needsKey: Bool { keyHeader != nil }

  /// The parameters that `values` lacks.
  func missing(in values: [String: String]) -> [String] { parameters.filter { values[$0] == nil } }

  /// The interface at `api`, or where it usually lives.
  func interface(api: String?, values: [String: String], pages: Int, keyFile: String?) -> JSONInterface {
    let api = api ?? self.api
    let site = api.hasSuffix("/") ? String(api.dropLast()) : api
    return JSONInterface(
      template: JSONInterface.placing(values, in: site + path),
      mapping: mapping,
      pages: pages,
      keyFile: keyFile,
      keyHeader: keyHeader,
      feedURL: feedPath.map { JSONInterface.placing(values, in: site + $0) }
    )
  }

  private static func youTube(_ filter: String, needs parameter: String) -> JSONPreset {
    let comment = "/snippet/topLevelComment/snippet"
    return JSONPreset(
      parameters: [parameter],
      api: "https://www.googleapis.com",
      path: "/youtube/v3/commentThreads?part=snippet&order=time&textFormat=plainText&maxResults=100&\(filter)"
        + "&pageToken={cursor}",
      mapping: mapping(
        items: "/items",
        id: "/id",
        text: comment + "/textDisplay",
        author: comment + "/authorDisplayName",
        time: comment + "/publishedAt",
        cursor: JSONPointer("/nextPageToken").map { .document($0) }
      ),
      keyHeader: .init(name: "X-Goog-Api-Key", value: "{key}")
    )
  }

  private static func mapping(
    items: String,
    id: String,
    title: String? = nil,
    text: String,
    isMarkup: Bool = false,
    author: String,
    time: String,
    link: String? = nil,
    cursor: JSONMapping.Cursor?
  ) -> JSONMapping {
    guard let list = JSONPointer(items) else { preconditionFailure("`\(items)` is no JSON pointer") }
    return JSONMapping(
      items: list,
      id: JSONPointer(id),
      title: title.flatMap(JSONPointer.init),
      text: JSONPointer(text),
      isMarkup: isMarkup,
      author: JSONPointer(author),
      time: JSONPointer(time),
      link: link.flatMap(JSONPointer.init),
      cursor: cursor
    )
  }
}
