/// Cuts a window into lines, and skips what is longer than a record may be.
struct LineSplitter: Sendable {
  enum Piece {
    /// A line without its line end; `next` is where the one after it starts.
    case line(Range<Int>, next: Int)
    /// A line beyond the limit starts here. The rest of it is skipped by the calls to come.
    case tooLong(next: Int)
    /// No whole line is left.
    case incomplete(next: Int)
  }

  let maxBytes: Int
  /// The number of the line given last, from 1.
  private(set) var line = 0
  private var isSkipping = false

  init(maxBytes: Int) { self.maxBytes = maxBytes }

  @inline(__always)
  mutating func next(_ bytes: Span<UInt8>, from: Int, isLast: Bool) -> Piece {
    var start = from
    if isSkipping {
      guard let end = skip(bytes, from: start) else { return .incomplete(next: bytes.count) }
      start = end
    }
    if start == bytes.count { return .incomplete(next: start) }
    let bound = min(bytes.count, start + maxBytes + 1)
    let end = ByteScan.first(Byte.newline, bytes, from: start, to: bound)
    if end == bound {
      if bound - start > maxBytes {
        line += 1
        isSkipping = true
        return .tooLong(next: bound)
      }
      if !isLast { return .incomplete(next: start) }
    }
    line += 1
    let next = min(end + 1, bytes.count)
    return .line(start..<bytes.withoutReturn(start: start, end: end), next: next)
  }

  private mutating func skip(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    let end = ByteScan.first(Byte.newline, bytes, from: start, to: bytes.count)
    if end == bytes.count { return nil }
    isSkipping = false
    return end + 1
  }
}

/// The bytes that the formats are made of.
enum Byte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let openBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let closeBracket: UInt8 = 0x5D
  static let openBrace: UInt8 = 0x7B
  static let closeBrace: UInt8 = 0x7D
}

extension Span<UInt8> {
  /// `end`, or one less where a carriage return stands before it.
  @inline(__always)
  func withoutReturn(start: Int, end: Int) -> Int {
    end > start && self[end - 1] == Byte.carriageReturn ? end - 1 : end
  }
}
