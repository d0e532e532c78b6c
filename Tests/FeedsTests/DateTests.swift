import Feeds
import Testing

/// Dates as feeds write them.
@Suite("Dates")
struct DateTests {
  private func date(_ text: String) throws -> String? {
    let feed = "<rss><channel><item><title>a</title><pubDate>\(text)</pubDate></item></channel></rss>"
    return try FeedParser.parse(Array(feed.utf8)).entries.first?.published?.rfc3339
  }

  @Test(
    "half past seven in the evening of 26 November 2026 in Jakarta",
    arguments: [
      "Thu, 26 Nov 2026 19:30:00 +0700", "Thu, 26 Nov 2026 12:30:00 GMT", "Thu,26 Nov 2026 19:30 +0700",
      "2026-11-26T19:30:00+07:00", "2026-11-26T12:30:00Z", "2026-11-26T19:30:00.123+0700", "2026-11-26 19:30:00 +0700",
      "20261126T123000Z", "1795696200", "1795696200000", "Thu Nov 26 19:30:00 WIB 2026",
      "Thu, 26 Nov 2026 19:30:00 GMT+7", "Thu, 26 Nov 2026 19:30:00 UTC+07:00", "Thu, 26 Nov 2026 19:30:00 (WIB)",
      "Thu, 26 Nov 2026 19:30:00 +0700 (WIB)", "Thursday, November 26, 2026 at 12:30 PM",
      "Kamis, 26 November 2026 19:30 WIB", "Kamis 26 Nopember 2026 pukul 19.30 WIB", "Kamis, 26/11/2026 19:30 WIB",
      "Kamis, 26-11-2026 | 19:30:00 WIB", "26 Nov 2026 20:30 WITA", "26.11.2026 21.30 WIT",
      "jue, 26 nov 2026 13:30:00 +0100", "26. November 2026, 12:30",
    ]
  )
  func evening(text: String) throws {
    #expect(try date(text) == "2026-11-26T12:30:00Z")
  }

  @Test(
    "Tuesday in Spanish and Italian is no March",
    arguments: ["Mar, 24 nov 2026 10:00:00 +0100", "mar. 24 nov 2026 09:00"]
  )
  func tuesday(text: String) throws {
    #expect(try date(text) == "2026-11-24T09:00:00Z")
  }

  @Test(
    "days that do not exist and words that name none are no dates",
    arguments: [
      "Thu, 31 Nov 2026 19:30:00 +0700", "2026-02-29T00:00:00Z", "0000-00-00 00:00:00", "2 hari yang lalu", "kemarin",
      "2026-11-26T25:00:00Z",
    ]
  )
  func none(text: String) throws {
    #expect(try date(text) == nil)
  }

  @Test("the last day of each month of a leap year, in both common forms")
  func monthEnds() throws {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    for (month, (name, days)) in zip(names, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]).enumerated() {
      let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
      #expect(try date("Mon, \(days) \(name) 2028 23:59:59 +0000") == "2028-\(number)-\(days)T23:59:59Z")
      #expect(try date("2028-\(number)-\(days)T23:59:59Z") == "2028-\(number)-\(days)T23:59:59Z")
      #expect(try date("2028-\(number)-\(days + 1)T23:59:59Z") == nil)
    }
  }
}
