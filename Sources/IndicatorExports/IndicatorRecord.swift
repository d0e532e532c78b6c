import Foundation
import HarmClassifier

/// An indicator with all that is known of it, fit to leave the house: numbers are masked.
public struct IndicatorRecord: Sendable, Hashable {
  /// Why an indicator is kept out of lists that block.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Many owners share the host: messengers, link shorteners, platforms.
    case sharedHost = "shared_host"
    /// Its host is known to be in good hands: governments, schools, newsrooms.
    case trustedHost = "trusted_host"
    /// It is on an allow-list.
    case allowed
    /// Anybody can register names below it.
    case publicSuffix = "public_suffix"
    /// It is no name that a name server could have.
    case noHostName = "no_host_name"
  }

  /// The kind.
  public var kind: Indicator.Kind
  /// The value; digits of numbers are masked, host names in ASCII.
  public var value: String
  /// Posts it stood in.
  public var posts = 0
  /// The highest score of those posts, 0…1.
  public var score = 0.0
  /// The worst categories of those posts, in alphabetical order.
  public var categories: Set<String> = []
  /// When it was first seen, where that is known.
  public var firstSeen: Date?
  /// When it was last seen, where that is known.
  public var lastSeen: Date?
  /// Why it is kept out of lists that block; nil when it is not.
  public var heldBack: Reason?

  /// Whether its value says all of it.
  var isMasked: Bool { value.unicodeScalars.contains("•") }

  /// The web address it stands for; nil for those that are none.
  var url: String? {
    switch kind {
    case .url: value.contains("://") ? value : "http://" + value
    case .telegram where value.hasPrefix("t.me/"), .whatsapp where value.contains("/"): "https://" + value
    default: nil
    }
  }
}

/// What an export says about itself.
public struct ExportContext: Sendable {
  /// The moment the export stands for; it is where no other time is known.
  public var asOf: Date
  /// The name of the response policy zone.
  public var zone: String

  /// Creates a context.
  public init(asOf: Date, zone: String = "rpz.ronda") {
    self.asOf = asOf
    self.zone = zone
  }
}
