import FoundationEssentials
import HarmClassifier

/// The identity of one version of one entry: an entry is judged once.
public struct EntryKey: Sendable, Hashable {
  /// The id of the source it came from.
  public var source: String
  /// What the source calls it: a GUID, a link, a post's number.
  public var identity: String
  /// A hash of what was judged, so that an edited entry is judged again.
  public var version: String

  /// Creates a key.
  public init(source: String, identity: String, version: String) {
    self.source = source
    self.identity = identity
    self.version = version
  }
}

/// An entry with its verdict: all that campaigns need to know of it.
public struct JudgedEntry: Sendable, Hashable {
  /// Which entry.
  public var key: EntryKey
  /// The role of its source, such as `press`; empty when unknown.
  public var role: String
  /// The region of its source; empty when unknown.
  public var region: String
  /// Where a person can see it.
  public var link: String?
  /// What the classifier says.
  public var verdict: Verdict
  /// By what near copies are recognised; nil for clean and for very short posts.
  public var fingerprint: WaveFingerprint?
  /// The wave of near copies it belongs to; nil while unknown and without a fingerprint.
  public var wave: String?
  /// Its first words, numbers masked; empty when clean.
  public var excerpt = ""

  /// Creates a judged entry.
  public init(
    key: EntryKey,
    role: String = "",
    region: String = "",
    link: String? = nil,
    verdict: Verdict,
    fingerprint: WaveFingerprint? = nil,
    excerpt: String = ""
  ) {
    self.fingerprint = fingerprint
    self.excerpt = excerpt
    self.key = key
    self.role = role
    self.region = region
    self.link = link
    self.verdict = verdict
  }
}

extension JudgedEntry {
  /// What an alert shows of a text: at most 240 characters on one line, phone and account numbers masked.
  public static func excerpt(of text: String) -> String {
    let line = text.prefix(240).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return NumberMask.contacts(in: line)
  }
}

/// An entry judged earlier, as the store remembers it.
public struct SeenEntry: Sendable, Hashable {
  /// The entry.
  public var entry: JudgedEntry
  /// When it was judged.
  public var seenAt: Date
  /// The keys of the groups in whose alerts it has been counted already.
  public var countedIn: Set<String>

  /// Creates a remembered entry.
  public init(entry: JudgedEntry, seenAt: Date, countedIn: Set<String> = []) {
    self.entry = entry
    self.seenAt = seenAt
    self.countedIn = countedIn
  }
}
