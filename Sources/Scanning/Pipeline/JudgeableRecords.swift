import PostExports

/// Consecutive records that a worker judges at once.
protocol JudgeableRecords: Sendable {
  var count: Int { get }
  /// Walks over the records in `range` in order; a post's parts lie in `bytes` where its `place` says.
  func visit(
    _ range: Range<Int>,
    post: (_ place: PostBatch.Place, _ bytes: Span<UInt8>) -> Void,
    bad: (BadRecord) -> Void
  )
}

extension PostBatch: JudgeableRecords {}

extension PostBatch.Place {
  /// The id as given, the record's number where there is none.
  func idText(_ bytes: Span<UInt8>) -> String { id.map { bytes.string($0) } ?? String(number) }

  /// The time as given.
  func timeText(_ bytes: Span<UInt8>) -> String? { time.map { bytes.string($0) } }
}

extension Span<UInt8> {
  /// The bytes as text; what is no UTF-8 becomes U+FFFD.
  func string(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }
}
