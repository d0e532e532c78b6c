import Foundation
import HarmClassifier
import Testing

@testable import IndicatorExports

@Suite("Export formats") struct FormatTests {
  private let context = ExportContext(asOf: Date(timeIntervalSince1970: 1_795_000_000))

  private func text(_ format: ExportFormat) throws -> String {
    format.text(try collection(shippedGuards()).records(), context)
  }

  @Test("the same records give the same bytes, in whatever order they came", arguments: ExportFormat.allCases)
  func determinism(format: ExportFormat) throws {
    var generator = SystemRandomNumberGenerator()
    let records = try collection(shippedGuards()).records()
    var again = IndicatorCollection(guards: try shippedGuards())
    for record in records.shuffled(using: &generator) {
      again.add(
        kind: record.kind,
        value: record.value,
        posts: record.posts,
        score: record.score,
        categories: record.categories
      )
    }
    #expect(try text(format) == format.text(again.records(), context))
  }

  @Test("no number leaves whole, no shared host leaves at all", arguments: ExportFormat.allCases)
  func privacy(format: ExportFormat) throws {
    let text = try text(format)
    #expect(!text.contains("812345678") && !text.contains("12345678") && !text.contains("10203040"))
    if format != .csv {
      #expect(!text.contains("samarinda.go.id") && !text.contains("facebook") && !text.contains("103.23"))
    }
  }

  @Test("a hosts file names each site once with and once without www.")
  func hosts() throws {
    let lines = try text(.hosts).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.allSatisfy { $0.hasPrefix("0.0.0.0 ") } && Set(lines).count == lines.count)
    #expect(
      lines.filter { $0.hasSuffix("pulauwin77.example") } == [
        "0.0.0.0 pulauwin77.example", "0.0.0.0 www.pulauwin77.example",
      ]
    )
    #expect(lines.contains("0.0.0.0 xn--bcher-slot-9db.example"))
  }

  @Test("the table has every indicator, with why it is held back, and no formula")
  func table() throws {
    let rows = try text(.csv).components(separatedBy: "\r\n")
    #expect(rows[0] == "type,value,posts,score,categories,first_seen,last_seen,held_back")
    #expect(rows.contains("domain,t.me,1,0.97,gambling,,,shared_host"))
    #expect(rows.contains("domain,pulauwin77.example,2,0.97,gambling,,,"))
    #expect(rows.contains { $0.hasPrefix("phone,'+") })
  }

  @Test("an indicator keeps its STIX id from export to export")
  func ids() throws {
    let first = try text(.stix)
    let later = ExportFormat.stix.text(
      try collection(shippedGuards()).records(),
      ExportContext(asOf: context.asOf.addingTimeInterval(86_400))
    )
    func ids(_ text: String) -> [String] {
      text.matches(of: /"id" : "(indicator--[0-9a-f-]{36})"/).map { String($0.output.1) }
    }
    #expect(ids(first).count == 9 && Set(ids(first)).count == 9 && ids(first) == ids(later))
    #expect(first.contains(#"[url:value = 'https://bit.ly/gacor\\'77\\\\x']"#))
  }
}
