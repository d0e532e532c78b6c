import Foundation
import HarmClassifier
import PostExports

/// Reads the verdicts that `ronda scan` wrote, one JSON object a line; also compressed ones.
public struct VerdictLines: Sendable {
  private struct Line: Decodable {
    struct Category: Decodable { var id: String }
    struct Found: Decodable {
      var type: String
      var value: String
    }
    var verdict: String
    var score: Double
    var categories: [Category]
    var indicators: [Found]
  }

  /// A post judged milder than this says nothing.
  private let mildest: Verdict.Decision

  /// Prepares to read; posts judged milder than `mildest` count for nothing.
  public init(mildest: Verdict.Decision) { self.mildest = mildest }

  /// Adds the indicators of all verdicts in the file at `path` (`-`: standard input) to `collection`, and gives the
  /// number of lines that are no verdicts, the first of them to `problem`.
  public func read(
    _ path: String,
    into collection: inout IndicatorCollection,
    problem: (String) -> Void
  ) throws(PostExportError) -> Int {
    var reader = try PostReader(path: path, options: PostReader.Options(format: .text))
    var bad = 0
    while let batch = try reader.next() {
      for case .post(let post) in batch {
        let bytes = post.withText { text in (0..<text.count).map { text[$0] } }
        if bytes.isEmpty || add(bytes, to: &collection) { continue }
        bad += 1
        if bad == 1 { problem("\(path):\(post.line): no verdict of `ronda scan --output ndjson`") }
      }
    }
    return bad
  }

  /// False when the line is no verdict.
  private func add(_ bytes: [UInt8], to collection: inout IndicatorCollection) -> Bool {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)),
      let decision = Verdict.Decision(rawValue: line.verdict)
    else { return false }
    guard decision >= mildest else { return true }
    for (type, value) in Set(line.indicators.map { [$0.type, $0.value] }).map({ ($0[0], $0[1]) }) {
      guard let kind = Indicator.Kind(rawValue: type) else { return false }
      collection.add(kind: kind, value: value, score: line.score, categories: line.categories.prefix(1).map(\.id))
    }
    return true
  }
}
