import Campaigns
import Feeds
import Foundation
import HarmClassifier
import Storage
import Transfers

/// Polls one source: fetch, read, judge. Writes nothing; gives what there is to commit.
struct SourcePoller: Sendable {
  let transfers: TransferEngine
  let classifier: Classifier
  /// The keys of JSON interfaces, by source.
  let keys: [String: String]
  /// Those of some entries that were not judged yet.
  let unjudged: @Sendable ([EntryKey]) async -> Set<EntryKey>
  let now: @Sendable () -> Date
  let jitter: @Sendable () -> Double

  /// What a poll came to.
  struct Poll: Sendable {
    var batch: Batch
    /// Why nothing, or not all, was seen; nil when all went well.
    var blindness: Blindness?
    /// When and why the source is polled next.
    var decision: PollPolicy.Decision
    /// Parts of a large source that were left for later polls.
    var left = 0
    /// What its host asked for.
    var pause: HostPause?
  }

  /// The marks of a server are not trusted for longer: then the content is fetched whole once.
  private static let longestTrust = 7 * 86_400.0

  /// Polls `source`, which stood at `state`. Throws only when cancelled.
  func poll(_ source: WatchedSource, from state: SourceState) async throws(CancellationError) -> Poll {
    var answer: TransferResponse?
    var poll = try await poll(source, from: state, answer: &answer)
    guard let answer else { return poll }
    poll.pause = HostPause(answer, now: now()) ?? pause(of: poll.blindness, at: answer)
    poll.batch.source?.notes.address = answer.remoteAddress
    poll.batch.source?.notes.pause = poll.pause.map { .init(host: $0.host, until: now() + $0.seconds) }
    return poll
  }

  /// What a later answer of the same poll asked for.
  private func pause(of blindness: Blindness?, at answer: TransferResponse) -> HostPause? {
    guard case .limited(let seconds?) = blindness?.outcome, let host = URL(string: answer.finalURL)?.host() else {
      return nil
    }
    return HostPause(host: host.lowercased(), seconds: seconds)
  }

  private func poll(
    _ source: WatchedSource,
    from state: SourceState,
    answer: inout TransferResponse?
  ) async throws(CancellationError) -> Poll {
    var visit = Visit(source: source, state: state, now: now())
    let response: TransferResponse
    do throws(TransferError) {
      response = try await transfers.send(request(source, state))
    } catch {
      if Task.isCancelled { throw CancellationError() }
      return poll(visit, unseen: Blindness(error))
    }
    answer = response
    if let blindness = Blindness(response, now: now()) { return poll(visit, unseen: blindness) }
    visit.take(response)
    guard visit.isChanged else { return poll(visit) }
    let reader = SourceReader(
      transfers: transfers,
      source: source,
      key: keys[source.id],
      lastRead: state.lastSuccess,
      now: now()
    )
    let reading = await reader.read(response)
    if Task.isCancelled { throw CancellationError() }
    let candidates = FeedPosts.candidates(reading.feed, source: source)
    let fresh = await unjudged(candidates.map(\.key))
    let posts = FeedPosts.judge(
      candidates.filter { fresh.contains($0.key) },
      source: source,
      classifier: classifier,
      origin: reading.origin(ofEntry:)
    )
    if let shortfall = reading.shortfall { return poll(visit, unseen: shortfall, posts: posts) }
    visit.take(reading, fresh: posts.count)
    return poll(visit, posts: posts, left: reading.left)
  }

  private func request(_ source: WatchedSource, _ state: SourceState) -> TransferRequest {
    var request = source.firstRequest(adopted: state.notes.adoptedURL, key: keys[source.id])
    if let last = state.notes.lastContent, now() < last + Self.longestTrust {
      request.etag = state.etag
      request.lastModified = state.lastModified
    }
    return request
  }

  private func poll(_ visit: Visit, posts: [Post] = [], left: Int = 0) -> Poll {
    var (visit, now) = (visit, now())
    visit.succeed(now: now)
    let decision = PollPolicy.next(after: .seen, pace: visit.pace, now: now, jitter: jitter())
    return Poll(
      batch: Batch(posts: posts, source: visit.state(after: decision, now: now)),
      decision: decision,
      left: left
    )
  }

  private func poll(_ visit: Visit, unseen blindness: Blindness, posts: [Post] = []) -> Poll {
    var (visit, now) = (visit, now())
    visit.fail(blindness, now: now)
    let decision = PollPolicy.next(after: blindness.outcome, pace: visit.pace, now: now, jitter: jitter())
    let batch = Batch(posts: posts, source: visit.state(after: decision, now: now))
    return Poll(batch: batch, blindness: blindness, decision: decision)
  }
}
