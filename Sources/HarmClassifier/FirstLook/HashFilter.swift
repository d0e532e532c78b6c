/// Two bits for every hash, at the place that its upper bits name.
struct HashFilter: Sendable {
  private(set) var table: [UInt64]
  private(set) var shift: UInt64

  /// A filter for `places` hashes, of which each has eight places for itself.
  init(places: Int) {
    let needed = 8 * places
    let size = max(5, needed.bitWidth - needed.leadingZeroBitCount)
    table = Array(repeating: 0, count: 1 << (size - 5))
    shift = UInt64(64 - size)
  }

  mutating func pass(over tape: inout TableTape) {
    tape.pass(&table)
    tape.pass(&shift)
  }

  mutating func insert(_ hash: UInt64, _ value: UInt64) {
    let place = hash >> shift
    table[Int(place >> 5)] |= value << (2 * (place & 31))
  }
}
