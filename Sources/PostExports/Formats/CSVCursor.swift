/// A field met while walking over a row; the range is without the surrounding quotes.
struct CSVField {
  var range = 0..<0
  var isQuoted = false
  /// Holds doubled quotes.
  var isDoubled = false

  /// The field's bytes with doubled quotes made single, moved together in place.
  func resolved(_ window: inout [UInt8]) -> Range<Int> {
    guard isDoubled else { return range }
    var bytes = window.mutableSpan
    var (read, write) = (range.lowerBound, range.lowerBound)
    while true {
      ByteScan.move(&bytes, until: Byte.quote, from: &read, to: &write, end: range.upperBound)
      if read == range.upperBound { break }
      bytes[write] = Byte.quote
      (read, write) = (read + 2, write + 1)
    }
    return range.lowerBound..<write
  }
}

/// Why a row can't be read.
enum CSVFault: Error {
  /// The window ends before the row does.
  case incomplete
  /// The input ends, or a great many lines go by, inside of quotes.
  case openQuote(line: Int)
  /// Text between a closing quote and the next delimiter.
  case textAfterQuote(line: Int)

  var reason: String {
    switch self {
    case .incomplete: "cut off"
    case .openQuote(let line): "the quote opened on line \(line) is never closed"
    case .textAfterQuote(let line): "text after the closing quote on line \(line): a quote is missing or not doubled"
    }
  }
}

/// Walks over the fields of one row (RFC 4180). Quotes inside an unquoted field are ordinary text.
struct CSVCursor {
  /// What follows a field.
  enum Follower {
    case field
    /// The next row or the end of the input.
    case row
  }

  /// More lines than this in a row mean that a quote was lost rather than that somebody wrote so much.
  static let lineLimit = 1000

  let delimiter: UInt8
  /// Where the row's bytes end in the window at the latest.
  let end: Int
  /// Whether the input ends at `end`.
  let isLast: Bool
  /// The line on which `at` lies.
  private(set) var line: Int
  private(set) var at: Int
  private let firstLine: Int

  init(delimiter: UInt8, at: Int, end: Int, isLast: Bool, line: Int) {
    self.delimiter = delimiter
    self.at = at
    self.end = end
    self.isLast = isLast
    self.line = line
    firstLine = line
  }

  @inline(__always)
  mutating func field(_ bytes: Span<UInt8>, _ field: inout CSVField) throws(CSVFault) -> Follower {
    if at < end, bytes[at] == Byte.quote { return try quoted(bytes, &field) }
    let stop = ByteScan.first(delimiter, or: Byte.newline, bytes, from: at, to: end)
    if stop == end && !isLast { throw .incomplete }
    let isDelimiter = stop < end && bytes[stop] == delimiter && delimiter != Byte.newline
    let upper = isDelimiter ? stop : bytes.withoutReturn(start: at, end: stop)
    field = CSVField(range: at..<upper)
    at = min(stop + 1, end)
    if isDelimiter { return .field }
    line += 1
    return .row
  }

  private mutating func quoted(_ bytes: Span<UInt8>, _ field: inout CSVField) throws(CSVFault) -> Follower {
    let openLine = line
    let start = at + 1
    var isDoubled = false
    at = start
    while true {
      at = ByteScan.first(Byte.quote, or: Byte.newline, bytes, from: at, to: end)
      if at == end { throw isLast ? .openQuote(line: openLine) : .incomplete }
      if bytes[at] == Byte.newline {
        line += 1
        at += 1
        if line - firstLine > Self.lineLimit { throw .openQuote(line: openLine) }
      } else if at + 1 < end, bytes[at + 1] == Byte.quote {
        isDoubled = true
        at += 2
      } else {
        field = CSVField(range: start..<at, isQuoted: true, isDoubled: isDoubled)
        at += 1
        return try follower(bytes)
      }
    }
  }

  /// What follows a closing quote.
  private mutating func follower(_ bytes: Span<UInt8>) throws(CSVFault) -> Follower {
    if at < end, bytes[at] == delimiter, delimiter != Byte.newline {
      at += 1
      return .field
    }
    if at < end, bytes[at] == Byte.carriageReturn { at += 1 }
    if at == end {
      if !isLast { throw .incomplete }
      line += 1
      return .row
    }
    guard bytes[at] == Byte.newline else { throw .textAfterQuote(line: line) }
    at += 1
    line += 1
    return .row
  }
}
