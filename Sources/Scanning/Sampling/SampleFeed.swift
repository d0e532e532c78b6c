import PostExports

/// The records of a sample in the order of the input, a few at a time.
struct SampleFeed: DeliverySource {
  private let names: [String]
  private var records: ArraySlice<Sample.Record>

  /// Records of a delivery; what a worker judges in some ten milliseconds.
  private static let recordLimit = 1000

  init(_ sample: consuming Sample, _ inputs: [PostInput]) {
    records = sample.drawn()[...]
    names = inputs.map(\.name)
  }

  mutating func next(reusing batch: consuming PostBatch?) -> Delivery? {
    guard let input = records.first?.input else { return nil }
    let some = records.prefix(Self.recordLimit).prefix { $0.input == input }
    records = records.dropFirst(some.count)
    return Delivery(input: input, source: names[input], content: .sampled(SampledRecords(records: Array(some))))
  }
}

/// Sampled records of one input.
struct SampledRecords: JudgeableRecords {
  let records: [Sample.Record]
  var count: Int { records.count }

  func visit(_ range: Range<Int>, post: (PostBatch.Place, Span<UInt8>) -> Void, bad: (BadRecord) -> Void) {
    for record in records[range] { post(record.place, record.bytes.span) }
  }
}
