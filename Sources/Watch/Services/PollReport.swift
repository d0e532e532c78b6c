import Campaigns
import Logging
import Storage

/// What the log says of polls.
struct PollReport {
  let logger: Logger

  /// A poll whose outcome is on the disk. `new` are the entries of its source that were not there before.
  func tell(_ poll: SourcePoller.Poll, of source: WatchedSource, new: Set<EntryKey>, before: SourceNotes) {
    if let notes = poll.batch.source?.notes, poll.blindness == nil { tell(notes, before: before, source) }
    // Of ten thousand sources nobody wants the rest at "warning", and making the text costs as much as the poll.
    guard logger.logLevel <= (poll.blindness == nil ? .info : .warning) else { return }
    var metadata: Logger.Metadata = [
      "source": "\(source.id)", "next": "\(Int(poll.decision.wait)) s", "reason": "\(poll.decision.reason.rawValue)",
    ]
    if let blindness = poll.blindness {
      logger.warning("could not see: \(blindness.message)", metadata: metadata)
      return
    }
    let found = poll.batch.posts.count { $0.entry.verdict.decision != .clean && new.contains($0.entry.key) }
    metadata["new"] = "\(new.count)"
    metadata["found"] = "\(found)"
    if poll.left > 0 { metadata["left"] = "\(poll.left) parts" }
    logger.info("polled", metadata: metadata)
  }

  /// What changed about a source itself; `ronda feed health` shows it later.
  private func tell(_ notes: SourceNotes, before: SourceNotes, _ source: WatchedSource) {
    let id: Logger.Metadata = ["source": "\(source.id)"]
    if notes.shrunkSince != nil, before.shrunkSince == nil {
      logger.warning("the source brings less than half of what it used to; look at it", metadata: id)
    }
    if let since = notes.replacedSince, since != before.replacedSince {
      logger.warning("the source has another title and nothing of what was there before; look at it", metadata: id)
    }
    if let adopted = notes.adoptedURL, before.adoptedURL == nil {
      logger.notice("moved for good, polled at \(adopted.prefix { $0 != "?" }) from now on", metadata: id)
    }
  }
}
