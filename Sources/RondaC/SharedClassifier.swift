import HarmClassifier
import LexiconFiles
import Synchronization

/// A classifier that many threads use, with the memory their calls leave for the next.
final class SharedClassifier: Sendable {
  private let classifier: Classifier
  private let versions: Verdict.Versions
  private let idle = Mutex<[Classifier.Scratch]>([])

  init(directory: String) throws(LexiconError) {
    let lexicon = try LexiconFiles(directory: directory)
    classifier = lexicon.classifier()
    versions = lexicon.versions
  }

  /// Judges the texts between neighbouring offsets into `bytes` and appends a line of JSON for each to `output`.
  ///
  /// `ids` are laid out alike; without them the ids are numbers from 1.
  func classify(
    _ bytes: Span<UInt8>,
    _ offsets: Span<Int64>,
    ids: Span<UInt8>,
    idOffsets: Span<Int64>?,
    to output: inout [UInt8]
  ) {
    var scratch = idle.withLock { $0.popLast() } ?? Classifier.Scratch()
    for place in 0..<offsets.count - 1 {
      let text = bytes.extracting(Int(offsets[place])..<Int(offsets[place + 1]))
      let verdict = classifier.classify(text, scratch: &scratch)
      var id = String(place + 1)
      if let idOffsets {
        let range = Int(idOffsets[place])..<Int(idOffsets[place + 1])
        id = String(decoding: range.map { ids[$0] }, as: UTF8.self)
      }
      verdict.appendJSON(id: id, versions: versions, to: &output)
      output.append(UInt8(ascii: "\n"))
    }
    idle.withLock { $0.append(scratch) }
  }
}
