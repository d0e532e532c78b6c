import Foundation
import HarmClassifier
import PostExports
import Testing

@testable import Scanning

/// Directories as inputs of a scan.
@Suite("Scans of many files")
struct ManyInputsTests {
  @Test("files are judged in the order of their paths, ids start again, and what holds no posts fails nothing")
  func directory() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "scan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory.appending(path: "a"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let files = [
      "b.txt": "satu\ndua\n", "a/x.ndjson": "{\"text\":\"tiga\"}\n{\"text\":\n", "a/iklan.json": "{\"iklan\":[1]}",
      "a/f.jpg": "x",
    ]
    for (name, content) in files {
      try content.write(to: directory.appending(path: name), atomically: true, encoding: .utf8)
    }
    var (written, problems): ([UInt8], [String]) = ([], [])
    let classifier = Classifier(lexicon: Lexicon(LexiconSource(version: "test")))
    let scan = Scan(ScanOptions(inputs: [directory.path]), versions: .init(lexicon: "test")) { classifier }
    let result = try scan.run(Scan.Sink(write: { written += $0 }, problem: { problems.append($0) }))
    let ids = String(decoding: written, as: UTF8.self).split(separator: "\n").map { $0.prefix { $0 != "," } }
    #expect(ids == ["{\"id\":\"1\"", "{\"id\":\"1\"", "{\"id\":\"2\""])
    #expect(result.tally.posts == 3 && result.tally.unreadable == 1)
    #expect(result.failedInputs == 0 && result.skippedInputs == 1)
    #expect(
      problems.map { $0.replacing(directory.path, with: "D") } == [
        "D: 1 files skipped that hold no posts (jpg 1)",
        "D/a/iklan.json: no posts were recognised; name the file itself, and its layout with --format, if it should be read",
        "D/a/x.ndjson:2: JSON that ends inside the record: cut off?",
      ]
    )
  }
}
