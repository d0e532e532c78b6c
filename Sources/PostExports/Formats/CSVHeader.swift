/// The header row: what separates the fields, and which of them make a post.
struct CSVHeader: Sendable {
  /// The byte between fields; a line feed, which never separates any, where there is but one column.
  let delimiter: UInt8
  let count: Int
  let text: Int
  let id: Int?
  let time: Int?

  /// The separators found in the wild. Where two fit equally well, the earlier one is taken.
  static let delimiters = [Byte.comma, Byte.semicolon, Byte.tab]

  /// A header row as it was split.
  struct Row {
    let columns: [String]
    let delimiter: UInt8
    /// Where the first row under it starts.
    let next: Int
    /// The lines it takes.
    let lines: Int
  }

  init(_ row: Row, _ settings: ParserSettings) throws(PostExportError) {
    let (columns, fields) = (row.columns, settings.fields)
    func place(_ name: String, _ option: String) throws(PostExportError) -> Int {
      if let place = Self.place(of: name, in: columns) { return place }
      throw .missingColumn(path: settings.path, name: name, option: option, columns: columns)
    }
    self.delimiter = columns.count == 1 ? Byte.newline : row.delimiter
    count = columns.count
    text = try place(fields.textName, "--text-field")
    id = fields.id == nil ? Self.place(of: fields.idName, in: columns) : try place(fields.idName, "--id-field")
    time = if let name = fields.time { try place(name, "--time-field") } else { nil }
  }

  /// A name as it is, else without regard to case and surrounding spaces.
  static func place(of name: String, in columns: [String]) -> Int? {
    columns.firstIndex(of: name) ?? columns.firstIndex { plain($0) == plain(name) }
  }

  private static func plain(_ name: String) -> String {
    let isPadding = { (letter: Character) in letter.isWhitespace }
    let padded = name.lowercased().drop(while: isPadding)
    return String(padded.reversed().drop(while: isPadding).reversed())
  }

  /// Splits the row at `start` by whatever separates it best: the header that has the text column, then the one
  /// with the most columns.
  static func sniff(
    _ bytes: Span<UInt8>,
    from start: Int,
    to end: Int,
    isLast: Bool,
    textName: String
  ) throws(CSVFault) -> Row {
    var best: Row?
    var fault: CSVFault?
    var bestRank = (0, 0)
    for delimiter in delimiters {
      var cursor = CSVCursor(delimiter: delimiter, at: start, end: end, isLast: isLast, line: 1)
      do throws(CSVFault) {
        let columns = try Self.columns(bytes, &cursor)
        let rank = (place(of: textName, in: columns) == nil ? 0 : 1, columns.count)
        if rank <= bestRank { continue }
        bestRank = rank
        best = Row(columns: columns, delimiter: delimiter, next: cursor.at, lines: cursor.line - 1)
      } catch {
        if case .incomplete = error { throw error }
        fault = error
      }
    }
    // A separator that leaves one column did not show that the quotes were in order.
    if let fault, bestRank <= (0, 1) { throw fault }
    guard let best else { throw .incomplete }
    return best
  }

  private static func columns(_ bytes: Span<UInt8>, _ cursor: inout CSVCursor) throws(CSVFault) -> [String] {
    var columns: [String] = []
    var field = CSVField()
    var follower = CSVCursor.Follower.field
    while follower == .field {
      follower = try cursor.field(bytes, &field)
      var raw = field.range.map { bytes[$0] }
      field.range = raw.indices
      columns.append(String(decoding: raw[field.resolved(&raw)], as: UTF8.self))
    }
    return columns
  }
}
