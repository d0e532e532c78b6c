import HarmClassifier
import PostExports
import Testing

@testable import Scanning

@Suite("The number of workers changes no byte") struct JobsTests {
  @Test("over formats and outputs", arguments: [PostFormat.text, .csv, .ndjson], ScanOptions.Output.allCases)
  func sameBytes(format: PostFormat, output: ScanOptions.Output) throws {
    let exports = try Exports()
    defer { exports.clean() }
    let inputs = [try exports.posts(700, format), try exports.posts(200, format, "more")]
    func bytes(jobs: Int) throws -> [String] {
      let fields = PostFields(time: format == .text ? nil : "time")
      let reading = PostReader.Options(format: format, fields: fields, chunkBytes: 16 << 10)
      let outcome = try exports.scan(ScanOptions(inputs: inputs, reading: reading, output: output, jobs: jobs))
      #expect(outcome.result.tally.posts + outcome.result.tally.unreadable == 900)
      let report = exports.report(outcome.result)
      return [outcome.output, report.text, report.html] + outcome.problems
    }
    #expect(try bytes(jobs: 1) == bytes(jobs: 8))
  }
}
