/// Finds what a post points at: addresses, numbers and accounts, in folded text before words are respelt.
///
/// Identity numbers (16 digits with a date of birth) and payment cards (Luhn) are never indicators.
struct IndicatorFinder {
  /// An indicator with its place in the folded text.
  struct Finding: Sendable, Hashable {
    var kind: Indicator.Kind
    var value: String
    var range: Range<Int>
  }

  /// Everything in `text`, by start.
  func find(in text: borrowing FoldedText) -> [Finding] {
    var findings: [Finding] = []
    findAddresses(in: text, into: &findings)
    let addresses = RangeCover(findings.map(\.range))
    findNumbers(in: text, into: &findings)
    findings.removeAll { !$0.kind.isAddress && addresses.covers($0.range, strictly: true) }
    findHandles(in: text, into: &findings)
    return findings.sorted { ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue) }
  }

  /// How far a word such as `rekening` or `dana` reaches, in folded bytes.
  static let reach = 24

  /// Whether one of `words` stands within reach before `range`, or right after it.
  static func isNear(_ words: Set<String>, _ range: Range<Int>, in text: borrowing FoldedText) -> Bool {
    let nearby = Swift.max(0, range.lowerBound - reach)..<Swift.min(text.count, range.upperBound + reach)
    var index = nearby.lowerBound
    while index > 0, text.isWord(at: index), text.isWord(at: index - 1) { index -= 1 }
    while index < nearby.upperBound {
      let end = text.wordEnd(from: index)
      if end > index, words.contains(text.string(index..<end)) { return true }
      index = Swift.max(end, index + 1)
    }
    return false
  }

  private func findHandles(in text: borrowing FoldedText, into findings: inout [Finding]) {
    for at in 0..<text.count where text.bytes[at] == UInt8(ascii: "@") && !text.isWord(at: at - 1) {
      var end = at + 1
      while end < text.count, text.bytes[end].isWordByte || text.bytes[end] == UInt8(ascii: "_") { end += 1 }
      let range = at..<end
      guard 5...33 ~= range.count else { continue }
      if Self.isNear(["tele", "telegram", "tg"], range, in: text) {
        findings.append(Finding(kind: .telegram, value: text.string(range), range: range))
      } else if Self.isNear(
        ["ig", "instagram", "line", "fb", "facebook", "tiktok", "twitter", "follow", "dm"],
        range,
        in: text
      ) {
        findings.append(Finding(kind: .handle, value: text.string(range), range: range))
      }
    }
  }
}

extension Indicator.Kind {
  /// Found as an address, and so never a part of one.
  fileprivate var isAddress: Bool { [.domain, .url, .telegram, .whatsapp].contains(self) }
}

extension IndicatorFinder.Finding {
  /// The same finding in a text that was read further from the same original.
  func moved(from raw: borrowing FoldedText, to read: borrowing FoldedText) -> Self {
    let place = raw.original(range)
    var moved = self
    let start = Swift.min(read.firstIndex(from: place.lowerBound), read.count - 1)
    moved.range = start..<Swift.max(read.firstIndex(from: place.upperBound), start + 1)
    return moved
  }
}
