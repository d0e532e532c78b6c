/// A stretch of a post as its n-grams are read: the words of folded text with one blank between them, digits as `0`.
///
/// What identifies a person or a shared service says nothing about a harm and is left out: mentions whole, addresses but
/// for the names in their host.
package struct NGramText: Sendable {
  /// A word whose shape says something: letters with digits, a disguise, or the ending of a site's name.
  package struct Shape: Sendable {
    /// Where the word lies in `bytes`.
    package var range: Range<Int>
    package var letters: Int
    package var digits: Int
    /// Digits at its end.
    package var number: Int
    /// The raw value of its `Disguise`; 0 when written plainly.
    package var disguise: UInt8
    /// Which of the endings of sites' names it has, from 1; 0 for none.
    package var ending: Int

    var isMixed: Bool { letters >= 2 && digits > 0 }
  }

  package var bytes: [UInt8] = []
  package var shapes: [Shape] = []
  /// Where the bytes come from: stretches of the folded text, in order.
  private var sources: [Source] = []
  private(set) var words = 0
  private(set) var symbols = 0
  private(set) var mentions = 0

  /// The bytes from `start` to the next source, and what is added to their index to give their place in the folded text.
  private struct Source {
    var start: Int
    var shift: Int
  }

  /// Creates an empty text.
  package init() {}

  private mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
    (words, symbols, mentions) = (0, 0, 0)
  }

  /// Reads the bytes `range` of `text`, which must begin and end between words.
  mutating func read(_ text: borrowing FoldedText, _ range: Range<Int>) {
    removeAll()
    appendBlank(at: range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text.bytes[index]
      if byte.isWordByte {
        index = readWords(from: index, before: range.upperBound, of: text)
      } else if byte == UInt8(ascii: "@"), text.isWord(at: index + 1), !text.isWord(at: index - 1) {
        mentions += 1
        index = text.wordEnd(from: index + 1)
      } else {
        if byte == UInt8(ascii: "*") { symbols += 1 }
        appendBlank(at: index)
        index += 1
      }
    }
    appendBlank(at: range.upperBound - 1)
  }

  /// Calls `body` with the index of every byte and its place in the folded text.
  @inline(__always)
  func forEachPlace(_ body: (_ index: Int, _ place: Int) -> Void) {
    for (number, source) in sources.enumerated() {
      let end = number + 1 < sources.count ? sources[number + 1].start : bytes.count
      for index in source.start..<end { body(index, index + source.shift) }
    }
  }

  /// Where a byte comes from.
  func place(of index: Int) -> Int {
    sources.last { $0.start <= index }.map { index + $0.shift } ?? -1
  }

  /// Notes that the next byte comes from `place`.
  @inline(__always)
  private mutating func come(from place: Int) {
    let shift = place - bytes.count
    if sources.last?.shift != shift { sources.append(Source(start: bytes.count, shift: shift)) }
  }

  private mutating func appendBlank(at place: Int) {
    guard bytes.last != 0x20 else { return }
    come(from: max(0, place))
    bytes.append(0x20)
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, at place: Int) {
    come(from: place)
    bytes.append(byte.isDigitByte ? UInt8(ascii: "0") : byte)
  }

  /// Reads ordinary words for as long as there are any, else one other word; gives where it stopped.
  private mutating func readWords(from start: Int, before limit: Int, of text: borrowing FoldedText) -> Int {
    let (end, count) = Self.ordinaryWords(from: start, before: limit, of: text)
    guard count > 0 else { return readWord(from: start, of: text) }
    come(from: start)
    bytes.append(contentsOf: text.bytes[start..<end])
    words += count
    return end
  }

  private mutating func readWord(from start: Int, of text: borrowing FoldedText) -> Int {
    let end = text.wordEnd(from: start)
    if Self.isScheme(start..<end, of: text) { return readAddress(from: end + 3, of: text) }
    let first = bytes.count
    let hasInside = Self.hasDigitsInside(start..<end, of: text)
    var disguise = text.disguise(of: start..<end)
    var digits = 0
    var index = start
    while index < end {
      let byte = text.bytes[index]
      let run = Self.runEnd(from: index, to: end, of: text)
      if !byte.isDigitByte {
        // Three in a row are one that was stretched.
        append(byte, at: index)
        if run - index == 2 { append(byte, at: index + 1) }
      } else if hasInside, run - index <= (run == end ? 1 : Self.longestSpelling) {
        for place in index..<run { append(WordReader.readings(of: text.bytes[place])?.0 ?? byte, at: place) }
        disguise.insert(.digit)
      } else {
        digits += appendNumber(index..<run, of: text)
      }
      index = run
    }
    words += 1
    noteShape(first..<bytes.count, digits: digits, disguise: disguise.rawValue)
    return end
  }

  /// Appends digits, and gives how many. Four or more of one digit stretch a name (`fajar78888`); zeros are more likely
  /// money.
  private mutating func appendNumber(_ range: Range<Int>, of text: borrowing FoldedText) -> Int {
    var appended = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let digit = text.bytes[index]
      var run = index + 1
      while run < range.upperBound, text.bytes[run] == digit { run += 1 }
      let shown = digit != UInt8(ascii: "0") && run - index > 3 ? index..<index + 2 : index..<run
      for place in shown { append(digit, at: place) }
      appended += shown.count
      index = run
    }
    return appended
  }

  /// Where the ordinary words from `start` end that have one blank between them, and how many they are. Most words are, so
  /// they are taken over in one go: a quarter of the instructions of reading them one by one.
  private static func ordinaryWords(
    from start: Int,
    before limit: Int,
    of text: borrowing FoldedText
  ) -> (end: Int, count: Int) {
    let bytes = text.bytes.span
    var (end, count) = (start, 0)
    var next = start
    while let wordEnd = endOfOrdinaryWord(from: next, in: bytes), text.disguise(of: next..<wordEnd).isEmpty {
      (end, count) = (wordEnd, count + 1)
      next = wordEnd + 1
      guard next < limit, bytes[wordEnd] == 0x20, bytes[next].isWordByte else { break }
    }
    return (end, count)
  }

  /// The end of the word at `start` if it is letters only, none more than twice in a row, and neither the beginning of an
  /// address nor like a site's name: such words are taken over as they stand.
  @inline(__always)
  private static func endOfOrdinaryWord(from start: Int, in bytes: Span<UInt8>) -> Int? {
    var end = start
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    while end < bytes.count, bytes[end] &- 0x61 < 26 {
      let byte = bytes[end]
      guard byte != last || byte != beforeLast else { return nil }
      (beforeLast, last) = (last, byte)
      end += 1
    }
    if end < bytes.count {
      let isScheme = end - start <= 5 && bytes[end] == UInt8(ascii: ":")
      guard !bytes[end].isWordByte, !isScheme else { return nil }
    }
    return NameEndings.shared.number(of: start..<end, in: bytes) == 0 ? end : nil
  }

  /// More digits than this in a row are a number.
  private static let longestSpelling = 2

  /// Whether one or two digits stand between letters: they most likely stand for letters (`k4s1h`), even where no
  /// vocabulary says so.
  private static func hasDigitsInside(_ word: Range<Int>, of text: borrowing FoldedText) -> Bool {
    var index = word.lowerBound
    while index < word.upperBound {
      let run = runEnd(from: index, to: word.upperBound, of: text)
      let isInside = index > word.lowerBound && run < word.upperBound
      if text.bytes[index].isDigitByte, isInside, run - index <= longestSpelling { return true }
      index = run
    }
    return false
  }

  /// Where a run of digits, or of one letter, ends.
  @inline(__always)
  private static func runEnd(from start: Int, to end: Int, of text: borrowing FoldedText) -> Int {
    let byte = text.bytes[start]
    var run = start + 1
    while run < end, byte.isDigitByte ? text.bytes[run].isDigitByte : text.bytes[run] == byte { run += 1 }
    return byte < 0x80 ? run : start + 1
  }

  private mutating func noteShape(_ range: Range<Int>, digits: Int, disguise: UInt8) {
    let shape = Shape(
      range: range,
      letters: range.count - digits,
      digits: digits,
      number: digits > 0 ? bytes[range].reversed().prefix { $0.isDigitByte }.count : 0,
      disguise: disguise,
      ending: NameEndings.shared.number(of: range, in: bytes.span)
    )
    if shape.isMixed || disguise != 0 || shape.ending > 0 { shapes.append(shape) }
  }

  /// `http://`, `https://`.
  private static func isScheme(_ word: Range<Int>, of text: borrowing FoldedText) -> Bool {
    let end = word.upperBound
    guard 4...5 ~= word.count, end + 2 < text.count, text.bytes[end] == UInt8(ascii: ":") else { return false }
    return text.bytes[end + 1] == UInt8(ascii: "/") && text.bytes[end + 2] == UInt8(ascii: "/")
      && text.bytes[word].starts(with: [0x68, 0x74, 0x74, 0x70])
  }

  /// Reads the names in the host of an address and skips the rest. Which shared service carries the link says nothing,
  /// and in labelled data it is often the collector's own trace.
  private mutating func readAddress(from start: Int, of text: borrowing FoldedText) -> Int {
    var host = start
    while host < text.count, text.bytes[host] > 0x20, text.bytes[host] != UInt8(ascii: "/") { host += 1 }
    var end = host
    while end < text.count, text.bytes[end] > 0x20 { end += 1 }
    guard !Self.sharedHosts.contains(where: { text.bytes[start..<host].elementsEqual($0) }) else { return end }
    let lastDot = text.bytes[start..<host].lastIndex(of: UInt8(ascii: ".")) ?? start
    for index in start..<lastDot {
      if text.bytes[index].isWordByte { append(text.bytes[index], at: index) } else { appendBlank(at: index) }
    }
    return end
  }

  private static let sharedHosts = [
    "t.co", "bit.ly", "youtu.be", "youtube.com", "www.youtube.com", "wa.me", "t.me", "goo.gl", "s.id", "tinyurl.com",
  ]
  .map { Array($0.utf8) }
}
