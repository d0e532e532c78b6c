/// What a feed says, whatever its format: plain text, absolute links and UTC dates.
public struct Feed: Sendable, Hashable {
  /// The feed's name.
  public var title: String?
  /// The page the feed belongs to.
  public var link: String?
  /// The entries in document order.
  public var entries: [Entry] = []
  /// What the feed asks of those who fetch it.
  public var hints = PollHints()

  /// A feed without entries.
  public init(title: String? = nil, link: String? = nil) {
    self.title = title
    self.link = link
  }
}

extension Feed {
  /// One item of a feed.
  public struct Entry: Sendable, Hashable {
    /// The identifier the publisher gave it (`guid`, `atom:id`); see `EntryIdentity` before trusting it.
    public var id: String?
    /// The headline without markup.
    public var title: String?
    /// The page of the entry.
    public var link: String?
    /// When it first appeared.
    public var published: FeedDate?
    /// When it was last changed.
    public var updated: FeedDate?
    /// The abstract without markup.
    public var summaryText: String?
    /// The full text without markup, hidden parts included.
    public var contentText: String?
    /// Names or addresses of the people who wrote it, in document order, each once.
    public var authors: [String] = []
    /// Addresses that its markup, enclosures and further links lead to, in document order, each once.
    public var links: [String] = []

    /// An empty entry.
    public init() {}
  }

  /// Wishes of the publisher about the rhythm of polling; a poller may cap or ignore them.
  public struct PollHints: Sendable, Hashable {
    /// `ttl`: minutes for which the feed may be cached.
    public var timeToLiveMinutes: Int?
    /// Seconds between updates, from `sy:updatePeriod` divided by `sy:updateFrequency`.
    public var updateIntervalSeconds: Int?
    /// Hours of the day (UTC, 0…23) without updates.
    public var skipHours: [Int] = []
    /// Days of the week without updates: 0 is Sunday.
    public var skipDays: [Int] = []

    /// No wishes.
    public init() {}
  }
}
