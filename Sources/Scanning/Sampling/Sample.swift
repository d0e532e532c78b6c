import PostExports

/// A random sample of records of fixed size, drawn while they stream by.
///
/// Every record has a number drawn from the seed, its input and its place; the sample is those with the smallest ones
/// (bottom-k sampling, equal to a reservoir without replacement). So it depends on the seed and the inputs only, not on
/// the number of workers or the size of a read.
struct Sample: Sendable {
  /// A record of the sample, copied out of its batch so that the batch can go.
  struct Record: Sendable {
    let draw: UInt64
    let input: Int
    /// The text, the id and the time, one after the other.
    let bytes: [UInt8]
    let place: PostBatch.Place

    init(draw: UInt64, input: Int, _ place: PostBatch.Place, of batch: Span<UInt8>) {
      var bytes: [UInt8] = []
      func copy(_ range: Range<Int>) -> Range<Int> {
        let start = bytes.count
        for index in range { bytes.append(batch[index]) }
        return start..<bytes.count
      }
      let text = copy(place.text)
      self.place = PostBatch.Place(number: place.number, text: text, id: place.id.map(copy), time: place.time.map(copy))
      (self.draw, self.input, self.bytes) = (draw, input, bytes)
    }
  }

  private let size: Int
  private let seed: UInt64
  /// Candidates; cut back to `size` whenever there are twice as many.
  private var records: [Record] = []
  /// A larger draw cannot be in the sample any more.
  private var limit = UInt64.max

  init(size: Int, seed: UInt64) {
    self.size = size
    self.seed = seed
  }

  /// Takes what it needs of a batch.
  mutating func add(_ batch: PostBatch, input: Int) {
    batch.visit(0..<batch.count) { place, bytes in
      let draw = draw(input: input, number: place.number)
      guard draw < limit else { return }
      records.append(Record(draw: draw, input: input, place, of: bytes))
      if records.count >= 2 * max(size, 512) { cut() }
    } bad: { _ in
    }
  }

  /// The sample, in the order of the input.
  consuming func drawn() -> [Record] {
    cut()
    return records.sorted { ($0.input, $0.place.number) < ($1.input, $1.place.number) }
  }

  private mutating func cut() {
    records.sort { $0.draw < $1.draw }
    if records.count > size {
      limit = records[size].draw
      records.removeSubrange(size...)
    }
  }

  /// SplitMix64 of the record's place.
  private func draw(input: Int, number: Int) -> UInt64 {
    var mixed = seed &+ UInt64(truncatingIfNeeded: input) &* 0xd1b5_4a32_d192_ed03
    mixed &+= UInt64(truncatingIfNeeded: number) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
