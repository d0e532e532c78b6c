import Foundation

/// What the watch learnt about a source beyond its last answer: its rhythm, its address and its usual shape.
///
/// Kept as one JSON document, so that a new note needs no new column; a note that an older version did not know is nil.
public struct SourceNotes: Sendable, Hashable, Codable {
  /// When it last answered with content rather than "not modified".
  public var lastContent: Date?
  /// A digest of that content.
  public var bodyDigest: String?

  // Rhythm
  /// When it last brought something new.
  public var lastNews: Date?
  /// Seconds between two new entries, usually.
  public var usualGap: Double?
  /// How many gaps that was learnt from.
  public var gaps: Int?
  /// Seconds that its content asks to wait between polls.
  public var askedWait: Double?
  /// Hours of the day (UTC) in which it does not want to be polled.
  public var skipHours: [Int]?
  /// Days of the week in which it does not want to be polled; 0 is Sunday.
  public var skipDays: [Int]?
  /// Why it is polled next when it is: a code of the poll policy.
  public var pollReason: String?

  /// What its host asked for with its latest answer: to be left alone.
  public var pause: Pause?

  // Address
  /// Where a permanent redirect leads, and since when.
  public var redirect: Redirect?
  /// The address that is polled instead of the configured one.
  public var adoptedURL: String?

  /// The numeric address that its latest answer came from.
  public var address: String?

  // Sight
  /// Why nothing is seen: a stable code such as `blocked` or `tls`; nil while all is well.
  public var blindness: String?
  /// Since when.
  public var blindSince: Date?
  /// What it looked like when it was last read.
  public var shape: Shape?
  /// Since when it has brought far less than usual.
  public var shrunkSince: Date?
  /// Since when it has been another one.
  public var replacedSince: Date?

  /// A permanent redirect seen at every poll since `since`.
  public struct Redirect: Sendable, Hashable, Codable {
    /// Where it leads.
    public var target: String
    /// When it was first seen.
    public var since: Date
    /// How many polls in a row saw it.
    public var polls: Int

    /// Creates a redirect.
    public init(target: String, since: Date, polls: Int) {
      self.target = target
      self.since = since
      self.polls = polls
    }
  }

  /// A host that is left alone.
  public struct Pause: Sendable, Hashable, Codable {
    /// The host.
    public var host: String
    /// Until when.
    public var until: Date

    /// Creates a pause.
    public init(host: String, until: Date) {
      self.host = host
      self.until = until
    }
  }

  /// What a source looks like.
  public struct Shape: Sendable, Hashable, Codable {
    /// Its title.
    public var title: String?
    /// How much it usually brings: entries, or bytes of a page's text.
    public var usualExtent: Double
    /// The least hashes of its entries' identities or of a page's words: a fair sample to recognise it by.
    public var marks: [UInt32]

    /// Creates a shape.
    public init(title: String?, usualExtent: Double, marks: [UInt32]) {
      self.title = title
      self.usualExtent = usualExtent
      self.marks = marks
    }
  }

  /// Notes about a source never polled.
  public init() {}
}
