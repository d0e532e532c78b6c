/// The layouts of exported posts.
public enum PostFormat: String, Sendable, Hashable, CaseIterable {
  /// One of the others, decided by the first bytes of the input.
  case auto
  /// One post a line; its id is the line number.
  case text
  /// Rows with a header row, separated by commas, semicolons or tabs (RFC 4180 and what is found in the wild).
  case csv
  /// One JSON object a line.
  case ndjson
  /// One JSON array of objects, or objects one after the other.
  case json
  /// Telegram Desktop's `result.json`, of one chat or of all.
  case telegram
  /// A WhatsApp chat exported as text, from Android or iOS.
  case whatsapp
  /// Facebook's posts, comments and messages in JSON.
  case facebook
  /// Instagram's posts, comments and messages in JSON.
  case instagram
  /// The comments of TikTok's `user_data.json`.
  case tiktok
  /// `tweets.js` of an X archive.
  case x
  /// A Mastodon `outbox.json`.
  case mastodon
  /// Reddit posts or comments, one JSON object a line.
  case reddit
  /// Comments or live chat messages of a YouTube Takeout, in CSV.
  case youtube
  /// The same in HTML, as until about 2021: `my-comments.html`, `my-live-chat-messages.html`.
  case youtubePages = "youtube-html"
  /// A live chat as yt-dlp saves it, one JSON object a line.
  case youtubeChat = "youtube-chat"
  /// A WordPress export (WXR): posts, pages and their comments.
  case wordpress
  /// A mailbox: messages behind `From ` lines.
  case mbox
  /// One mail message (RFC 5322).
  case eml
}

/// The names of the columns or keys that hold the parts of a post.
public struct PostFields: Sendable, Hashable {
  /// Holds the text; `text` unless given. Every record must have it.
  public var text: String?
  /// Holds the id; `id` unless given. Records without one are numbered.
  public var id: String?
  /// Holds the time of the post; none unless given.
  public var time: String?

  /// Creates the names; what is `nil` has the usual name.
  public init(text: String? = nil, id: String? = nil, time: String? = nil) {
    self.text = text
    self.id = id
    self.time = time
  }

  var textName: String { text ?? "text" }
  var idName: String { id ?? "id" }
}
