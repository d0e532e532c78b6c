import Foundation
import FoundationXML
import HarmClassifier
import PostExports
import Testing

@testable import Scanning

@Suite("Reports of a scan") struct ReportTests {
  @Test(
    "days are read in the forms that exports have",
    arguments: [
      ("2026-11-27T23:59:00+08:00", "2026-11-27"), ("2026-11-27 08:00", "2026-11-27"), ("1795000000", "2026-11-18"),
      ("1795000000123", "2026-11-18"), ("1795000000.0", "2026-11-18"), ("27/11/2026 08.00", "2026-11-27"),
      ("27/11/26, 08:00", "2026-11-27"), ("Fri Nov 27 20:19:24 +0000 2026", "2026-11-27"),
      ("Fri, 27 Nov 2026 20:19:24 GMT", "2026-11-27"), ("Fri, 27 Nov 2026 20:19:24 +0700", "2026-11-27"),
      ("27 Nov 2026 20:19:24 -0000 (UTC)", "2026-11-27"), ("Jumat, 27 Agustus 2027", "2027-08-27"),
      ("2 Mei 2026 08.00", "2026-05-02"), ("1 Okt 2026", "2026-10-01"), ("31 Des 2026", "2026-12-31"),
      ("20261127", "2026-11-27"), ("2024-02-29", "2024-02-29"),
    ]
  )
  func days(time: String, day: String) {
    #expect(CalendarDay(time: time)?.description == day)
  }

  @Test(
    "plain days are those that any form is read as, and others are left to it",
    arguments: [
      ("2026-11-27T23:59:00Z", true), ("2026-11-27", true), ("2026-11-27 08:00:01.5+08:00", true),
      ("2026-11-271", false), ("2026-13-01", false), ("2026-11-2", false), ("2026-11-27 Fri 28 Dec 2025", false),
      ("2026/11/27", false), ("x026-11-27", false), ("1795000000123", false), ("", false),
    ]
  )
  func plainDays(time: String, isPlain: Bool) {
    let bytes = Array(time.utf8)
    let day = CalendarDay(plain: bytes.span)
    #expect((day != nil) == isPlain)
    if let day { #expect(day == CalendarDay(time: time)) }
  }

  @Test("what is no day is none", arguments: ["", "kemarin", "2026-02-29", "2026-13-01", "12:30", "0000-01-01"])
  func noDays(time: String) {
    #expect(CalendarDay(time: time) == nil)
  }

  @Test("days of two centuries are written as they are read")
  func everyDay() {
    for number in stride(from: 0, to: 84_000, by: 11) {
      let day = CalendarDay(number: number)
      guard CalendarDay(time: day.description) == day else {
        Issue.record("\(number) is \(day)")
        return
      }
    }
    #expect(CalendarDay(number: 0).description == "1970-01-01" && CalendarDay(number: 0).monday.number == -3)
  }

  @Test("a time line has all its days, and coarser steps when there are many")
  func timeline() {
    var one = DecisionCounts()
    one[.harmful] = 1
    func timeline(_ numbers: [Int]) -> Timeline {
      Timeline(Dictionary(uniqueKeysWithValues: numbers.map { (CalendarDay(number: $0), one) }))
    }
    #expect(timeline([20_000, 20_009]).buckets.map(\.counts.harmful) == [1] + Array(repeating: 0, count: 8) + [1])
    #expect(timeline([20_000, 20_200]).step == .week && timeline([20_000, 20_200]).buckets.count <= 93)
    let months = timeline([20_000, 24_000])
    #expect(months.step == .month && months.buckets.map(\.counts.total).reduce(0, +) == 2)
    #expect(Set(months.buckets.map(\.label)).count == months.buckets.count)
  }

  private func html(_ posts: [String]) throws -> (html: String, text: String) {
    let exports = try Exports()
    defer { exports.clean() }
    let file = try exports.file("x<script>&\"'.txt", posts.joined(separator: "\n") + "\n")
    let options = ScanOptions(inputs: [file], reading: .init(format: .text), output: .html)
    let report = exports.report(try exports.scan(options).result)
    return (report.html, report.text)
  }

  @Test("the page is well formed whatever posts hold, and holds no script and nothing from elsewhere")
  func page() throws {
    let posts = (0..<40).map { number in
      "slot gacor maxwin <script>alert(\(number))</script> \"'&<>]]> \u{202E}\u{7}\u{0}\u{FFFE} rajawali\(number)"
    }
    let page = try html(posts).html
    #expect(
      !page.contains("<script") && !page.contains("\u{202E}") && !page.contains("src=") && !page.contains("href=")
    )
    let parser = XMLParser(data: Data(page.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  @Test("numbers of people are masked in text and page; what was found is marked")
  func masked() throws {
    let report = try html(["slot gacor maxwin hubungi 0812-3456-7890 atau 081234567891 rek BCA 1234567890"])
    for text in [report.html, report.text] {
      #expect(!text.contains("3456") && !text.contains("812345") && !text.contains("1234567"))
      #expect(text.contains("•"))
    }
    #expect(report.html.contains("<mark>slot gacor maxwin</mark>") || report.html.contains("<mark>slot gacor</mark>"))
  }

  @Test("near copies are one wave with their count, and one example")
  func waves() throws {
    let copies = (0..<25).map { "mari bergabung slot gacor maxwin setiap malam bersama kawan nomor \($0)" }
    let report = try html(copies + ["hal lain tentang slot gacor maxwin yang sama sekali berbeda bunyinya"])
    #expect(report.text.contains("25 × mari bergabung slot gacor"))
    #expect(report.html.components(separatedBy: "<blockquote").count - 1 == 2)
  }

  @Test("posts that must not be passed on are counted, never quoted")
  func unquoted() throws {
    let report = try html(["kata uji dan uji kata dalam satu kalimat", "kata uji dan uji kata dalam satu kalimat"])
    #expect(
      report.text.contains("self_harm") && !report.html.contains("<blockquote") && !report.html.contains("dan uji")
    )
  }

  @Test("flat rows always have the same keys, and a number is never an integer by chance")
  func flat() throws {
    let exports = try Exports()
    defer { exports.clean() }
    let file = try exports.posts(50, .ndjson)
    let reading = PostReader.Options(format: .ndjson, fields: PostFields(time: "time"))
    let output = try exports.scan(ScanOptions(inputs: [file], reading: reading, output: .flat)).output
    let keys = output.split(separator: "\n").map { line in line.matches(of: /"(\w+)":/).map { String($0.output.1) } }
    #expect(Set(keys).count == 1)
    #expect(
      keys[0] == [
        "source", "record", "id", "time", "day", "verdict", "score", "category", "category_score", "stance", "language",
        "site_names", "terms", "indicators", "lexicon", "model",
      ]
    )
    #expect(output.contains(#""verdict":"clean","score":0.0,"category":null"#))
  }
}
