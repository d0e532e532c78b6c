/// What the engine wants stored and sent.
public enum AlertAction: Sendable, Hashable {
  /// An alert begins; `entries` caused it.
  case open(Alert, entries: [EntryKey])
  /// Further entries belong to an open alert.
  case join(Alert, entries: [EntryKey])
  /// Receivers should hear of the alert. `alert.notices` numbers the notice.
  case notify(Alert, Notice)
  /// The alert changed without anyone being told.
  case change(Alert, Change)

  /// The alert as it is after the action.
  public var alert: Alert {
    switch self {
    case .open(let alert, _), .join(let alert, _), .notify(let alert, _), .change(let alert, _): alert
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
  /// Somebody took charge of it.
  case acknowledged
  /// What held its notices back has ended, and it still fires.
  case unsilenced
  /// It is over.
  case resolved
}

/// What happened to an alert in silence.
public enum Change: String, Sendable, Hashable, Codable, CaseIterable {
  /// A silence or another campaign's alert holds its notices back.
  case muted
  /// It is over, and nobody was to hear of it.
  case resolvedSilently = "resolved_silently"
}
