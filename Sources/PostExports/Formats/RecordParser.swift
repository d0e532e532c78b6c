/// Finds the records of one format in a window of the input.
///
/// A parser sees the input through a window that starts at the first byte it has not consumed yet. What it reports
/// must depend on the bytes alone, never on where windows happen to end: a record that is not complete in the window
/// is left for the next call. A record of more than `maxRecordBytes` is never waited for.
protocol RecordParser: Sendable {
  /// The byte without which no further record can become complete; the reader waits for it before it parses again.
  var terminator: UInt8 { get }

  /// Adds the records of `window[start...]` to `records` until it is full, and gives the end of what it consumed.
  ///
  /// May shorten strings in place (escapes only ever shrink). With `isLast` there will be no more bytes: everything
  /// is consumed unless `records` is full. When more than `maxRecordBytes` are left over, some are consumed.
  mutating func parse(
    _ window: inout [UInt8],
    from start: Int,
    isLast: Bool,
    into records: inout BatchRecords
  ) throws(PostExportError) -> Int
}

/// What every parser is told.
struct ParserSettings: Sendable {
  let path: String
  let fields: PostFields
  let maxRecordBytes: Int

  var tooLong: String { "longer than \(maxRecordBytes) bytes, skipped" }
}
