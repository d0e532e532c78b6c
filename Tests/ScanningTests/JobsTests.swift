import Foundation
import HarmClassifier
import PostExports
import Synchronization
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
      let reading = PostReader.Options(format: format, fields: fields, chunkBytes: 1 << 10)
      let outcome = try exports.scan(ScanOptions(inputs: inputs, reading: reading, output: output, jobs: jobs))
      #expect(outcome.result.tally.posts + outcome.result.tally.unreadable == 900)
      let report = exports.report(outcome.result)
      return [outcome.output, report.text, report.html] + outcome.problems
    }
    #expect(try bytes(jobs: 1) == bytes(jobs: 8))
  }

  @Test("each worker makes its classifier once, and a short input needs one worker only", arguments: [1, 200])
  func classifiers(chunks: Int) throws {
    let exports = try Exports()
    defer { exports.clean() }
    let input = try exports.posts(2000, .text)
    let size = try Data(contentsOf: URL(fileURLWithPath: input)).count
    let options = ScanOptions(
      inputs: [input],
      reading: .init(format: .text, chunkBytes: size / chunks + 1),
      output: .summary,
      jobs: 3
    )
    let (posts, classifiers) = try counts(options)
    #expect(posts == 2000)
    #expect(classifiers == (chunks == 1 ? 1 : 3))
  }

  @Test("a file known to be long has all workers from its first chunk on, a small sample of it has one")
  func longFile() throws {
    let exports = try Exports()
    defer { exports.clean() }
    let input = exports.url.appending(path: "long.txt")
    let line = String(repeating: "kiriman biasa ", count: 100) + "\n"
    try String(repeating: line, count: Crew.longInput / line.utf8.count + 1).write(
      to: input,
      atomically: true,
      encoding: .utf8
    )
    var options = ScanOptions(
      inputs: [input.path],
      reading: .init(format: .text, chunkBytes: 2 * Crew.longInput),
      output: .summary,
      jobs: 3
    )
    #expect(try counts(options).classifiers == 3)
    options.sample = .init(posts: 5)
    #expect(try counts(options).classifiers == 1)
  }

  /// The posts judged in a scan, and the classifiers made for it.
  private func counts(_ options: ScanOptions) throws -> (posts: Int, classifiers: Int) {
    let made = Mutex(0)
    let scan = Scan(options, versions: .init(lexicon: "test")) {
      made.withLock { $0 += 1 }
      return Classifier(lexicon: Exports.lexicon)
    }
    let result = try scan.run(Scan.Sink(write: { _ in }, problem: { _ in }))
    return (result.tally.posts, made.withLock { $0 })
  }

  @Test("an output that fails ends all workers, and no later line is written", arguments: [1, 8])
  func failingOutput(jobs: Int) throws {
    let exports = try Exports()
    defer { exports.clean() }
    let reading = PostReader.Options(format: .text, chunkBytes: 1 << 10)
    let options = ScanOptions(inputs: [try exports.posts(3000, .text)], reading: reading, jobs: jobs)
    struct Full: Error {}
    var writes = 0
    let scan = Scan(options, versions: .init(lexicon: "test")) { Classifier(lexicon: Exports.lexicon) }
    #expect(throws: Full.self) {
      try scan.run(
        Scan.Sink(
          write: { _ in
            writes += 1
            if writes == 12 { throw Full() }
          },
          problem: { _ in }
        )
      )
    }
    #expect(writes == 12)
  }

  @Test("a post that waits for no other is written before the next comes", arguments: [1, 4])
  func trickle(jobs: Int) throws {
    let exports = try Exports()
    defer { exports.clean() }
    let pipe = exports.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let written = DispatchSemaphore(value: 0)
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: pipe) else { return }
      for number in 0..<12 {
        handle.write(Data("kiriman \(number)\n".utf8))
        // Ends the input early, so that the counts below fail, when the line does not come.
        if written.wait(timeout: .now() + 30) == .timedOut { break }
      }
      try? handle.close()
    }
    writer.start()
    let options = ScanOptions(inputs: [pipe], reading: .init(format: .text), jobs: jobs)
    let scan = Scan(options, versions: .init(lexicon: "test")) { Classifier(lexicon: Exports.lexicon) }
    let result = try scan.run(Scan.Sink(write: { _ in written.signal() }, problem: { _ in }))
    #expect(result.tally.posts == 12)
  }
}
