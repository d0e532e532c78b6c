import Foundation
import HarmClassifier

/// Which posts were judged otherwise than people judged them: what to read before changing a term or a label.
extension Evaluation {
  /// A post whose verdict does not fit its label.
  public struct Mistake: Sendable {
    /// The post.
    public var post: LabelledPost
    /// What was said of it.
    public var verdict: Verdict

    /// One line of JSON.
    func line(_ versions: Verdict.Versions) throws -> [UInt8] {
      let head = ["source": post.source, "label": post.category ?? LabelledPosts.benign, "text": text]
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var line = Array(try encoder.encode(head).dropLast()) + Array(#","verdict":"#.utf8)
      verdict.appendJSON(id: nil, versions: versions, to: &line)
      return line + Array("}\n".utf8)
    }

    private var text: String { String(decoding: post.text, as: UTF8.self) }
  }

  /// The mistakes as NDJSON with `source`, `label`, `text` and `verdict`. They hold the texts that were evaluated.
  public func mistakesNDJSON(_ versions: Verdict.Versions) throws -> [UInt8] {
    try mistakes.reduce(into: []) { $0 += try $1.line(versions) }
  }
}
