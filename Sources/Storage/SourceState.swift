import Foundation

/// What the watch knows about a source between polls.
public struct SourceState: Sendable, Hashable {
  /// The source's id.
  public var id: String
  /// Its address.
  public var url: String
  /// The `ETag` of the latest answer.
  public var etag: String?
  /// The `Last-Modified` of the latest answer.
  public var lastModified: String?
  /// When it is polled next; nil when never.
  public var nextPoll: Date?
  /// When a poll last succeeded.
  public var lastSuccess: Date?
  /// How many polls failed since.
  public var consecutiveFailures: Int
  /// Why the latest poll failed or the source rests.
  public var reason: String?
  /// What was learnt about it over many polls.
  public var notes: SourceNotes

  /// Creates a state; the defaults are those of a source never polled.
  public init(
    id: String,
    url: String,
    etag: String? = nil,
    lastModified: String? = nil,
    nextPoll: Date? = nil,
    lastSuccess: Date? = nil,
    consecutiveFailures: Int = 0,
    reason: String? = nil,
    notes: SourceNotes = SourceNotes()
  ) {
    self.id = id
    self.url = url
    self.etag = etag
    self.lastModified = lastModified
    self.nextPoll = nextPoll
    self.lastSuccess = lastSuccess
    self.consecutiveFailures = consecutiveFailures
    self.reason = reason
    self.notes = notes
  }
}
