import Campaigns
import Feeds
import Foundation
import HarmClassifier
import Notifications
import Storage
import Transfers

/// Polls one source: fetch, parse, judge. Writes nothing; gives what there is to commit.
struct SourcePoller: Sendable {
  let transfers: TransferEngine
  let classifier: Classifier
  let now: @Sendable () -> Date
  let jitter: @Sendable () -> Double

  /// What a poll came to.
  struct Poll: Sendable {
    var batch: Batch
    /// Why nothing was seen; nil when all went well.
    var blindness: String?
    /// When and why the source is polled next.
    var decision: PollPolicy.Decision
  }

  /// Polls `source`, which stood at `state`. Throws only when cancelled.
  func poll(_ source: WatchedSource, from state: SourceState) async throws(CancellationError) -> Poll {
    let answer = await fetch(source, state)
    if Task.isCancelled { throw CancellationError() }
    switch answer {
    case .failure(let error): return blind(source, state, .broken, error.description)
    case .success(let response): return read(response, source, state)
    }
  }

  private func fetch(_ source: WatchedSource, _ state: SourceState) async -> Result<TransferResponse, TransferError> {
    let request = TransferRequest(
      url: source.url,
      headers: [
        "Accept": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"
      ],
      etag: state.etag,
      lastModified: state.lastModified
    )
    do throws(TransferError) {
      return .success(try await transfers.send(request))
    } catch {
      return .failure(error)
    }
  }

  private func read(_ response: TransferResponse, _ source: WatchedSource, _ state: SourceState) -> Poll {
    switch response.status {
    case 304: return seen(source, state, response, posts: [], hints: Feed.PollHints())
    case 200..<300: return readBody(response, source, state)
    case 429, 503:
      let wait = response.headers["Retry-After"].flatMap { RetryAfter.seconds($0, now: now()) }
      return blind(
        source,
        state,
        .limited(retryAfter: wait),
        "the server asks to come back later (HTTP \(response.status))"
      )
    case 401, 403, 451: return blind(source, state, .blocked, "the server refuses us (HTTP \(response.status))")
    case 410: return blind(source, state, .gone, "the feed is gone for good (HTTP 410); remove it from `sources`")
    default: return blind(source, state, .broken, "the server answered HTTP \(response.status)")
    }
  }

  private func readBody(_ response: TransferResponse, _ source: WatchedSource, _ state: SourceState) -> Poll {
    do throws(FeedError) {
      let feed = try source.kind.read(
        response.body,
        contentType: response.headers["Content-Type"],
        address: response.finalURL
      )
      let posts = FeedPosts(feed, source: source, classifier: classifier).posts
      return seen(source, state, response, posts: posts, hints: feed.hints)
    } catch {
      return blind(source, state, .broken, "\(error)")
    }
  }

  private func seen(
    _ source: WatchedSource,
    _ state: SourceState,
    _ response: TransferResponse,
    posts: [Post],
    hints: Feed.PollHints
  ) -> Poll {
    let outcome = PollPolicy.Outcome.seen(wait: Self.wait(asked: hints, response))
    let decision = PollPolicy.next(after: outcome, interval: source.interval, failures: 0, jitter: jitter())
    var next = state
    next.url = source.url
    next.etag = response.headers["ETag"] ?? (response.notModified ? state.etag : nil)
    next.lastModified = response.headers["Last-Modified"] ?? (response.notModified ? state.lastModified : nil)
    next.lastSuccess = now()
    next.nextPoll = now() + decision.wait
    next.consecutiveFailures = 0
    next.reason = nil
    return Poll(batch: Batch(posts: posts, source: next), blindness: nil, decision: decision)
  }

  private func blind(
    _ source: WatchedSource,
    _ state: SourceState,
    _ outcome: PollPolicy.Outcome,
    _ reason: String
  ) -> Poll {
    let failures = state.consecutiveFailures + 1
    let decision = PollPolicy.next(after: outcome, interval: source.interval, failures: failures, jitter: jitter())
    var next = state
    next.url = source.url
    next.nextPoll = now() + decision.wait
    next.consecutiveFailures = failures
    next.reason = reason
    return Poll(batch: Batch(source: next), blindness: reason, decision: decision)
  }

  /// The longest pause that the feed or the server asks for, in seconds.
  private static func wait(asked hints: Feed.PollHints, _ response: TransferResponse) -> Double? {
    let maxAge = response.headers["Cache-Control"]?.lowercased().split(separator: ",").lazy
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .first { $0.hasPrefix("max-age=") }
      .flatMap { Double($0.dropFirst("max-age=".count)) }
    return [hints.timeToLiveMinutes.map { Double($0) * 60 }, hints.updateIntervalSeconds.map(Double.init), maxAge]
      .compactMap { $0 }.max()
  }
}
