/// A stretch of a post as its n-grams are read: the words of folded text with one blank between them, digits as `0`.
///
/// What identifies a person or a shared service says nothing about a harm and is left out: mentions whole, addresses but
/// for the names in their host and whether they invite (`NGramText+Addresses`).
package struct NGramText: Sendable {
  /// A word whose shape says something: letters with digits, a disguise, or the ending of a site's name.
  package struct Shape: Sendable {
    /// Where the word lies in `bytes`.
    package var range: Range<Int>
    package var letters: Int
    package var digits: Int
    /// Digits at its end.
    package var number: Int
    /// They are a `LuckyNumber`.
    var isLucky: Bool
    /// The raw value of its `Disguise`; 0 when written plainly.
    package var disguise: UInt8
    /// Which of the endings of sites' names it has, from 1; 0 for none.
    package var ending: Int
    /// It stands in the host of an address.
    package var isHost: Bool

    var isMixed: Bool { letters >= 2 && digits > 0 }
  }

  package var bytes: [UInt8] = []
  package var shapes: [Shape] = []
  /// Where the bytes come from: stretches of the folded text, in order.
  private var sources: [Source] = []
  private(set) var words = 0
  private(set) var symbols = 0
  private(set) var mentions = 0
  /// Addresses that ask to join by somebody's code.
  var invitations = 0

  /// Once the text was weighed: by index what the rows of all n-grams come to that begin before it, from 0 to the one behind
  /// the last n-gram. What lies further is left from other texts.
  var sums: [NGramRow] = []

  /// What the last source adds.
  private var shift = Int.min

  /// The bytes from `start` to the next source, and what is added to their index to give their place in the folded text.
  private struct Source {
    var start: Int
    var shift: Int
  }

  /// Creates an empty text.
  package init() {}

  private mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    if !shapes.isEmpty { shapes.removeAll(keepingCapacity: true) }
    sources.removeAll(keepingCapacity: true)
    (words, symbols, mentions, invitations) = (0, 0, 0, 0)
    shift = .min
  }

  /// Reads the bytes `range` of `text`, whose words were found.
  mutating func read(_ text: borrowing FoldedText, _ range: Range<Int>) {
    removeAll()
    appendBlank(at: range.lowerBound)
    var index = range.lowerBound
    if let rest = text.word(goingOnAt: index) { index = readWord(rest, text.disguise(of: rest), of: text.bytes.span) }
    var number = text.firstWord(from: index)
    let last = text.firstWord(from: range.upperBound)
    while number < last {
      let word = text.words[number]
      if word.start < index {
        // Inside an address.
        number += 1
      } else if readGap(index..<word.start, of: text) {
        (index, number) = (word.end, number + 1)
      } else if let next = readOrdinaryWords(from: number, to: last, of: text) {
        (index, number) = (text.words[next - 1].end, next)
      } else {
        (index, number) = (readWord(word.range, word.disguise, of: text.bytes.span), number + 1)
      }
    }
    if index < range.upperBound { _ = readGap(index..<range.upperBound, of: text) }
    appendBlank(at: range.upperBound - 1)
  }

  /// Reads what stands between two words; true when it makes the second one a mention, which is left out.
  @inline(__always)
  private mutating func readGap(_ gap: Range<Int>, of text: borrowing FoldedText) -> Bool {
    guard let last = gap.last else { return false }
    let isMention = text.bytes[last] == UInt8(ascii: "@") && text.isWord(at: last + 1) && !text.isWord(at: last - 1)
    if isMention { mentions += 1 }
    guard !isMention || gap.count > 1 else { return true }
    appendBlank(at: gap.lowerBound)
    for index in gap where text.bytes[index] == UInt8(ascii: "*") { symbols += 1 }
    return isMention
  }

  /// Calls `body` with every stretch of bytes that lie together in the folded text, and what is added to their index to give
  /// their place there.
  @inline(__always)
  func forEachSource(_ body: (_ stretch: Range<Int>, _ shift: Int) -> Void) {
    for (number, source) in sources.enumerated() {
      let end = number + 1 < sources.count ? sources[number + 1].start : bytes.count
      body(source.start..<end, source.shift)
    }
  }

  /// Calls `body` with the index of every byte and its place in the folded text.
  @inline(__always)
  func forEachPlace(_ body: (_ index: Int, _ place: Int) -> Void) {
    forEachSource { stretch, shift in
      for index in stretch { body(index, index + shift) }
    }
  }

  /// The first byte that comes from `place` or behind it, at or behind the source numbered `source`, which is left at its own.
  @inline(__always)
  func index(from place: Int, _ source: inout Int) -> Int {
    let sources = sources.span
    while true {
      let next = source &+ 1
      if next == sources.count { return min(bytes.count, max(sources[source].start, place &- sources[source].shift)) }
      let (start, shift) = (sources[next].start, sources[next].shift)
      if start &+ shift >= place { return min(start, max(sources[source].start, place &- sources[source].shift)) }
      source = next
    }
  }

  /// Where a byte comes from.
  func place(of index: Int) -> Int {
    sources.last { $0.start <= index }.map { index + $0.shift } ?? -1
  }

  /// Notes that the next byte comes from `place`.
  @inline(__always)
  mutating func come(from place: Int) {
    let shift = place - bytes.count
    guard shift != self.shift else { return }
    sources.append(Source(start: bytes.count, shift: shift))
    self.shift = shift
  }

  @inline(__always)
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

  /// Reads the ordinary words from word `first` on, before word `last`, that have one blank between them, and gives the number
  /// of the word behind them; nil when there are none. Most words are ordinary, so they are taken over in one go.
  private mutating func readOrdinaryWords(from first: Int, to last: Int, of text: borrowing FoldedText) -> Int? {
    let (source, words, endings) = (text.bytes.span, text.words.span, NameEndings.shared)
    var (next, end) = (first, words[first].start)
    while next < last {
      let word = words[next]
      if next > first, word.start != end &+ 1 || source[end] != 0x20 { break }
      guard Self.isOrdinary(word, of: source, endings) else { break }
      (next, end) = (next &+ 1, word.end)
    }
    guard next > first else { return nil }
    append(text, words[first].start..<end)
    self.words += next - first
    return next
  }

  /// Whether a word is taken over as it stands: letters only, none more than twice in a row, and neither the beginning of
  /// an address nor like a site's name.
  @inline(__always)
  private static func isOrdinary(_ word: FoldedText.Word, of bytes: Span<UInt8>, _ endings: NameEndings) -> Bool {
    guard word.isUnmarked, endings.number(of: word.range, in: bytes) == 0 else { return false }
    return word.end >= bytes.count || bytes[word.end] != UInt8(ascii: ":") || word.count > longestScheme
  }

  private mutating func readWord(_ word: Range<Int>, _ hidden: FoldedText.Disguise, of text: Span<UInt8>) -> Int {
    if Self.isScheme(word, of: text) { return readAddress(from: word.upperBound + 3, of: text) }
    append(word, hidden, isHost: false, of: text)
    return word.upperBound
  }

  /// Appends a word of any shape.
  mutating func append(_ word: Range<Int>, _ hidden: FoldedText.Disguise, isHost: Bool, of text: Span<UInt8>) {
    let (start, end) = (word.lowerBound, word.upperBound)
    let first = bytes.count
    let hasInside = Self.hasDigitsInside(word, of: text)
    var disguise = hidden
    var (digits, isLucky) = (0, false)
    var index = start
    while index < end {
      let byte = text[index]
      let run = Self.runEnd(from: index, to: end, of: text)
      if !byte.isDigitByte {
        // Three in a row are one that was stretched.
        append(byte, at: index)
        if run - index == 2 { append(byte, at: index + 1) }
      } else if hasInside, run - index <= (run == end ? 1 : Self.longestSpelling) {
        for place in index..<run { append(WordReader.readings(of: text[place])?.0 ?? byte, at: place) }
        disguise.insert(.digit)
      } else {
        digits += appendNumber(index..<run, of: text)
        isLucky = run == end && LuckyNumber.isLucky(index..<run, of: text)
      }
      index = run
    }
    words += 1
    noteShape(first..<bytes.count, digits: digits, isLucky, disguise: disguise.rawValue, isHost: isHost)
  }

  /// Appends digits, and gives how many. Four or more of one digit stretch a name (`fajar78888`); zeros are more likely
  /// money. What follows many digits says nothing more.
  private mutating func appendNumber(_ range: Range<Int>, of text: Span<UInt8>) -> Int {
    var appended = 0
    var index = range.lowerBound
    while index < range.upperBound, appended < Self.mostDigits {
      let digit = text[index]
      var run = index + 1
      while run < range.upperBound, text[run] == digit { run += 1 }
      let stretch = digit != UInt8(ascii: "0") && run - index > 3 ? index..<index + 2 : index..<run
      let shown = stretch.prefix(Self.mostDigits - appended)
      for place in shown { append(digit, at: place) }
      appended += shown.count
      index = run
    }
    return appended
  }

  /// Account and card numbers are no longer.
  private static let mostDigits = 16

  /// More digits than this in a row are a number.
  private static let longestSpelling = 2

  /// Whether one or two digits stand between letters: they most likely stand for letters (`k4s1h`), even where no
  /// vocabulary says so.
  private static func hasDigitsInside(_ word: Range<Int>, of text: Span<UInt8>) -> Bool {
    var index = word.lowerBound
    while index < word.upperBound {
      let run = runEnd(from: index, to: word.upperBound, of: text)
      let isInside = index > word.lowerBound && run < word.upperBound
      if text[index].isDigitByte, isInside, run - index <= longestSpelling { return true }
      index = run
    }
    return false
  }

  /// Where a run of digits, or of one letter, ends.
  @inline(__always)
  private static func runEnd(from start: Int, to end: Int, of text: Span<UInt8>) -> Int {
    let byte = text[start]
    var run = start + 1
    while run < end, byte.isDigitByte ? text[run].isDigitByte : text[run] == byte { run += 1 }
    return byte < 0x80 ? run : start + 1
  }

  private mutating func noteShape(
    _ range: Range<Int>,
    digits: Int,
    _ isLucky: Bool,
    disguise: UInt8,
    isHost: Bool
  ) {
    let shape = Shape(
      range: range,
      letters: range.count - digits,
      digits: digits,
      number: digits > 0 ? bytes[range].reversed().prefix { $0.isDigitByte }.count : 0,
      isLucky: isLucky,
      disguise: disguise,
      ending: NameEndings.shared.number(of: range, in: bytes.span),
      isHost: isHost
    )
    if shape.isMixed || disguise != 0 || shape.ending > 0 { shapes.append(shape) }
  }
}
