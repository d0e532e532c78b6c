/// What the engine wants stored and sent.
public enum AlertAction: Sendable, Hashable {
  /// An alert begins; `entries` caused it.
  case open(Alert, entries: [EntryKey])
  /// Further entries belong to an open alert.
  case join(Alert, entries: [EntryKey])
  /// Receivers should hear of the alert. `alert.notices` numbers the notice.
  case notify(Alert, Notice)

  /// The alert as it is after the action.
  public var alert: Alert {
    switch self {
    case .open(let alert, _), .join(let alert, _), .notify(let alert, _): alert
    }
  }
}

/// Why receivers hear of an alert.
public enum Notice: String, Sendable, Hashable, Codable, CaseIterable {
  /// The group wait is over.
  case opened
  /// There are further posts.
  case updated
  /// It still fires, nothing new.
  case repeated
  /// It is over.
  case resolved
}
