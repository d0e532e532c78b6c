/// How the names of gambling sites end.
package struct NameEndings: Sendable {
  /// All of them, lower-case ASCII letters but for one.
  package static let all = [
    "toto", "win", "bet", "hoki", "slot", "play", "jp", "cash", "togel", "gacor", "gaming", "0d",
  ]
  .map { Array($0.utf8) }

  static let shared = NameEndings()

  /// A word shorter than this is no name with an ending.
  static let shortestWord = 6

  private let filter = EndingFilter(NameEndings.all)

  private init() {}

  /// Whether a word whose last three letters are `last`, the first of them lowest, may have an ending; false is certain.
  @inline(__always)
  func mayEnd(_ last: UInt32) -> Bool { filter.mayEnd(last) }

  /// Which ending a word has, from 1; 0 for none.
  @inline(__always)
  func number(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    guard word.upperBound >= Self.shortestWord else { return 0 }
    // One branch that is seldom taken, not one for the length as well.
    let isLong: UInt64 = word.count >= Self.shortestWord ? 1 : 0
    return filter.bit(bytes.lastThree(before: word.upperBound)) & isLong == 1 ? exactNumber(of: word, in: bytes) : 0
  }

  private func exactNumber(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let ending = Self.all.firstIndex { ending in
      ending.indices.allSatisfy { bytes[word.upperBound - ending.count + $0] == ending[$0] }
    }
    return ending.map { $0 + 1 } ?? 0
  }
}
