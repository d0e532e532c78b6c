import PostExports

/// A piece of a scan's input, on its way from the reader through a worker to the output.
struct Delivery: Sendable {
  enum Content: Sendable {
    /// The records in the range of a batch; those before it were judged by an earlier scan.
    case batch(PostBatch, Range<Int>)
    case sampled(SampledRecords)
    /// The input can't be read on.
    case failure(PostExportError)
  }

  /// Its place among all deliveries, from 0: the order of the output.
  var number = 0
  /// The index of its input.
  let input: Int
  /// The name of its input.
  let source: String
  var content: Content
  /// Records of its input that are done once it is judged.
  var records = 0
  /// Bytes read of all inputs when it was made.
  var bytes = 0

  /// The batch, whose memory the reader can use again.
  var batch: PostBatch? {
    if case .batch(let batch, _) = content { batch } else { nil }
  }
}

/// Where deliveries come from, one after the other.
protocol DeliverySource: ~Copyable, Sendable {
  /// The next delivery; nil at the end. Takes back a batch that is done with.
  mutating func next(reusing batch: consuming PostBatch?) -> Delivery?
}
