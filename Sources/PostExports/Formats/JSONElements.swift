/// The objects of one array, or objects one after the other, however they are spread over lines.
///
/// Behind an element that can't be read, reading goes on where another seems to start: at a comma, the same white
/// space as between the first two elements, and an opening brace. Telling elements from objects nested in the damaged
/// one by their white space works for indented files and for one object a line; in a file without white space a nested
/// object may be taken for an element, and is then reported as one without text.
struct JSONElements: RecordParser {
  let terminator = Byte.closeBrace
  private let settings: ParserSettings
  private let posts: JSONPosts
  /// Knows which arrays hold posts, in exports where those lie deep inside.
  private let platform: PlatformPosts?
  /// The last string outside of arrays of posts, and the key that waits for its value.
  private var lastString = ""
  private var key: String? = ""
  /// The number of the line on which the next byte lies.
  private var line = 1
  private var isInArray = false
  /// Looking for the element after a damaged one.
  private var isSeeking = false
  /// What stood between the first two elements, from the comma on.
  private var separator: [UInt8]?
  /// What has been seen since the end of the last element.
  private var gap: [UInt8] = []

  private static let longestSeparator = 64

  init(_ settings: ParserSettings, platform: PlatformPosts? = nil) {
    self.platform = platform
    self.settings = settings
    posts = JSONPosts(settings.fields)
  }

  mutating func parse(_ window: inout [UInt8], from start: Int, isLast: Bool, into records: inout BatchRecords) -> Int {
    var at = start
    while !records.isFull {
      if isSeeking && !seek(window.span, &at, isLast: isLast) { return at }
      skipGap(window.span, &at)
      if at == window.count {
        if isLast { end(&records) }
        return at
      }
      switch window[at] {
      case _ where platform != nil && !isInArray:
        if !skipToken(window.span, &at, isLast: isLast) { return at }
      case Byte.openBracket where !isInArray: enterArray(true, &at)
      case Byte.closeBracket where isInArray: enterArray(false, &at)
      default: if !addElement(&window, &at, isLast: isLast, &records) { return at }
      }
    }
    return at
  }

  /// Moves over one token outside of the arrays that hold posts; `false` if more bytes are needed.
  private mutating func skipToken(_ bytes: Span<UInt8>, _ at: inout Int, isLast: Bool) -> Bool {
    switch bytes[at] {
    case Byte.openBracket where platform?.isPostArray(key ?? "-") == true:
      enterArray(true, &at)
      key = nil
      return true
    case Byte.quote:
      let bound = min(bytes.count, at + settings.maxRecordBytes)
      var cursor = JSONCursor(at: at, end: bound)
      let string: JSONValue
      do throws(JSONFault) {
        string = try cursor.string(bytes)
      } catch {
        let isCut = if case .cut = error { true } else { false }
        if isCut && bound == bytes.count && !isLast { return false }
        at += 1
        return true
      }
      at = cursor.at
      lastString = String(decoding: PlatformPosts.decoded(string, bytes).prefix(64), as: UTF8.self)
      key = nil
      return true
    case Byte.colon: key = lastString
    case Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace: key = nil
    default: break
    }
    at += 1
    return true
  }

  private mutating func enterArray(_ isInside: Bool, _ at: inout Int) {
    isInArray = isInside
    gap = []
    at += 1
  }

  private mutating func end(_ records: inout BatchRecords) {
    if isInArray && !isSeeking { records.addBad(line: line, "the array is never closed: cut off?") }
    isInArray = false
  }

  private mutating func skipGap(_ bytes: Span<UInt8>, _ at: inout Int) {
    while at < bytes.count, bytes[at] == Byte.comma || JSONCursor.isSpace(bytes[at]) {
      if bytes[at] == Byte.newline { line += 1 }
      if separator == nil && gap.count < Self.longestSeparator { gap.append(bytes[at]) }
      at += 1
    }
  }

  /// Adds the element at `at`, good or bad, and moves behind it; `false` if more bytes are needed.
  private mutating func addElement(
    _ window: inout [UInt8],
    _ at: inout Int,
    isLast: Bool,
    _ records: inout BatchRecords
  ) -> Bool {
    let bound = min(window.count, at + settings.maxRecordBytes)
    let isTooLong = bound < window.count
    var cursor = JSONCursor(at: at, end: bound)
    do throws(JSONFault) {
      if let platform {
        try platform.add(window.span, &cursor, line: line, to: &records)
        learnSeparator()
        line += ByteScan.newlines(window.span, from: at, to: cursor.at)
        at = cursor.at
        return true
      }
      let post = try posts.scan(window.span, &cursor)
      learnSeparator()
      // Counted first: decoding in place makes new line feeds.
      let lines = ByteScan.newlines(window.span, from: at, to: cursor.at)
      posts.add(post, &window, line: line, to: &records)
      line += lines
      at = cursor.at
    } catch {
      // A number may go on behind the bound.
      let isCut = if case .cut = error { true } else { cursor.at == bound }
      if isCut && !isTooLong && !isLast { return false }
      records.addBad(line: line, isCut && isTooLong ? settings.tooLong : error.reason(recordStart: at))
      if case .notObject = error, !isCut || isLast && !isTooLong {
        line += ByteScan.newlines(window.span, from: at, to: cursor.at)
        at = cursor.at
      } else {
        at += 1
        isSeeking = true
      }
    }
    return true
  }

  private mutating func learnSeparator() {
    defer { gap = [] }
    guard separator == nil, let comma = gap.lastIndex(of: Byte.comma) else { return }
    separator = Array(gap[comma...])
  }

  /// Moves to where the next element seems to start; `false` if that is not in sight.
  private mutating func seek(_ bytes: Span<UInt8>, _ at: inout Int, isLast: Bool) -> Bool {
    let reach = max(min(settings.maxRecordBytes, 1 << 20), 2 * Self.longestSeparator)
    while true {
      let bound = min(bytes.count, at + reach)
      let isWhole = bound == at + reach || isLast
      let exact = separator == nil ? nil : candidate(bytes, from: at, to: bound, isExact: true)
      let start = exact ?? (isWhole ? candidate(bytes, from: at, to: bound, isExact: false) : nil)
      if start == nil && !isWhole { return false }
      // A separator may lie across the bound.
      let next = start ?? (bound == bytes.count && isLast ? bound : bound - Self.longestSeparator)
      line += ByteScan.newlines(bytes, from: at, to: next)
      at = next
      if start != nil { isSeeking = false }
      if start != nil || at == bytes.count { return start != nil }
    }
  }

  /// The first brace behind a comma: with the known separator between them, or with any white space.
  private func candidate(_ bytes: Span<UInt8>, from: Int, to: Int, isExact: Bool) -> Int? {
    var brace = ByteScan.first(Byte.openBrace, bytes, from: from, to: to)
    while brace < to {
      var comma = brace - 1
      while comma >= from, JSONCursor.isSpace(bytes[comma]) { comma -= 1 }
      if comma >= from, bytes[comma] == Byte.comma, !isExact || isSeparator(bytes, from: comma, to: brace) {
        return brace
      }
      brace = ByteScan.first(Byte.openBrace, bytes, from: brace + 1, to: to)
    }
    return nil
  }

  private func isSeparator(_ bytes: Span<UInt8>, from: Int, to: Int) -> Bool {
    guard let separator, separator.count == to - from else { return false }
    return separator.indices.allSatisfy { separator[$0] == bytes[from + $0] }
  }
}
