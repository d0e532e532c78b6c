/// A stretch of a post as its n-grams are read: the words of folded text with one blank between them, digits as `0`.
///
/// What identifies a person or a shared service says nothing about a harm and is left out: mentions whole, addresses but
/// for the names in their host. The arrays `bytes` and `places` run in step.
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
  private(set) var places: [UInt32] = []
  /// Whether `places` are kept; scores need none.
  private var keepsPlaces: Bool
  private(set) var words = 0
  private(set) var symbols = 0
  private(set) var mentions = 0

  /// Creates an empty text that knows where its bytes come from.
  package init() { self.init(keepingPlaces: true) }

  init(keepingPlaces: Bool) { keepsPlaces = keepingPlaces }

  private mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    shapes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
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
        index = readWord(from: index, of: text)
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

  /// Where a byte comes from; -1 when places are not kept.
  @inline(__always)
  func place(of index: Int) -> Int { index < places.count ? Int(places[index]) : -1 }

  private mutating func appendBlank(at place: Int) {
    guard bytes.last != 0x20 else { return }
    bytes.append(0x20)
    if keepsPlaces { places.append(UInt32(truncatingIfNeeded: max(0, place))) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, at place: Int) {
    bytes.append(byte.isDigitByte ? UInt8(ascii: "0") : byte)
    if keepsPlaces { places.append(UInt32(truncatingIfNeeded: place)) }
  }

  private mutating func readWord(from start: Int, of text: borrowing FoldedText) -> Int {
    let end = text.wordEnd(from: start)
    if isOrdinary(start..<end, of: text) {
      appendOrdinary(start..<end, of: text)
      return end
    }
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

  /// Whether a word is letters only, none more than twice in a row, and too short for an address or a site's name: it is
  /// taken over as it stands, as most are.
  private func isOrdinary(_ word: Range<Int>, of text: borrowing FoldedText) -> Bool {
    guard text.disguise(of: word).isEmpty else { return false }
    let bytes = text.bytes.span
    var last: UInt8 = 0
    var run = 0
    for index in word {
      let byte = bytes[index]
      guard byte &- 0x61 < 26 else { return false }
      run = byte == last ? run + 1 : 1
      guard run < 3 else { return false }
      last = byte
    }
    let isScheme = word.count <= 5 && word.upperBound < bytes.count && bytes[word.upperBound] == UInt8(ascii: ":")
    return !isScheme && Self.ending(of: word, in: bytes) == 0
  }

  private mutating func appendOrdinary(_ word: Range<Int>, of text: borrowing FoldedText) {
    bytes.append(contentsOf: text.bytes[word])
    if keepsPlaces { for index in word { places.append(UInt32(truncatingIfNeeded: index)) } }
    words += 1
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
      ending: Self.ending(of: range, in: bytes.span)
    )
    if shape.isMixed || disguise != 0 || shape.ending > 0 { shapes.append(shape) }
  }

  /// Which of `endings` a word has, from 1; 0 for none.
  private static func ending(of word: Range<Int>, in bytes: Span<UInt8>) -> Int {
    guard word.count >= shortestWithEnding, isLastOfEnding[Int(bytes[word.upperBound - 1])] else { return 0 }
    let ending = endings.firstIndex { ending in
      ending.indices.allSatisfy { bytes[word.upperBound - ending.count + $0] == ending[$0] }
    }
    return ending.map { $0 + 1 } ?? 0
  }

  /// By byte, whether an ending ends in it.
  private static let isLastOfEnding = (0..<256).map { byte in endings.contains { Int($0.last!) == byte } }

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

  /// A word shorter than this is no name with an ending.
  static let shortestWithEnding = 6

  /// How the names of gambling sites end.
  package static let endings = [
    "toto", "win", "bet", "hoki", "slot", "play", "jp", "cash", "togel", "gacor", "gaming", "0d",
  ]
  .map { Array($0.utf8) }
}
