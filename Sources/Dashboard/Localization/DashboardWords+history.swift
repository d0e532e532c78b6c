import Campaigns

/// What happened to alerts. The store has codes and a few English words, which logs and programs read.
extension DashboardWords {
  /// What happened.
  func event(_ id: String) -> String {
    switch (Notice(rawValue: id), Change(rawValue: id)) {
    case (.opened, _): text("notifikasi pertama", "first notice")
    case (.updated, _): text("bertambah", "more posts")
    case (.repeated, _): text("masih berlangsung", "still firing")
    case (.acknowledged, _): self[.acknowledged]
    case (.unsilenced, _): text("masa senyap berakhir", "silence ended")
    case (.resolved, _): self[.resolved]
    case (_, .muted): text("notifikasi ditahan", "notices held back")
    case (_, .resolvedSilently): text("selesai tanpa notifikasi", "resolved without a notice")
    default: id == "open" ? text("dibuka", "opened") : id
    }
  }

  /// Who or why.
  func detail(_ stored: String, of event: String) -> String {
    if Notice(rawValue: event) == .acknowledged { return stored }
    if Change(rawValue: event) != nil { return muter(stored) }
    return stored.replacing(#/^(\d+) posts$/#) { count(Int($0.1) ?? 0, .posts) }
  }

  /// What holds notices back: `silence ID` or `campaign NAME`.
  func muter(_ stored: String) -> String {
    stored.replacing(#/^silence /#) { _ in text("masa senyap ", "silence ") }
      .replacing(#/^campaign /#) { _ in text("kampanye ", "campaign ") }
  }
}
