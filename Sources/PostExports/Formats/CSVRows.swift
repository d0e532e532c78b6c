/// Rows under a header row.
///
/// A row that can't be read costs one line: reading goes on at the line after its first, so that one lost quote does
/// not swallow the posts behind it.
struct CSVRows: RecordParser {
  let terminator = Byte.newline
  private let settings: ParserSettings
  private let names: ColumnNames
  private var header: CSVHeader?
  /// The number of the line at which the next row starts.
  private var line = 1
  private var isSkippingLine = false

  init(_ settings: ParserSettings, names: ColumnNames? = nil) {
    self.settings = settings
    self.names = names ?? ColumnNames(settings.fields)
  }

  mutating func parse(
    _ window: inout [UInt8],
    from start: Int,
    isLast: Bool,
    into records: inout BatchRecords
  ) throws(PostExportError) -> Int {
    var at = start
    while !records.isFull {
      if isSkippingLine && !skipLine(window.span, &at) { return window.count }
      skipBlankLines(window.span, &at)
      if at == window.count { return at }
      let end = min(window.count, at + settings.maxRecordBytes + 1)
      let isTooLong = end - at > settings.maxRecordBytes
      if let header {
        let cursor = CSVCursor(delimiter: header.delimiter, at: at, end: end, isLast: isLast && !isTooLong, line: line)
        guard let next = addRow(&window, cursor, header, isTooLong: isTooLong, &records) else { return at }
        at = next
      } else {
        guard let next = try readHeader(window.span, at, end, isLast: isLast, isTooLong: isTooLong) else { return at }
        at = next
      }
    }
    return at
  }

  /// Drops what is left of a line; `false` while its end is not in sight.
  private mutating func skipLine(_ bytes: Span<UInt8>, _ at: inout Int) -> Bool {
    let end = ByteScan.first(Byte.newline, bytes, from: at, to: bytes.count)
    if end == bytes.count { return false }
    at = end + 1
    line += 1
    isSkippingLine = false
    return true
  }

  private mutating func skipBlankLines(_ bytes: Span<UInt8>, _ at: inout Int) {
    while at < bytes.count {
      let isReturn = bytes[at] == Byte.carriageReturn && at + 1 < bytes.count
      let end = isReturn ? at + 1 : at
      if bytes[end] != Byte.newline { return }
      at = end + 1
      line += 1
    }
  }

  private mutating func readHeader(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    isLast: Bool,
    isTooLong: Bool
  ) throws(PostExportError) -> Int? {
    let row: CSVHeader.Row
    do throws(CSVFault) {
      let isLast = isLast && !isTooLong
      row = try CSVHeader.sniff(bytes, from: start, to: end, isLast: isLast, textNames: names.text)
    } catch {
      if case .incomplete = error, !isTooLong { return nil }
      throw .badHeader(path: settings.path, reason: reason(error))
    }
    header = try CSVHeader(row, names, path: settings.path)
    line += row.lines
    return row.next
  }

  /// Adds the row at the cursor, good or bad, and gives where to go on; `nil` if more bytes are needed.
  @inline(__always)
  private mutating func addRow(
    _ window: inout [UInt8],
    _ start: CSVCursor,
    _ header: CSVHeader,
    isTooLong: Bool,
    _ records: inout BatchRecords
  ) -> Int? {
    var cursor = start
    do throws(CSVFault) {
      var row = CSVRow()
      try row.read(window.span, &cursor, header)
      row.add(&window, header, line: line, to: &records)
      line = cursor.line
      return cursor.at
    } catch {
      if case .incomplete = error, !isTooLong { return nil }
      return giveUp(window.span, start, isTooLong: isTooLong, reason(error), &records)
    }
  }

  /// What is still incomplete when it is given up was too long.
  private func reason(_ fault: CSVFault) -> String {
    if case .incomplete = fault { settings.tooLong } else { fault.reason }
  }

  /// Reports the row at the cursor and gives the start of the line after its first; `nil` if that is not in sight.
  private mutating func giveUp(
    _ bytes: Span<UInt8>,
    _ start: CSVCursor,
    isTooLong: Bool,
    _ reason: String,
    _ records: inout BatchRecords
  ) -> Int? {
    let lineEnd = ByteScan.first(Byte.newline, bytes, from: start.at, to: start.end)
    let isInSight = lineEnd < start.end
    if !isInSight && !isTooLong && !start.isLast { return nil }
    records.addBad(line: line, reason)
    if isInSight || start.isLast {
      line += 1
      return min(lineEnd + 1, start.end)
    }
    isSkippingLine = true
    return start.end
  }
}

/// The fields of a row that make a post, and how many there were.
private struct CSVRow {
  private var text: CSVField?
  private var id: CSVField?
  private var time: CSVField?
  private var count = 0
  /// Something stands in a field beyond the header's last.
  private var isOverfull = false

  @inline(__always)
  mutating func read(_ bytes: Span<UInt8>, _ cursor: inout CSVCursor, _ header: CSVHeader) throws(CSVFault) {
    var field = CSVField()
    var follower = CSVCursor.Follower.field
    while follower == .field {
      follower = try cursor.field(bytes, &field)
      if count == header.text { text = field }
      if count == header.id { id = field }
      if count == header.time { time = field }
      if count >= header.count && !field.range.isEmpty { isOverfull = true }
      count += 1
    }
  }

  /// Adds the post, unless the number of fields says that the text may be only a part.
  ///
  /// Empty fields behind the last column, and missing ones behind a text that is whole, are common and harmless.
  func add(_ window: inout [UInt8], _ header: CSVHeader, line: Int, to records: inout BatchRecords) {
    guard let text, !isOverfull, count >= header.count || text.isQuoted || count > header.text + 1 else {
      return records.addBad(line: line, "\(count) fields under a header of \(header.count)")
    }
    // One column may serve as two parts, and resolving in place works only once.
    var textPlace = text.resolved(&window)
    let id = header.id == header.text ? textPlace : id?.resolved(&window)
    let time = header.time == header.text ? textPlace : header.time == header.id ? id : time?.resolved(&window)
    if header.hasSegments { YouTubeSegments.join(&window, &textPlace) }
    records.add(text: textPlace, id: given(id), time: given(time), line: line)
  }

  /// An empty field is none.
  private func given(_ range: Range<Int>?) -> Range<Int>? {
    range?.isEmpty == true ? nil : range
  }
}
