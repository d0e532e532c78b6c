import Campaigns
import Crypto
import Feeds
import Foundation
import HarmClassifier
import Storage

/// An entry of a feed before it is judged.
struct EntryCandidate: Sendable {
  /// Its place in the feed, from 0.
  let index: Int
  let key: EntryKey
  let entry: Feed.Entry
  let text: String
}

/// The entries of a feed as judged posts.
enum FeedPosts {
  /// The entries that say something, each with its key.
  static func candidates(_ feed: Feed, source: WatchedSource) -> [EntryCandidate] {
    zip(feed.entries, EntryIdentity.identities(of: feed)).enumerated().compactMap { index, pair in
      let (entry, identity) = pair
      let text = text(of: entry)
      guard !text.isEmpty else { return nil }
      let key = EntryKey(source: source.id, identity: identity.text, version: digest(text.utf8))
      return EntryCandidate(index: index, key: key, entry: entry, text: text)
    }
  }

  /// The candidates with their verdicts. `origin` gives how the answer came that an entry, by its place, stood in.
  static func judge(
    _ candidates: [EntryCandidate],
    source: WatchedSource,
    classifier: Classifier,
    origin: (Int) -> PostOrigin?
  ) -> [Post] {
    var scratch = Classifier.Scratch()
    return candidates.map { candidate in
      let verdict = classifier.classify(Array(candidate.text.utf8).span, scratch: &scratch)
      let entry = candidate.entry
      return Post(
        entry: JudgedEntry(
          key: candidate.key,
          role: source.role,
          region: source.region,
          link: entry.link,
          verdict: verdict,
          // Clean posts, which most are, belong to no wave and are not folded again.
          fingerprint: verdict.decision == .clean ? nil : WaveFingerprint(folded: classifier.fold(candidate.text))
        ),
        text: candidate.text,
        author: entry.authors.first,
        publishedAt: (entry.published ?? entry.updated).map {
          Date(timeIntervalSince1970: Double($0.secondsSince1970))
        },
        origin: origin(candidate.index)
      )
    }
  }

  /// What a reader sees: the title, then the content or else the summary. Each on a line of its own, and the title only
  /// once where the content begins with it. A title that names the author ("Comment by …") is the site's, not the post's.
  static func text(of entry: Feed.Entry) -> String {
    let body = [entry.contentText, entry.summaryText].compactMap { $0 }.first { !$0.isEmpty } ?? ""
    let title = entry.title ?? ""
    let namesAuthor = entry.authors.contains { !$0.isEmpty && title.contains($0) }
    if title.isEmpty || body.hasPrefix(title) || (namesAuthor && !body.isEmpty) { return body }
    return body.isEmpty ? title : title + "\n" + body
  }

  /// Tells versions of an entry, or of a body, apart: an edited entry is judged again.
  static func digest(_ bytes: some Sequence<UInt8>) -> String { String(sha256(bytes).prefix(32)) }

  /// The SHA-256 as `sha256sum` writes it, so that anybody can check it.
  static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
