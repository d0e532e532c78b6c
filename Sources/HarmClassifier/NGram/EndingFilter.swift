/// Whether a word may end in one of a few endings, by its last three letters: one bit for each hash of them (Bloom 1970), so
/// that one look refuses most words.
struct EndingFilter: Sendable {
  private(set) var bits = [UInt64](repeating: 0, count: 1 << 16 / 64)

  /// A filter for `endings` of two letters and more.
  init(_ endings: [[UInt8]]) {
    for ending in endings {
      let last = ending.suffix(3).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      for last in ending.count < 3 ? (0..<256).map({ last << 8 | $0 }) : [last] {
        let place = Self.place(of: last)
        bits[place >> 6] |= 1 << UInt64(place & 63)
      }
    }
  }

  @inline(__always)
  static func place(of last: UInt32) -> Int { Int(truncatingIfNeeded: (last &* 0x9E37_79B1) &>> 16) }

  /// Whether a word whose last three letters are `last`, the first of them lowest, may have an ending; false is certain.
  @inline(__always)
  func mayEnd(_ last: UInt32) -> Bool { bit(last) == 1 }

  /// 1 where a word may have an ending, to be reckoned with.
  @inline(__always)
  func bit(_ last: UInt32) -> UInt64 {
    let place = Self.place(of: last)
    return bits[place &>> 6] &>> UInt64(truncatingIfNeeded: place & 63) & 1
  }
}
