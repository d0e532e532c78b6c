import PostExports

/// Consecutive records that workers can share.
protocol JudgeableRecords: Sendable {
  var count: Int { get }
  /// Walks over the records in `range` in order.
  func visit(_ range: Range<Int>, post: (_ position: Int, _ text: Span<UInt8>) -> Void, bad: (BadRecord) -> Void)
  /// What stands beside the text of the readable record at `position`.
  func head(at position: Int) -> RecordHead
}

/// What stands beside a record's text.
struct RecordHead: Sendable {
  var id: String
  var time: String?
  /// The record's place in its input, from 1.
  var number: Int
}

extension PostBatch: JudgeableRecords {
  func head(at position: Int) -> RecordHead {
    let post = post(at: position)
    return RecordHead(id: post.id, time: post.time, number: post.number)
  }
}
