/// The languages of what people read.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Indonesian.
  case id
  /// English.
  case en

  /// The language of a user's environment: `RONDA_LANG`, `LC_ALL`, `LC_MESSAGES`, `LANG`; Indonesian unless one of them
  /// says English.
  public init(environment: [String: String]) {
    let named = ["RONDA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .compactMap { Language(rawValue: String($0.prefix(2))) }
    self = named.first ?? .id
  }
}
