/// Finds the waves whose leaders have a band: open addressing with linear probing, one slot a band of a wave.
///
/// Bands are told apart by 32 bits of their hash. One taken for another brings a candidate too many, no more: candidates are
/// compared afterwards.
struct BandTable: Sendable {
  private struct Slot {
    var band: UInt32 = 0
    /// The number of the wave, plus one; 0 in a free slot.
    var wave: UInt32 = 0
  }

  /// A power of two of slots, of which at most half are in use.
  private var slots = [Slot](repeating: Slot(), count: 64)
  private var count = 0

  /// Calls `body` with the number of each wave that has `band`.
  func forEach(in band: UInt64, _ body: (_ wave: Int) -> Void) {
    let band = UInt32(truncatingIfNeeded: band)
    var index = home(of: band)
    while slots[index].wave != 0 {
      if slots[index].band == band { body(Int(slots[index].wave) - 1) }
      index = next(index)
    }
  }

  mutating func insert(_ band: UInt64, of wave: Int) {
    count += 1
    if 2 * count > slots.count { grow() }
    put(Slot(band: UInt32(truncatingIfNeeded: band), wave: UInt32(wave + 1)))
  }

  mutating func remove(_ band: UInt64, of wave: Int) {
    let band = UInt32(truncatingIfNeeded: band)
    var index = home(of: band)
    while slots[index].wave != 0 {
      if slots[index].band == band, slots[index].wave == UInt32(wave + 1) { return free(index) }
      index = next(index)
    }
  }

  /// Frees a slot, and moves up those behind it that would not be found over the gap (Knuth, TAOCP 6.4, algorithm R).
  private mutating func free(_ index: Int) {
    count -= 1
    var gap = index
    var index = next(gap)
    while slots[index].wave != 0 {
      let distance = (index &- home(of: slots[index].band)) & (slots.count &- 1)
      if distance >= (index &- gap) & (slots.count &- 1) {
        slots[gap] = slots[index]
        gap = index
      }
      index = next(index)
    }
    slots[gap] = Slot()
  }

  private mutating func grow() {
    let full = slots
    slots = Array(repeating: Slot(), count: 2 * full.count)
    for slot in full where slot.wave != 0 { put(slot) }
  }

  private mutating func put(_ slot: Slot) {
    var index = home(of: slot.band)
    while slots[index].wave != 0 { index = next(index) }
    slots[index] = slot
  }

  /// Bands are hashes: their lowest bits are as good as any.
  private func home(of band: UInt32) -> Int { Int(band) & (slots.count &- 1) }

  private func next(_ index: Int) -> Int { (index &+ 1) & (slots.count &- 1) }
}
