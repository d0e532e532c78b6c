import Foundation
import HarmClassifier

/// The NDJSON line of a post in which nothing was found, put together from parts made once, since most lines are such.
/// Gives the bytes of `Verdict.appendJSON`.
struct CleanLine: Sendable {
  private let beginning: [UInt8]
  private let middle: [UInt8]
  private let ending: [UInt8]

  init(_ versions: Verdict.Versions) {
    var whole: [UInt8] = []
    Verdict.clean.appendJSON(id: "", versions: versions, to: &whole)
    let line = String(decoding: whole, as: UTF8.self)
    beginning = Array("{\"id\":\"".utf8)
    // The language stands before the versions.
    let end = line.range(of: ",\"lexicon\":")?.lowerBound ?? line.endIndex
    middle = Array(line.utf8[..<end].dropFirst(beginning.count))
    ending = Array(line.utf8[end...]) + [UInt8(ascii: "\n")]
  }

  /// Appends the line of `verdict`; false when the verdict says more, or the id needs escapes.
  @inline(__always)
  func append(_ verdict: borrowing Verdict, id: String, to bytes: inout [UInt8]) -> Bool {
    guard verdict.decision == .clean, verdict.score == 0, verdict.categories.isEmpty, verdict.evidence.isEmpty,
      verdict.indicators.isEmpty, id.utf8.allSatisfy(Self.isPlain)
    else { return false }
    bytes += beginning
    bytes += id.utf8
    bytes += middle
    if let language = verdict.language {
      bytes += ",\"language\":\"".utf8
      bytes += language.utf8
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += ending
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7F
  }
}
