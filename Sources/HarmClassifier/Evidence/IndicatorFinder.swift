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

  /// Everything in `text`, which was folded from `original`, by start.
  func find(in text: borrowing FoldedText, of original: Span<UInt8>) -> [Finding] {
    let bytes = text.bytes.span
    var (findings, handles): ([Finding], [Finding]) = ([], [])
    var (addressEnd, numberEnd) = (0, 0)
    // Each kind has a sign it can't be without, and most bytes are none.
    var index = bytes.firstDigitDotOrAt(from: 0)
    while index < bytes.count {
      if bytes[index].isDigitByte {
        if index >= numberEnd { numberEnd = readNumber(at: index, of: text, into: &findings) }
      } else if bytes[index] == UInt8(ascii: ".") {
        if index >= addressEnd { addressEnd = readAddress(around: index, of: text, original, into: &findings) }
      } else {
        readHandle(at: index, of: text, into: &handles)
      }
      index = bytes.firstDigitDotOrAt(from: index + 1)
    }
    if findings.count > 1 {
      let addresses = RangeCover(findings.filter(\.kind.isAddress).map(\.range))
      findings.removeAll { !$0.kind.isAddress && addresses.covers($0.range, strictly: true) }
    }
    if !handles.isEmpty { findings += handles }
    guard findings.count > 1 else { return findings }
    findings.sort { ($0.range.lowerBound, $0.kind.rawValue) < ($1.range.lowerBound, $1.kind.rawValue) }
    return findings
  }

  /// How far a word such as `rekening` or `dana` reaches, in folded bytes.
  static let reach = 24

  /// Whether one of `words` stands within reach before `range`, or right after it.
  static func isNear(_ words: WordTable, _ range: Range<Int>, in text: borrowing FoldedText) -> Bool {
    let nearby = Swift.max(0, range.lowerBound - reach)..<Swift.min(text.count, range.upperBound + reach)
    var index = nearby.lowerBound
    while index > 0, text.isWord(at: index), text.isWord(at: index - 1) { index -= 1 }
    while index < nearby.upperBound {
      let end = text.wordEnd(from: index)
      if end > index, words.contains(index..<end, of: text.bytes.span) { return true }
      index = Swift.max(end, index + 1)
    }
    return false
  }

  private func readHandle(at start: Int, of text: borrowing FoldedText, into findings: inout [Finding]) {
    guard !text.isWord(at: start - 1) else { return }
    var end = start + 1
    while end < text.count, text.bytes[end].isWordByte || text.bytes[end] == UInt8(ascii: "_") { end += 1 }
    let range = start..<end
    guard 5...33 ~= range.count else { return }
    if Self.isNear(Self.telegramWords, range, in: text) {
      findings.append(Finding(kind: .telegram, value: text.string(range), range: range))
    } else if Self.isNear(Self.platformWords, range, in: text) {
      findings.append(Finding(kind: .handle, value: text.string(range), range: range))
    }
  }

  private static let telegramWords = WordTable(["tele", "telegram", "tg"])
  private static let platformWords = WordTable([
    "ig", "instagram", "line", "fb", "facebook", "tiktok", "twitter", "follow", "dm",
  ])
}

extension Indicator.Kind {
  /// Found as an address, and so never a part of one.
  fileprivate var isAddress: Bool { [.domain, .url, .telegram, .whatsapp].contains(self) }
}

extension IndicatorFinder.Finding {
  /// Where the finding stands in a text that was read further from the same original.
  func place(in read: borrowing FoldedText, from raw: borrowing FoldedText) -> Range<Int> {
    let place = raw.original(range)
    let start = Swift.min(read.firstIndex(from: place.lowerBound), read.count - 1)
    return start..<Swift.max(read.firstIndex(from: place.upperBound), start + 1)
  }
}
