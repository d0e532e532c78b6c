import Campaigns

/// What became of one poll: written in one transaction, so that a source is never marked as read without its entries.
public struct Batch: Sendable, Hashable {
  /// The judged posts.
  public var posts: [Post]
  /// The source's state after the poll; nil when it stays.
  public var source: SourceState?
  /// The source's notes as the store has them, when that is known: the same ones are not written again.
  public var storedNotes: SourceNotes?

  /// Creates a batch; an empty one lets the engine do what time alone makes due.
  public init(posts: [Post] = [], source: SourceState? = nil, storedNotes: SourceNotes? = nil) {
    self.posts = posts
    self.source = source
    self.storedNotes = storedNotes
  }
}

/// Where notices go.
public struct Routing: Sendable, Hashable {
  /// The names of the receivers; each gets every notice.
  public var receivers: [String]
  /// Where people reach this service, without a slash at the end.
  public var externalURL: String

  /// Creates a routing.
  public init(receivers: [String], externalURL: String) {
    self.receivers = receivers
    self.externalURL = externalURL
  }
}

/// What a commit wrote.
public struct Commit: Sendable, Hashable {
  /// The entries that had not been judged before.
  public let newEntries: [EntryKey]
  /// What the engine did.
  public let actions: [AlertAction]
}
