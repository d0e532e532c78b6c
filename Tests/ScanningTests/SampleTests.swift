import HarmClassifier
import PostExports
import Testing

@testable import Scanning

@Suite("Samples") struct SampleTests {
  private func ids(_ exports: Exports, posts: Int, seed: UInt64 = 1, jobs: Int = 1, chunk: Int = 1 << 16) throws
    -> [Int]
  {
    let inputs = [try exports.posts(2000, .text), try exports.posts(2000, .text, "more")]
    let options = ScanOptions(
      inputs: inputs,
      reading: PostReader.Options(format: .text, chunkBytes: chunk),
      output: .flat,
      jobs: jobs,
      sample: .init(posts: posts, seed: seed)
    )
    let outcome = try exports.scan(options)
    #expect(outcome.result.tally.posts == min(posts, 4000))
    return outcome.output.split(separator: "\n").compactMap { line in
      let isMore = line.contains("more.text")
      return line.firstMatch(of: /"record":(\d+)/).flatMap { Int($0.output.1) }.map { isMore ? $0 + 2000 : $0 }
    }
  }

  @Test("have their size, keep the order of the input, and depend on the seed alone")
  func drawn() throws {
    let exports = try Exports()
    defer { exports.clean() }
    let first = try ids(exports, posts: 700)
    #expect(first.count == 700 && first == first.sorted() && Set(first).count == 700)
    #expect(try ids(exports, posts: 700, jobs: 8, chunk: 5000) == first)
    #expect(try ids(exports, posts: 700, seed: 2) != first)
    #expect(try ids(exports, posts: 9000).count == 4000)
  }

  @Test("treat all places of the input alike")
  func uniform() throws {
    let exports = try Exports()
    defer { exports.clean() }
    // 700 of 4000: each quarter of the input expects 175 with a standard deviation of 10.4.
    let quarters = Dictionary(grouping: try ids(exports, posts: 700)) { ($0 - 1) / 1000 }
    #expect((0..<4).allSatisfy { abs((quarters[$0]?.count ?? 0) - 175) < 52 })
  }
}
