/// Tells the platform of a JSON export by the keys only it uses.
enum PlatformDetection {
  static func format(_ sample: Span<UInt8>, from: Int, to: Int) -> PostFormat? {
    let text = String(decoding: (from..<to).map { sample[$0] }, as: UTF8.self)
    func has(_ keys: String...) -> Bool { keys.contains { text.contains("\"\($0)\"") } }
    if text.hasPrefix("window.YTD.") { return .x }
    if has("replayChatItemAction", "addChatItemAction") { return .youtubeChat }
    if has("orderedItems") { return .mastodon }
    if has("CommentsList", "Video Browsing History", "Favorite Videos") { return .tiktok }
    if has("string_map_data", "media_list_data", "comments_media_comments") { return .instagram }
    if has("comments_v2", "group_posts_v2") || has("participants") && has("sender_name") { return .facebook }
    if has("timestamp") && has("data") && has("post") { return .facebook }
    if has("messages") && has("text_entities", "date_unixtime") || has("chats") && has("personal_information") {
      return .telegram
    }
    if has("messages") && (text.contains("\"type\": \"message\"") || text.contains("\"type\": \"service\"")) {
      return .telegram
    }
    return has("subreddit") && has("body", "selftext") ? .reddit : nil
  }
}
