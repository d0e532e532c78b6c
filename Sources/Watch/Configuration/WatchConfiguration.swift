import Campaigns
import LexiconFiles
import Localization
import LocatedYAML
import Notifications
import Storage
import Transfers

/// Everything `ronda watch` is told: what to read, what to look for, whom to tell.
public struct WatchConfiguration: Sendable {
  /// Where the store and its key live.
  public var dataDirectory: String
  /// The lexicon, overrides applied.
  public var lexicon: LexiconFiles
  /// How the network is used.
  public var transfers: TransferConfiguration
  /// Where people reach this service; stands in alerts.
  public var externalURL: String
  /// What is read.
  public var sources: [WatchedSource]
  /// What becomes an alert.
  public var campaigns: [Campaign]
  /// Who is told.
  public var receivers: [ReceiverConfiguration]
  /// What they are told once a week.
  public var briefs: [BriefConfiguration]
  /// How long texts and verdicts are kept.
  public var retention: Retention
  /// Where the dashboard is served; nil when it is not.
  public var dashboard: DashboardConfiguration?
}

/// A place that is watched.
public struct WatchedSource: Sendable, Hashable {
  /// The source's id, unique in the configuration.
  public var id: String
  /// The address that is polled.
  public var url: String
  /// What is at the address.
  public var kind: Kind
  /// What kind of place it is: `press`, `government`, `school`, `community`, `comments`; may be empty.
  public var role: String
  /// The region it speaks for; may be empty.
  public var region: String
  /// Seconds between polls when nothing says otherwise; never fewer.
  public var interval: Double
  /// The most seconds between polls that succeed; nil leaves it to the poll policy.
  public var longestInterval: Double?

  /// What roles there are.
  public static let roles = ["press", "government", "school", "community", "comments"]
  /// Seconds between polls unless configured: once an hour offends nobody.
  public static let usualInterval = 3600.0

  /// Creates a source.
  public init(
    id: String,
    url: String,
    kind: Kind = .feed,
    role: String,
    region: String,
    interval: Double,
    longestInterval: Double? = nil
  ) {
    self.id = id
    self.url = url
    self.kind = kind
    self.role = role
    self.region = region
    self.interval = interval
    self.longestInterval = longestInterval
  }

  /// What can be watched.
  public enum Kind: Sendable, Hashable {
    /// A feed in any format.
    case feed
    /// A web page: what visitors see, and apart from it what is hidden from them.
    case page
    /// A sitemap, also with news; injected pages give themselves away by their addresses.
    case sitemap
    /// An interface that answers with JSON.
    case json(JSONInterface)
  }
}

/// Someone who gets alerts.
public struct ReceiverConfiguration: Sendable, Hashable {
  /// The receiver's name, unique in the configuration.
  public var name: String
  /// How it is reached.
  public var kind: Kind
  /// How many messages it takes; nil for any number.
  public var rateLimit: RateLimit?
  /// The file that words its notices; nil for the shipped way.
  public var template: String?
  /// The file that words the HTML part of its mail; nil for the shipped way.
  public var htmlTemplate: String?

  /// The kinds of receiver.
  public enum Kind: Sendable, Hashable {
    /// A signed webhook; the secret is in a file.
    case webhook(url: String, secretFile: String)
    /// A file that gets one line an alert.
    case file(path: String)
    /// Prometheus Alertmanager at this address.
    case alertmanager(url: String)
    /// A Telegram bot; the token is in a file.
    case telegram(api: String, tokenFile: String, chat: String, language: Language)
    /// A chat or an apprise server whose address, a secret, is in a file.
    case chat(ChatReceiver.Style, urlFile: String, language: Language)
    /// Mail through a server.
    case mail(MailConfiguration, language: Language)
    /// A file with an Atom feed.
    case atom(path: String, entries: Int, language: Language)
  }
}

/// How mail is sent.
public struct MailConfiguration: Sendable, Hashable {
  /// The server: `smtps://…` or `smtp://…`.
  public var server: String
  /// How the connection is kept private.
  public var security: MailRequest.Security
  /// The sender's address.
  public var from: String
  /// The readers' addresses.
  public var to: [String]
  /// The files with user and password; nil when the server asks for nothing.
  public var login: Login?

  /// The files with user and password, one line each.
  public struct Login: Sendable, Hashable {
    /// The file with the user's name.
    public var userFile: String
    /// The file with the password.
    public var passwordFile: String
  }
}

/// Why a configuration can't be used: every problem found, with its place.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  /// The problems, by file and line.
  public var problems: [YAMLProblem]

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
