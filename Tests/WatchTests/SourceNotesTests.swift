import Feeds
import Foundation
import Localization
import Storage
import Testing
import Transfers

@testable import Watch

/// What polls teach about a source, on a clock of the test's own.
@Suite("What is learnt about a source")
struct SourceNotesTests {
  private let day = 86_400.0
  private let start = Date(timeIntervalSince1970: 1_764_000_000)

  private func feed(_ ids: Range<Int>, title: String = "Desa", dated: Bool = false) -> Feed {
    var feed = Feed(title: title)
    feed.entries = ids.map { id in
      var entry = Feed.Entry()
      entry.id = "\(id)"
      entry.contentText = "isi \(id)"
      if dated { entry.published = FeedDate(secondsSince1970: 1_764_000_000 - Int64(id) * 3600) }
      return entry
    }
    return feed
  }

  private let moved = [TransferResponse.Redirect(from: "http://a.example/", status: 301, to: "https://a.example/")]

  @Test("a permanent redirect is adopted after a week of polls, and not by a busy poller's first ten")
  func adoption() {
    var notes = SourceNotes()
    for minute in 0..<10 { notes.noteRedirects(moved, now: start + Double(minute) * 60) }
    #expect(notes.adoptedURL == nil)
    notes.noteRedirects(moved, now: start + 7 * day)
    #expect(notes.adoptedURL == "https://a.example/")
    notes.noteBlindness(Blindness(outcome: .limited(retryAfter: nil), code: "limited", message: ""), now: start)
    #expect(notes.adoptedURL != nil, "a server that asks for patience did not move back")
    notes.noteBlindness(Blindness(outcome: .broken, code: "http_404", message: ""), now: start)
    #expect(notes.adoptedURL == nil, "what fails is given up for the configured address")
  }

  @Test("a redirect that is temporary, absent once or leads elsewhere starts anew")
  func unstable() {
    var temporary = moved
    temporary[0].status = 302
    var elsewhere = moved
    elsewhere[0].to = "https://b.example/"
    for interruption in [temporary, [], elsewhere] {
      var notes = SourceNotes()
      notes.noteRedirects(moved, now: start)
      notes.noteRedirects(moved, now: start + 3 * day)
      notes.noteRedirects(interruption, now: start + 5 * day)
      notes.noteRedirects(moved, now: start + 8 * day)
      notes.noteRedirects(moved, now: start + 9 * day)
      #expect(notes.adoptedURL == nil)
    }
  }

  @Test("the first poll learns the rhythm from dates, later ones from what is new")
  func rhythm() {
    var notes = SourceNotes()
    notes.noteNews(11, of: feed(0..<11, dated: true), now: start)
    #expect(notes.usualGap == 3600 && notes.gaps == 10 && notes.lastNews == start)
    notes.noteNews(0, of: feed(0..<11), now: start + day)
    #expect(notes.usualGap == 3600 && notes.lastNews == start)
    notes.noteNews(2, of: feed(0..<11), now: start + 7200)
    #expect(notes.usualGap == 3600 && notes.gaps == 12 && notes.lastNews == start + 7200)
  }

  private func health(_ notes: SourceNotes, now: Date, failures: Int = 0) -> SourceHealth {
    SourceHealth(
      SourceState(id: "s", url: "u", lastSuccess: start, consecutiveFailures: failures, notes: notes),
      now: now
    )
  }

  @Test("quiet: eight usual gaps without news, at least a day, and only when the rhythm is known")
  func quiet() {
    var notes = SourceNotes()
    notes.noteNews(11, of: feed(0..<11, dated: true), now: start)
    #expect(health(notes, now: start + 0.9 * day).alarms == [])
    #expect(health(notes, now: start + 1.1 * day).alarms == [.quiet])
    #expect(health(notes, now: start + 1.1 * day, failures: 1).alarms == [], "a blind source has another trouble")
    var rare = SourceNotes()
    rare.noteNews(2, of: feed(0..<2, dated: true), now: start)
    #expect(health(rare, now: start + 1000 * day).alarms == [])
  }

  @Test("shrunk: under half of the usual, until it recovers or a week makes it the usual")
  func shrunk() {
    var notes = SourceNotes()
    notes.noteShape(feed(0..<20), of: .feed, now: start)
    notes.noteShape(feed(0..<12), of: .feed, now: start)
    #expect(notes.shrunkSince == nil)
    notes.noteShape(feed(0..<5), of: .feed, now: start + 1)
    notes.noteShape(feed(0..<5), of: .feed, now: start + 2)
    #expect(notes.shrunkSince == start + 1 && health(notes, now: start).alarms == [.shrunk])
    var recovered = notes
    recovered.noteShape(feed(0..<18), of: .feed, now: start + 3)
    #expect(recovered.shrunkSince == nil)
    notes.noteShape(feed(0..<5), of: .feed, now: start + 8 * day)
    notes.noteShape(feed(0..<5), of: .feed, now: start + 8 * day)
    #expect(notes.shrunkSince == nil && notes.shape?.usualExtent == 5)
  }

  @Test("replaced: another title and nothing of what was there; news alone or a new name alone are none")
  func replaced() {
    var notes = SourceNotes()
    notes.noteShape(feed(0..<20), of: .feed, now: start)
    var renamed = notes
    renamed.noteShape(feed(0..<20, title: "Desa Baru"), of: .feed, now: start)
    var busy = notes
    busy.noteShape(feed(100..<120), of: .feed, now: start)
    #expect(renamed.replacedSince == nil && busy.replacedSince == nil)
    notes.noteShape(feed(100..<120, title: "SLOT GACOR"), of: .feed, now: start)
    #expect(health(notes, now: start + day).alarms == [.replaced])
    #expect(health(notes, now: start + 8 * day).alarms == [])
  }

  @Test("a page is recognised by its words")
  func page() throws {
    func page(_ title: String, _ text: String) throws -> Feed {
      try Page.parse(Array("<title>\(title)</title>\(text)".utf8)).feed(url: "https://desa.example/")
    }
    var notes = SourceNotes()
    let words = "selamat datang di laman resmi desa kami di kabupaten berau provinsi kalimantan timur"
    notes.noteShape(try page("Desa", words), of: .page, now: start)
    var edited = notes
    edited.noteShape(try page("Desa Maju", words + " berita baru"), of: .page, now: start)
    #expect(edited.replacedSince == nil)
    notes.noteShape(
      try page("Domain dijual", "buy this domain now, contact the owner today for price"),
      of: .page,
      now: start
    )
    #expect(notes.replacedSince == start)
  }

  @Test("what was planned before the clock was set back keeps its distance; what was planned since keeps its time")
  func clockSetBack() {
    var state = SourceState(id: "a", url: "https://a.example", nextPoll: start + 3600, lastSuccess: start)
    #expect(state.nextPoll(startingAt: start + 60) == start + 3600)
    #expect(state.nextPoll(startingAt: start - day) == start - day + 3600)
    state.nextPoll = start - day + 300
    #expect(state.nextPoll(startingAt: start - day) == start - day + 300)
    state.lastSuccess = nil
    #expect(state.nextPoll(startingAt: start - 2 * day) == start - day + 300)
  }

  @Test("every reason why a transfer brings nothing has words for the desk", arguments: TransferError.Reason.allCases)
  func words(reason: TransferError.Reason) {
    let isOfPolls = ![.invalidConfiguration, .cancelled, .shutDown].contains(reason)
    #expect((LocalizedText(blindness: reason.rawValue) != nil) == isOfPolls)
  }
}
