import HarmClassifier
import PostExports

/// The NDJSON line of a post in which nothing was found, put together from parts made once, since most lines are such.
/// Gives the bytes of `Verdict.appendJSON`.
struct CleanLine: Sendable {
  private let beginning: [UInt8]
  private let ending: [UInt8]

  init(_ versions: Verdict.Versions) {
    var whole: [UInt8] = []
    Verdict.clean.appendJSON(id: "", versions: versions, to: &whole)
    beginning = Array("{\"id\":\"".utf8)
    ending = whole.dropFirst(beginning.count) + [UInt8(ascii: "\n")]
  }

  /// Appends the line of `verdict`; false when the verdict says more, or the id is not plain ASCII.
  @inline(__always)
  func append(
    _ verdict: borrowing Verdict,
    _ place: PostBatch.Place,
    _ bytes: Span<UInt8>,
    to lines: inout [UInt8]
  ) -> Bool {
    guard verdict.decision == .clean, verdict.score == 0, verdict.language == nil, verdict.categories.isEmpty,
      verdict.evidence.isEmpty, verdict.indicators.isEmpty
    else { return false }
    guard let id = place.id else {
      lines += beginning
      lines.append(decimal: place.number)
      lines += ending
      return true
    }
    let start = lines.count
    lines += beginning
    for index in id {
      guard Self.isPlain(bytes[index]) else {
        lines.removeLast(lines.count - start)
        return false
      }
      lines.append(bytes[index])
    }
    lines += ending
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte < 0x7F
  }
}

extension [UInt8] {
  /// Appends a number that is not negative.
  mutating func append(decimal number: Int) {
    var (rest, first) = (UInt(number), count)
    // Lowest digit first, then turned round: only divisions by a constant, which are multiplications.
    repeat {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var last = count - 1
    while first < last {
      swapAt(first, last)
      (first, last) = (first + 1, last - 1)
    }
  }
}
