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

  /// One bit for each three letters, five bits each, that an ending ends in: most words are refused by one look.
  private var filter = [UInt64](repeating: 0, count: 1 << 15 / 64)

  private init() {
    for ending in Self.all {
      let last = ending.suffix(3).reduce(0) { $0 << 5 | Int($1 & 31) }
      for first in ending.count < 3 ? Array(0..<32) : [0] {
        let place = first << 10 | last
        filter[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  /// Whether a word whose last three letters are `last`, the first of them lowest, may have an ending; false is certain.
  @inline(__always)
  func mayEnd(_ last: UInt32) -> Bool {
    let place = Int(truncatingIfNeeded: (last & 31) &<< 10 | (last &>> 8 & 31) &<< 5 | last &>> 16 & 31)
    return filter[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1 == 1
  }

  /// Which ending a word has, from 1; 0 for none.
  @inline(__always)
  func number(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    guard word.count >= Self.shortestWord else { return 0 }
    let end = word.upperBound
    let last = UInt32(bytes[end - 3]) | UInt32(bytes[end - 2]) << 8 | UInt32(bytes[end - 1]) << 16
    return mayEnd(last) ? exactNumber(of: word, in: bytes) : 0
  }

  private func exactNumber(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let ending = Self.all.firstIndex { ending in
      ending.indices.allSatisfy { bytes[word.upperBound - ending.count + $0] == ending[$0] }
    }
    return ending.map { $0 + 1 } ?? 0
  }
}
