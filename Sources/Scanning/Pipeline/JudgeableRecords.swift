import HarmClassifier
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

  /// The day of the time.
  @inline(__always)
  func day(_ bytes: Span<UInt8>) -> CalendarDay? {
    guard let time else { return nil }
    return CalendarDay(plain: bytes.extracting(time)) ?? CalendarDay(time: bytes.string(time))
  }
}
