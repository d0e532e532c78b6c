import Campaigns
import Foundation
import Localization

/// Keeps an Atom feed of alerts and briefs in a file, for feed readers and web servers.
///
/// An alert is one entry, which each notice brings up to date. Whoever reads the file sees it as it was before or after
/// a notice, never in between.
public final class AtomReceiver: Receiver {
  /// The receiver's name.
  public let name: String
  private let path: String
  private let feed: AtomFeed
  private let limit: Int
  private let words: NoticeWords
  private let writer: NoticeWriter
  /// For the title, which is no HTML.
  private let plainWriter: NoticeWriter
  /// Disk writes block; they must not hold a thread that tasks share.
  private let queue: DispatchQueue

  /// Creates a receiver.
  ///
  /// - Parameters:
  ///   - name: its name; with `externalURL` it makes the feed's id.
  ///   - path: the file.
  ///   - externalURL: where people reach this service.
  ///   - entries: the most entries.
  ///   - language: the readers' language.
  ///   - timeZone: the readers' clock.
  ///   - lexicon: what the lexicon calls things.
  ///   - template: how an entry's HTML is worded; nil for the shipped way.
  public init(
    name: String,
    path: String,
    externalURL: String,
    entries: Int,
    language: Language,
    timeZone: TimeZone = .current,
    lexicon: LexiconWords = LexiconWords(),
    template: NoticeTemplate? = nil
  ) {
    self.name = name
    self.path = path
    limit = entries
    let title = LocalizedText(id: "Peringatan Ronda", en: "Ronda alerts")[language]
    feed = AtomFeed(id: "\(externalURL)/feeds/\(name)", title: title, language: language.rawValue)
    words = NoticeWords(language: language, lexicon: lexicon)
    writer = NoticeWriter(template ?? .html, words, timeZone, escape: .html)
    plainWriter = NoticeWriter(.plain, words, timeZone, escape: .plain)
    queue = DispatchQueue(label: "atom receiver \(name)")
  }

  /// Writes the file with `message` in it.
  public func deliver(_ message: OutboxMessage, now: Date) async -> DeliveryOutcome {
    guard let entry = entry(message, now: now) else { return .failed(reason: "no readable notice") }
    return await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: self.write(entry, now: now)) }
    }
  }

  private func entry(_ message: OutboxMessage, now: Date) -> AtomFeed.Entry? {
    switch NoticeContent(message) {
    case .alert(let alert)?:
      AtomFeed.Entry(
        id: alert.fingerprint,
        title: NoticeWriter.parts(plainWriter.text(alert)).title,
        published: alert.startsAt,
        updated: now,
        link: alert.generatorURL,
        categories: alert.categories.map { ($0, words.category($0)) },
        html: writer.text(alert)
      )
    case .brief(let brief)?:
      AtomFeed.Entry(
        id: message.id,
        title: brief.subject,
        published: brief.at,
        updated: now,
        link: nil,
        categories: [],
        // Its page is a document of its own, which no reader of feeds would show as one.
        html: "<pre style=\"white-space:pre-wrap\">\(TextEscape.html(brief.text))</pre>"
      )
    case nil: nil
    }
  }

  private func write(_ entry: AtomFeed.Entry, now: Date) -> DeliveryOutcome {
    var feed = feed
    if let document = try? String(contentsOfFile: path, encoding: .utf8) {
      guard document.isEmpty || document.hasPrefix(AtomFeed.head) else {
        return .failed(reason: "\(path): there is another file; move it away, or configure another path")
      }
      feed.read(document)
    }
    feed.put(entry, limit: limit)
    do throws(AlertFileError) {
      try AtomicFile.write(Data(feed.document(updated: now).utf8), to: path)
      return .delivered
    } catch {
      return .failed(reason: error.description)
    }
  }
}
