/// Where an export in HTML or XML keeps its posts.
protocol MarkupLayout: Sendable {
  /// The elements that hold posts; the second may stand inside the first, which it then ends.
  var elements: [String] { get }

  /// Makes a post of one element, its opening tag first; nil if it holds none.
  func post(_ element: String, _ bytes: Span<UInt8>, _ range: Range<Int>) throws(MarkupFault) -> MarkupPost?
}

/// What an element came to.
struct MarkupPost {
  var text: [UInt8]
  var id: [UInt8]?
  var time: [UInt8]?
}

/// Why an element can't be read.
struct MarkupFault: Error {
  let reason: String
}

/// The elements of an HTML or XML file that hold posts.
///
/// Their tags count wherever they stand: a post whose text quotes one is reported as damaged rather than that damage
/// hides the posts behind it.
struct MarkupRecords<Layout: MarkupLayout>: RecordParser {
  let terminator = UInt8(ascii: ">")
  private let settings: ParserSettings
  private let layout: Layout
  private let tags: [Tag]
  private let longestTag: Int
  private var line = 1
  /// The element that begins at the window's start, by its place among the layout's.
  private var open: Int?
  /// Whether an outer element is open of which a post was made already.
  private var isInside = false
  private var hasSeenElement = false
  /// The line of the first visible byte since the last element, where nothing should stand between two.
  private var strayLine: Int?
  /// The rest of an element that was too long goes by.
  private var isBehindLong = false

  private struct Tag {
    let element: Int
    let isClosing: Bool
    let pattern: BytePattern
  }

  init(_ settings: ParserSettings, layout: Layout) {
    self.settings = settings
    self.layout = layout
    tags = layout.elements.enumerated().flatMap { place, name in
      [
        Tag(element: place, isClosing: false, pattern: BytePattern("<\(name)>")),
        Tag(element: place, isClosing: true, pattern: BytePattern("</\(name)>")),
      ]
    }
    longestTag = tags.map(\.pattern.count).max() ?? 0
  }

  mutating func parse(_ window: inout [UInt8], from start: Int, isLast: Bool, into records: inout BatchRecords) -> Int {
    let bytes = window.span
    var at = start
    var scanned = open == nil ? at : at + 1
    while !records.isFull {
      let place = ByteScan.first(UInt8(ascii: "<"), bytes, from: scanned, to: bytes.count)
      if open != nil, place - at > settings.maxRecordBytes {
        records.addBad(line: line, settings.tooLong)
        (open, isBehindLong) = (nil, true)
      }
      let isInSight = place + longestTag <= bytes.count || isLast
      if place == bytes.count || !isInSight {
        if isLast { end(&records) }
        if open == nil { move(bytes, &at, to: place) }
        return at
      }
      scanned = place + 1
      if let tag = tags.first(where: { $0.pattern.lies(at: place, in: bytes, to: bytes.count) }) {
        if open == nil { move(bytes, &at, to: place) }
        take(tag, bytes, at..<place, &records)
        line += ByteScan.newlines(bytes, from: at, to: place)
        at = open == nil ? place + tag.pattern.count : place
        scanned = max(scanned, at)
      } else if open == nil {
        move(bytes, &at, to: place)
      }
    }
    return at
  }

  private mutating func move(_ bytes: Span<UInt8>, _ at: inout Int, to end: Int) {
    if open == nil, hasSeenElement, !isBehindLong, strayLine == nil {
      for place in at..<end where !JSONCursor.isSpace(bytes[place]) {
        strayLine = line + ByteScan.newlines(bytes, from: at, to: place)
        break
      }
    }
    line += ByteScan.newlines(bytes, from: at, to: end)
    at = end
  }

  /// The tag behind `range`, which begins with the open element if there is one.
  private mutating func take(_ tag: Tag, _ bytes: Span<UInt8>, _ range: Range<Int>, _ records: inout BatchRecords) {
    let tagLine = line + ByteScan.newlines(bytes, from: range.lowerBound, to: range.upperBound)
    if open == nil, let strayLine { records.addBad(line: strayLine, "text between two elements: the rest of one?") }
    if let open {
      let ends = tag.isClosing ? tag.element == open || tag.element > open : tag.element > open
      if ends {
        add(open, bytes, range, &records)
      } else {
        records.addBad(line: line, "<\(layout.elements[open])> is never closed: cut off?")
      }
    }
    let isOuterEnd = tag.element == 0 && (isInside || open != nil)
    if tag.isClosing, open != tag.element, !isOuterEnd, strayLine == nil, !isBehindLong {
      records.addBad(line: tagLine, "</\(layout.elements[tag.element])> without its beginning")
    }
    (hasSeenElement, isBehindLong, strayLine) = (true, false, nil)
    if tag.element == 0 { isInside = !tag.isClosing }
    open = tag.isClosing ? nil : tag.element
  }

  private func add(_ open: Int, _ bytes: Span<UInt8>, _ range: Range<Int>, _ records: inout BatchRecords) {
    do throws(MarkupFault) {
      guard let post = try layout.post(layout.elements[open], bytes, range) else { return }
      records.addMade(text: post.text, id: post.id, time: post.time, line: line)
    } catch {
      records.addBad(line: line, error.reason)
    }
  }

  private mutating func end(_ records: inout BatchRecords) {
    if let open { records.addBad(line: line, "<\(layout.elements[open])> is never closed: cut off?") }
    open = nil
    isInside = false
  }
}
