import Campaigns
import Foundation

/// A judged entry with what only the store keeps of it.
public struct Post: Sendable, Hashable {
  /// The entry and its verdict.
  public var entry: JudgedEntry
  /// The text that was judged. Kept for a week; identity and card numbers are masked before that.
  public var text: String
  /// The author's name as the source gives it. Never stored: a keyed pseudonym takes its place.
  public var author: String?
  /// When it was published, as the source says.
  public var publishedAt: Date?
  /// How the answer came that it stood in; nil when that is not known.
  public var origin: PostOrigin?

  /// Creates a post.
  public init(
    entry: JudgedEntry,
    text: String,
    author: String? = nil,
    publishedAt: Date? = nil,
    origin: PostOrigin? = nil
  ) {
    self.entry = entry
    self.text = text
    self.author = author
    self.publishedAt = publishedAt
    self.origin = origin
  }
}
