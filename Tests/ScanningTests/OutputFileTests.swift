import Foundation
import HarmClassifier
import PostExports
import Testing

@testable import Scanning

@Suite("Going on with a stopped scan") struct OutputFileTests {
  /// Scans to a file until `limit` batches are done, as if the program ended then; nil: to the end.
  private func run(_ exports: Exports, _ inputs: [String], to path: String, stopAfter limit: Int?, resuming: Bool)
    throws
  {
    let options = ScanOptions(
      inputs: inputs,
      reading: .init(format: .ndjson, chunkBytes: 4096),
      output: .csv,
      mildest: .review
    )
    let scan = Scan(options, versions: .init(lexicon: "test")) { Classifier(lexicon: Exports.lexicon) }
    let file = try ScanOutputFile(path: path, settings: ["a": "b"], resuming: resuming)
    var batches = 0
    struct Ended: Error {}
    do {
      let result = try scan.run(
        from: file.start,
        Scan.Sink(
          write: { try file.write($0) },
          problem: { _ in },
          position: { position in
            try file.reached(position)
            batches += 1
            if let limit, batches >= limit { throw Ended() }
          }
        )
      )
      #expect(result.tally.posts + result.tally.unreadable == 2 * 2000)
      try file.close(wasStopped: false)
    } catch is Ended {
      // Half of the ends are orderly; after the others the last note is the one from the start.
      if batches.isMultiple(of: 2) { try file.close(wasStopped: true) }
    }
  }

  @Test("wherever it was stopped, and however often, every record is there once", arguments: [1, 2, 5, 8, 30])
  func exactlyOnce(limit: Int) throws {
    let exports = try Exports()
    defer { exports.clean() }
    let inputs = [try exports.posts(2000, .ndjson), try exports.posts(2000, .ndjson, "more")]
    let (whole, pieces) = (exports.url.appending(path: "whole").path, exports.url.appending(path: "pieces").path)
    try run(exports, inputs, to: whole, stopAfter: nil, resuming: false)
    try run(exports, inputs, to: pieces, stopAfter: limit, resuming: false)
    try run(exports, inputs, to: pieces, stopAfter: limit + 2, resuming: true)
    try run(exports, inputs, to: pieces, stopAfter: nil, resuming: true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: pieces)) == Data(contentsOf: URL(fileURLWithPath: whole)))
    #expect(!FileManager.default.fileExists(atPath: pieces + ".progress"))
  }

  @Test("a file is neither overwritten nor mixed by mistake")
  func mistakes() throws {
    let exports = try Exports()
    defer { exports.clean() }
    let path = exports.url.appending(path: "out").path
    func problem(_ settings: [String: String], resuming: Bool) -> String? {
      do {
        _ = try ScanOutputFile(path: path, settings: settings, resuming: resuming)
        return nil
      } catch { return error.description }
    }
    #expect(problem(["format": "csv"], resuming: true) == nil, "nothing there yet: a new scan")
    #expect(problem(["format": "csv"], resuming: false)?.contains("--resume") == true)
    #expect(problem(["format": "text"], resuming: true)?.contains("another format: csv") == true)
    try FileManager.default.removeItem(atPath: path + ".progress")
    #expect(problem(["format": "csv"], resuming: true)?.contains("nothing to resume") == true)
    #expect(problem(["format": "csv"], resuming: false) == nil)
  }
}
