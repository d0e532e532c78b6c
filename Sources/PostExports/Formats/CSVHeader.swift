/// The header row: what separates the fields, and which of them make a post.
struct CSVHeader: Sendable {
  /// The byte between fields; a line feed, which never separates any, where there is but one column.
  let delimiter: UInt8
  let count: Int
  let text: Int
  let id: Int?
  let time: Int?
  /// The text may be given in pieces (`YouTubeSegments`).
  let hasSegments: Bool

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

  init(_ row: Row, _ names: ColumnNames, path: String) throws(PostExportError) {
    let columns = row.columns
    func place(_ names: [String], _ option: String) throws(PostExportError) -> Int {
      if let place = Self.place(of: names, in: columns) { return place }
      throw .missingColumn(path: path, name: names[0], option: option, columns: columns)
    }
    self.delimiter = columns.count == 1 ? Byte.newline : row.delimiter
    count = columns.count
    text = try place(names.text, "--text-field")
    id = names.needsID ? try place(names.id, "--id-field") : Self.place(of: names.id, in: columns)
    time = names.needsTime ? try place(names.time, "--time-field") : Self.place(of: names.time, in: columns)
    hasSegments = names.hasSegments
  }

  /// The first of the names that a column has.
  static func place(of names: [String], in columns: [String]) -> Int? {
    names.lazy.compactMap { place(of: $0, in: columns) }.first
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
    textNames: [String]
  ) throws(CSVFault) -> Row {
    var best: Row?
    var fault: CSVFault?
    var bestRank = (0, 0)
    for delimiter in delimiters {
      var cursor = CSVCursor(delimiter: delimiter, at: start, end: end, isLast: isLast, line: 1)
      do throws(CSVFault) {
        let columns = try Self.columns(bytes, &cursor)
        let rank = (place(of: textNames, in: columns) == nil ? 0 : 1, columns.count)
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

/// The columns that make a post; of several names the first that is there.
struct ColumnNames: Sendable {
  var text: [String]
  var id: [String]
  var needsID: Bool
  var time: [String]
  var needsTime: Bool
  var hasSegments = false

  init(_ fields: PostFields) {
    text = [fields.textName]
    id = [fields.idName]
    needsID = fields.id != nil
    time = fields.time.map { [$0] } ?? []
    needsTime = fields.time != nil
  }

  /// Those of a YouTube Takeout, unless others are asked for.
  static func youtube(_ fields: PostFields) -> ColumnNames {
    var names = ColumnNames(fields)
    if fields.text == nil { names.text = youtubeTexts }
    if fields.id == nil { names.id = youtubeIDs }
    if fields.time == nil { names.time = ["Comment Create Timestamp", "Live Chat Create Timestamp"] }
    names.hasSegments = true
    return names
  }

  static let youtubeTexts = ["Comment Text", "Live Chat Text"]
  static let youtubeIDs = ["Comment ID", "Live Chat ID"]
}
