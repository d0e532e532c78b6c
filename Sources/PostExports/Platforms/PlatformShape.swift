/// Where a platform's JSON export keeps its posts.
///
/// Paths are those of `JSONPaths`, from the post's object down.
struct PlatformShape: Sendable {
  typealias Path = JSONPaths.Path

  /// The names of the arrays whose objects are posts; the empty name is an outermost array.
  var arrays: Set<String>
  /// What is found on these paths, in this order, makes the text, a line each.
  var text: [Path]
  /// The first that leads somewhere.
  var id: [Path] = []
  /// The first that leads somewhere.
  var time: [Path] = []
  /// The export writes every byte of UTF-8 as a character of its own.
  var isMisencoded = false
  /// The text is HTML.
  var isMarkup = false

  /// The shape of a format; nil for formats of other kinds.
  init?(_ format: PostFormat) {
    switch format {
    case .telegram: self = .telegram
    case .facebook: self = .meta
    case .instagram: self = .meta
    case .tiktok: self = .tiktok
    case .x: self = .x
    case .mastodon: self = .mastodon
    case .reddit: self = .reddit
    case .youtubeChat: self = .youtubeChat
    default: return nil
    }
  }

  private init(
    arrays: Set<String>,
    text: [Path],
    id: [Path] = [],
    time: [Path] = [],
    isMisencoded: Bool = false,
    isMarkup: Bool = false
  ) {
    (self.arrays, self.text, self.id, self.time) = (arrays, text, id, time)
    (self.isMisencoded, self.isMarkup) = (isMisencoded, isMarkup)
  }

  private static let telegram = PlatformShape(
    arrays: ["messages"],
    text: [["text"]],
    id: [["id"]],
    time: [["date"]]
  )

  /// Facebook and Instagram share the kitchen: posts, comments, captions, messages.
  private static let meta = PlatformShape(
    arrays: ["", "comments_v2", "group_posts_v2", "comments_media_comments", "comments_reels_comments", "messages"],
    text: [
      ["data", "*", "post"], ["data", "*", "comment", "comment"], ["string_map_data", "Comment", "value"],
      ["media", "*", "title"], ["content"],
    ],
    time: [
      ["timestamp"], ["timestamp_ms"], ["string_map_data", "Time", "timestamp"], ["creation_timestamp"],
      ["media", "*", "creation_timestamp"],
    ],
    isMisencoded: true
  )

  private static let tiktok = PlatformShape(
    arrays: ["CommentsList"],
    text: [["comment"], ["Comment"]],
    time: [["date"], ["Date"]]
  )

  private static let x = PlatformShape(
    arrays: [""],
    text: [["tweet", "full_text"]],
    id: [["tweet", "id_str"], ["tweet", "id"]],
    time: [["tweet", "created_at"]]
  )

  private static let mastodon = PlatformShape(
    arrays: ["orderedItems"],
    text: [["object", "summary"], ["object", "content"]],
    id: [["object", "id"]],
    time: [["published"]],
    isMarkup: true
  )

  private static let reddit = PlatformShape(
    arrays: [""],
    text: [["title"], ["selftext"], ["body"]],
    id: [["id"]],
    time: [["created_utc"]]
  )

  /// Messages and paid messages, of a replay (inside its actions) or of a running broadcast.
  private static let youtubeChat: PlatformShape = {
    let actions: [Path] = [
      ["replayChatItemAction", "actions", "*", "addChatItemAction", "item"], ["addChatItemAction", "item"],
    ]
    let renderers = actions.flatMap { action in
      ["liveChatTextMessageRenderer", "liveChatPaidMessageRenderer"].map { action + [$0] }
    }
    return PlatformShape(
      arrays: [""],
      text: renderers.map { $0 + ["message", "runs"] },
      id: renderers.map { $0 + ["id"] },
      time: renderers.map { $0 + ["timestampUsec"] }
    )
  }()
}
