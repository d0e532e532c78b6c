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

  /// One bit for each hash of three letters that end an ending: most words are refused by one look (Bloom 1970).
  private var filter = [UInt64](repeating: 0, count: 1 << 16 / 64)

  private init() {
    for ending in Self.all {
      let last = ending.suffix(3).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      for last in ending.count < 3 ? (0..<256).map({ last << 8 | $0 }) : [last] {
        let place = Self.place(of: last)
        filter[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  @inline(__always)
  private static func place(of last: UInt32) -> Int { Int(truncatingIfNeeded: (last &* 0x9E37_79B1) &>> 16) }

  /// Whether a word whose last three letters are `last`, the first of them lowest, may have an ending; false is certain.
  @inline(__always)
  func mayEnd(_ last: UInt32) -> Bool {
    filterBit(last) == 1
  }

  @inline(__always)
  private func filterBit(_ last: UInt32) -> UInt64 {
    let place = Self.place(of: last)
    return filter[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1
  }

  /// Which ending a word has, from 1; 0 for none.
  @inline(__always)
  func number(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    guard word.upperBound >= Self.shortestWord else { return 0 }
    // One branch that is seldom taken, not one for the length as well.
    let isLong: UInt64 = word.count >= Self.shortestWord ? 1 : 0
    return filterBit(bytes.lastThree(before: word.upperBound)) & isLong == 1 ? exactNumber(of: word, in: bytes) : 0
  }

  private func exactNumber(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let ending = Self.all.firstIndex { ending in
      ending.indices.allSatisfy { bytes[word.upperBound - ending.count + $0] == ending[$0] }
    }
    return ending.map { $0 + 1 } ?? 0
  }
}
