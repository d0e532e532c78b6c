import Foundation
import HarmClassifier
import LexiconFiles
import Localization
import PostExports
import Testing

@testable import Scanning

@Suite("Scanning exports")
struct ScanTests {
  private static let lexicon = Lexicon(
    LexiconSource(
      version: "test",
      categories: [
        .init(id: "gambling", terms: [.init("slot gacor", .strong), .init("maxwin", .strong)], hasSiteNames: true)
      ]
    )
  )

  /// Scans `lines` as text and gives what was written, the problems and the result.
  private func scan(
    _ lines: [String],
    output: ScanOptions.Output = .ndjson,
    mildest: Verdict.Decision = .clean,
    jobs: Int = 1
  ) throws -> (output: String, problems: [String], result: Scan.Result) {
    let path = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString).txt").path
    try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let options = ScanOptions(
      inputs: ["/nonexistent/file", path],
      reading: .init(format: .text),
      output: output,
      mildest: mildest,
      jobs: jobs
    )
    var written: [UInt8] = []
    var problems: [String] = []
    let scan = Scan(options, versions: .init(lexicon: "test")) { Classifier(lexicon: Self.lexicon) }
    let result = try scan.run(Scan.Sink(write: { written += $0 }, problem: { problems.append($0) }))
    return (String(decoding: written, as: UTF8.self), problems, result)
  }

  @Test("numbers are written as they are read", arguments: [0, 7, 10, 90_817, Int.max])
  func decimals(number: Int) {
    var bytes = Array("n".utf8)
    bytes.append(decimal: number)
    #expect(String(decoding: bytes, as: UTF8.self) == "n\(number)")
  }

  @Test("many jobs write the same bytes as one, in input order")
  func order() throws {
    let lines = (1...3000).map { $0 % 7 == 0 ? "slot gacor maxwin nomor \($0)" : "kiriman biasa \($0)" }
    let one = try scan(lines)
    let eight = try scan(lines, jobs: 8)
    #expect(one.output == eight.output)
    #expect(one.result.tally.categories == eight.result.tally.categories)
    #expect(one.result.tally.posts == 3000)
    #expect(one.result.tally[.harmful] == 3000 / 7)
    let ids = one.output.split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids == (1...3000).map { "{\"id\":\"\($0)\"" })
  }

  @Test("the short way to a clean line gives the bytes of the long one", arguments: ["7", "a\"b\\", "é\u{7F}\n", ""])
  func cleanLine(id: String) {
    for versions in [Verdict.Versions(lexicon: "1"), .init(lexicon: "\"2\"", model: "m,\"lexicon\":")] {
      for language in [nil, "id", "bjn"] {
        let verdict = Verdict(decision: .clean, score: 0, language: language)
        let writer = VerdictWriter(output: .ndjson, versions: versions)
        var (short, long): ([UInt8], [UInt8]) = ([], [])
        let record = Array(id.utf8)
        let place = PostBatch.Place(number: 1, text: 0..<0, id: 0..<record.count)
        writer.append(verdict, place, record.span, source: "-", to: &short)
        verdict.appendJSON(id: id, versions: versions, to: &long)
        #expect(short == long + [0x0A])
      }
    }
  }

  @Test("a file that can't be read is reported and the next one is still judged")
  func unreadable() throws {
    let outcome = try scan(["halo"])
    #expect(outcome.result.failedInputs == 1)
    #expect(outcome.result.tally.posts == 1)
    #expect(outcome.problems.contains { $0.contains("/nonexistent/file") })
  }

  @Test("milder posts are counted but not written")
  func only() throws {
    let outcome = try scan(["halo", "slot gacor maxwin"], mildest: .harmful)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(outcome.result.tally.posts == 2)
  }

  @Test("CSV quotes what must be quoted and defuses formulas")
  func csv() throws {
    let outcome = try scan(["slot gacor maxwin"], output: .csv)
    let rows = outcome.output.components(separatedBy: "\r\n")
    #expect(rows[0] == "id,verdict,score,category,stance,evidence,indicators")
    #expect(rows[1].hasPrefix("1,harmful,0.880797,gambling,promo,\"lexicon:slot gacor; lexicon:maxwin\""))
    var bytes: [UInt8] = []
    let id = Array("=cmd|' /C calc'!A0, \"x\"".utf8)
    CSVRow.append(.clean, PostBatch.Place(number: 1, text: 0..<0, id: 0..<id.count), id.span, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("\"'=cmd|' /C calc'!A0, \"\"x\"\"\",clean"))
  }

  @Test("the summary counts in both languages", arguments: [(Language.id, "berbahaya"), (.en, "harmful")])
  func summary(language: Language, word: String) throws {
    let outcome = try scan(["halo", "slot gacor maxwin", "slot gacor maxwin"])
    let text = ScanReport(outcome.result, categories: [], versions: .init(lexicon: "1"), language: language).text
    #expect(text.contains(word + String(repeating: " ", count: 24 - word.count) + "2"))
    #expect(text.contains("gambling"))
  }
}
