import Feeds
import Foundation
import Storage
import Transfers

/// What a poll read from a source.
struct Reading: Sendable {
  var feed = Feed()
  /// Why a part of it was not seen; nil when all was.
  var shortfall: Blindness?
  /// Whether "not modified" about the first answer says nothing of what it leads to.
  var dependsOnMore = false
  /// How many further parts were left for later polls.
  var left = 0
  /// The answers that the entries stood in: each with the number of entries up to its end.
  private(set) var origins: [(end: Int, origin: PostOrigin)] = []

  /// Notes where the entries come from that were added since the last call.
  mutating func noteOrigin(_ origin: PostOrigin) { origins.append((feed.entries.count, origin)) }

  /// How the answer came that an entry stood in.
  func origin(ofEntry index: Int) -> PostOrigin? { origins.first { index < $0.end }?.origin }
}

/// Turns the first answer of a source into what it says, with the further requests that parts of sitemaps and pages of
/// interfaces need. One after the other: a poll never asks a host twice at once.
struct SourceReader: Sendable {
  let transfers: TransferEngine
  let source: WatchedSource
  /// The key of a JSON interface.
  let key: String?
  /// When the source was last read; nil when never.
  let lastRead: Date?
  let now: Date

  /// So many sitemaps of an index are read in one poll, and so many addresses in all.
  static let mostParts = 10
  static let mostAddresses = 50_000

  func read(_ response: TransferResponse) async -> Reading {
    do throws(FeedError) {
      let type = response.headers["Content-Type"]
      switch source.kind {
      case .feed:
        return reading(try FeedParser.parse(response.body, contentType: type, baseURL: response.finalURL), of: response)
      case .page:
        let page = try Page.parse(response.body, contentType: type, baseURL: response.finalURL)
        return reading(page.feed(url: response.finalURL), of: response)
      case .sitemap:
        let map = try Sitemap.parse(response.body, contentType: type, baseURL: response.finalURL)
        return try await parts(of: map, in: reading(map.feed, of: response), at: response.finalURL)
      case .json(let interface):
        return try await pages(of: interface, from: response)
      }
    } catch {
      return Reading(shortfall: Blindness(error))
    }
  }

  private func reading(_ feed: Feed, of response: TransferResponse) -> Reading {
    var reading = Reading(feed: feed)
    reading.noteOrigin(origin(of: response))
    return reading
  }

  private func origin(of response: TransferResponse) -> PostOrigin {
    PostOrigin(response, key: key, digest: FeedPosts.sha256(response.body), now: now)
  }

  // MARK: Sitemaps

  private func parts(of map: Sitemap, in start: Reading, at url: String) async throws(FeedError) -> Reading {
    var reading = start
    guard !map.parts.isEmpty else { return reading }
    // Times in an index are often days only.
    let since = lastRead.map { FeedDate(secondsSince1970: Int64($0.timeIntervalSince1970) - 2 * 86_400) }
    let wanted = map.partsToRead(of: url, changedSince: since)
    if wanted.isEmpty, map.partsToRead(of: url).isEmpty { throw .foreignIndex(parts: map.parts.count) }
    reading.dependsOnMore = true
    reading.left = max(0, wanted.count - Self.mostParts)
    for part in wanted.prefix(Self.mostParts) where reading.feed.entries.count < Self.mostAddresses {
      if Task.isCancelled { return reading }
      do throws(Blindness) {
        var request = source.request(to: part.url)
        request.keepsConnection = part.url != wanted.prefix(Self.mostParts).last?.url
        let response = try await content(request)
        let entries = try sitemap(response).feed.entries
        reading.feed.entries += entries.prefix(Self.mostAddresses - reading.feed.entries.count)
        reading.noteOrigin(origin(of: response))
      } catch {
        reading.shortfall = error
      }
    }
    return reading
  }

  private func sitemap(_ response: TransferResponse) throws(Blindness) -> Sitemap {
    do throws(FeedError) {
      return try Sitemap.parse(
        response.body,
        contentType: response.headers["Content-Type"],
        baseURL: response.finalURL
      )
    } catch {
      throw Blindness(error)
    }
  }

  // MARK: JSON interfaces

  private func pages(of interface: JSONInterface, from first: TransferResponse) async throws(FeedError) -> Reading {
    var reading = Reading()
    var page = try interface.items(in: first)
    var response = first
    var number = 1
    while true {
      reading.feed.entries += page.feed.entries
      reading.noteOrigin(origin(of: response))
      guard number < interface.pages, !page.feed.entries.isEmpty, reachesNews(page.feed),
        let request = interface.request(after: page.cursor, number: number + 1, from: response.finalURL, key: key)
      else { return reading }
      if Task.isCancelled { return reading }
      number += 1
      do throws(Blindness) {
        response = try await content(request)
        page = try items(interface, response)
      } catch {
        reading.shortfall = error
        return reading
      }
    }
  }

  private func items(_ interface: JSONInterface, _ response: TransferResponse) throws(Blindness) -> JSONItems {
    do throws(FeedError) {
      return try interface.items(in: response)
    } catch {
      throw Blindness(error)
    }
  }

  /// Whether the page after this one can hold something new: not when this one goes back to before the last poll.
  private func reachesNews(_ feed: Feed) -> Bool {
    guard let lastRead, let oldest = feed.entries.compactMap(\.published).min() else { return true }
    return Double(oldest.secondsSince1970) > lastRead.timeIntervalSince1970
  }

  private func content(_ request: TransferRequest) async throws(Blindness) -> TransferResponse {
    let response: TransferResponse
    do throws(TransferError) {
      response = try await transfers.send(request)
    } catch {
      throw Blindness(error)
    }
    if let blindness = Blindness(response, now: now) { throw blindness }
    return response
  }
}
