import Campaigns
import Crypto
import Feeds
import Foundation
import HarmClassifier
import Storage

/// The entries of a feed as judged posts.
struct FeedPosts {
  let posts: [Post]

  init(_ feed: Feed, source: WatchedSource, classifier: Classifier) {
    var scratch = Classifier.Scratch()
    posts = zip(feed.entries, EntryIdentity.identities(of: feed)).compactMap { entry, identity in
      let text = Self.text(of: entry)
      guard !text.isEmpty else { return nil }
      let bytes = Array(text.utf8)
      let key = EntryKey(source: source.id, identity: identity.text, version: Self.digest(bytes))
      let verdict = classifier.classify(bytes.span, scratch: &scratch)
      return Post(
        entry: JudgedEntry(
          key: key,
          role: source.role,
          region: source.region,
          link: entry.link,
          verdict: verdict,
          // Clean posts, which most are, belong to no wave and are not folded again.
          fingerprint: verdict.decision == .clean ? nil : WaveFingerprint(folded: classifier.fold(text))
        ),
        text: text,
        author: entry.authors.first,
        publishedAt: (entry.published ?? entry.updated).map { Date(timeIntervalSince1970: Double($0.secondsSince1970)) }
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

  /// Tells versions of an entry apart: an edited entry is judged again.
  private static func digest(_ text: [UInt8]) -> String {
    SHA256.hash(data: text).prefix(16).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
