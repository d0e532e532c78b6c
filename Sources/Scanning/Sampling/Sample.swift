import PostExports

/// A random sample of records of fixed size, drawn while they stream by.
///
/// Every record has a number drawn from the seed, its input and its place; the sample is those with the smallest ones
/// (bottom-k sampling, equal to a reservoir without replacement). So it depends on the seed and the inputs only, not on
/// the number of workers or the size of a read.
struct Sample: Sendable {
  /// A record of the sample, copied out of its batch so that the batch can go.
  struct Record: Sendable {
    var draw: UInt64
    var input: Int
    var head: RecordHead
    var text: [UInt8]
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

  /// Takes what it needs of a batch, and gives the records that could not be read.
  mutating func add(_ batch: PostBatch, input: Int) {
    for position in batch.indices {
      let draw = draw(input: input, number: batch.firstNumber + position)
      guard draw < limit, case .post(let post) = batch[position] else { continue }
      let text = post.withText { text in (0..<text.count).map { text[$0] } }
      records.append(Record(draw: draw, input: input, head: batch.head(at: position), text: text))
      if records.count >= 2 * max(size, 512) { cut() }
    }
  }

  /// The sample, in the order of the input: a run of records for each input.
  mutating func drawn() -> [(input: Int, records: SampledRecords)] {
    cut()
    records.sort { ($0.input, $0.head.number) < ($1.input, $1.head.number) }
    return records.chunked(by: \.input).map { ($0[0].input, SampledRecords(records: $0)) }
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

/// The sampled records of one input.
struct SampledRecords: JudgeableRecords {
  let records: [Sample.Record]
  var count: Int { records.count }

  func visit(_ range: Range<Int>, post: (Int, Span<UInt8>) -> Void, bad: (BadRecord) -> Void) {
    for position in range {
      let text = records[position].text
      post(position, text.span)
    }
  }

  func head(at position: Int) -> RecordHead { records[position].head }
}

extension Array {
  /// Runs of neighbours that are alike in `key`.
  fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
    reduce(into: []) { runs, element in
      if let last = runs.last?.last, key(last) == key(element) {
        runs[runs.count - 1].append(element)
      } else {
        runs.append([element])
      }
    }
  }
}
