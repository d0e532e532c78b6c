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
  private var platform: PlatformPosts?
  private var outer = OuterJSON()
  /// The number of the line on which the next byte lies.
  private var line = 1
  private var isInArray = false
  /// Looking for the element after a damaged one.
  private var isSeeking = false
  /// What follows was taken for an element after a damaged one.
  private var isUnsure = false
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
      if let platform, !isInArray, outer.isLost {
        if !skipOuter(window.span, &at, isLast: isLast, platform, &records), at < window.count || !isLast { return at }
      }
      skipGap(window.span, &at)
      if at == window.count {
        if isLast { end(&records) }
        return at
      }
      switch window[at] {
      case _ where platform != nil && !isInArray:
        guard let platform else { return at }
        if !skipOuter(window.span, &at, isLast: isLast, platform, &records) { return at }
      case Byte.openBracket where !isInArray: enterArray(true, &at)
      case Byte.closeBracket where isInArray: enterArray(false, &at)
      default: if !addElement(&window, &at, isLast: isLast, &records) { return at }
      }
    }
    return at
  }

  /// Moves over what lies outside of the arrays that hold posts; `false` if more bytes are needed.
  private mutating func skipOuter(
    _ bytes: Span<UInt8>,
    _ at: inout Int,
    isLast: Bool,
    _ platform: PlatformPosts,
    _ records: inout BatchRecords
  ) -> Bool {
    let start = at
    let end = min(bytes.count, at + settings.maxRecordBytes)
    let step = outer.step(bytes, &at, end: end, isLast: isLast, platform)
    line += ByteScan.newlines(bytes, from: start, to: at)
    switch step {
    case .moved: return true
    case .incomplete: return false
    case .posts: isInArray = true
    case .fault(let reason): records.addBad(line: line, reason)
    }
    gap = []
    return true
  }

  private mutating func enterArray(_ isInside: Bool, _ at: inout Int) {
    isInArray = isInside
    gap = []
    at += 1
    if !isInside { outer.leaveArray() }
  }

  private mutating func end(_ records: inout BatchRecords) {
    if isInArray && !isSeeking { records.addBad(line: line, "the array is never closed: cut off?") }
    if platform != nil, !isInArray, let reason = outer.endFault() { records.addBad(line: line, reason) }
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
      if platform != nil {
        if isUnsure, holdsPosts(window.span, cursor) {
          // Not an element, but what comes after the array whose end was lost.
          (isInArray, isUnsure) = (false, false)
          outer.lose()
          return true
        }
        let value = try cursor.value(window.span, depth: 0)
        if leaveSwallowed(window.span, &at, cursor.at, &records) { return true }
        guard value.isObject(window.span) else { throw .notObject }
        platform?.add(value, window.span, line: line, to: &records)
        isUnsure = false
        learnSeparator()
        line += ByteScan.newlines(window.span, from: at, to: cursor.at)
        at = cursor.at
        return true
      }
      let post = try posts.scan(window.span, &cursor)
      if leaveSwallowed(window.span, &at, cursor.at, &records) { return true }
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

  /// An element that lost its end may take those behind it for its own. Where elements stand on lines of their own, what
  /// separates them shows inside of it; then it is reported and reading goes on at the first of them.
  private mutating func leaveSwallowed(
    _ bytes: Span<UInt8>,
    _ at: inout Int,
    _ end: Int,
    _ records: inout BatchRecords
  ) -> Bool {
    guard let separator, separator.contains(Byte.newline),
      let next = candidate(bytes, from: at + 1, to: end, isExact: true)
    else { return false }
    records.addBad(line: line, "an element that is never closed: cut off?")
    line += ByteScan.newlines(bytes, from: at, to: next)
    at = next
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
      if let platform, let head = OuterJSON.arrayOfPosts(bytes, from: at, to: start ?? bound, platform) {
        // The array ended unseen, and the next one begins.
        line += ByteScan.newlines(bytes, from: at, to: head)
        at = head
        outer.enter(&at)
        (gap, isSeeking) = ([], false)
        return true
      }
      // A separator may lie across the bound.
      let next = start ?? (bound == bytes.count && isLast ? bound : bound - Self.longestSeparator)
      line += ByteScan.newlines(bytes, from: at, to: next)
      at = next
      if start != nil { (isSeeking, isUnsure) = (false, true) }
      if start != nil || at == bytes.count { return start != nil }
    }
  }

  private func holdsPosts(_ bytes: Span<UInt8>, _ start: JSONCursor) -> Bool {
    var cursor = start
    guard let platform, (try? cursor.value(bytes, depth: 0)) != nil else { return false }
    return OuterJSON.arrayOfPosts(bytes, from: start.at, to: cursor.at, platform) != nil
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
