/// Numbers what is told apart by a hash, from 1, and finds the numbers again: open addressing with linear probing.
///
/// Numbers of equal hashes are met in the order in which they were given.
struct HashIndex: Sendable {
  /// The numbers, by the upper bits of their hash; 0 where there is none. At most half are in use, so that most looks end
  /// where they begin.
  private var slots: [UInt32]
  private var shift: UInt64
  /// By number, from 1.
  private var hashes: [UInt64] = []

  init() {
    slots = Array(repeating: 0, count: 64)
    shift = 58
  }

  mutating func pass(over tape: inout TableTape) {
    tape.pass(&slots)
    tape.pass(&shift)
    tape.pass(&hashes)
  }

  /// How many numbers were given.
  var count: Int { hashes.count }

  func hash(of number: UInt32) -> UInt64 { hashes[Int(number) - 1] }

  /// The first number near `hash` that is meant; 0 when there is none.
  @inline(__always)
  func number(near hash: UInt64, where isMeant: (_ number: UInt32) -> Bool) -> UInt32 {
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    while slots[slot] != 0, !isMeant(slots[slot]) { slot = (slot &+ 1) & (slots.count &- 1) }
    return slots[slot]
  }

  /// Gives `hash` the next number.
  mutating func append(_ hash: UInt64) -> UInt32 {
    hashes.append(hash)
    if 2 * hashes.count > slots.count { grow() } else { put(UInt32(hashes.count), hash) }
    return UInt32(hashes.count)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: 2 * slots.count)
    shift -= 1
    for (index, hash) in hashes.enumerated() { put(UInt32(index + 1), hash) }
  }

  private mutating func put(_ number: UInt32, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash &>> shift)
    while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count &- 1) }
    slots[slot] = number
  }
}
