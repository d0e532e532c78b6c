/// Guesses the language of a post from the words that are far likelier in one language than in the others (a naive Bayes
/// score over single words; `docs/language.md` says how good it is).
///
/// Indonesian is expected: another language must lead it by a margin.
struct LanguageGuesser: Sendable {
  static let shared = LanguageGuesser(rows: generatedRows)

  /// Ascending.
  private var codes: [String] = []
  private(set) var words = WordTable()
  /// By the number of a word, in tenths how much it speaks for each language.
  private var voices: [SIMD16<Int32>] = [.zero]
  private var indonesian = 0
  /// By language, in tenths what it must reach above Indonesian.
  private var margins: [Int32] = []

  private static let fewestWords = 3
  /// Tenths a score must reach to count at all.
  private static let least: Int32 = 7

  /// The language's code (`id`, `jv`, `en`, …); nil when too short or unsure. The words of `text` were found, with their
  /// numbers among those `known`.
  func guess(_ text: borrowing FoldedText, _ known: KnownWords) -> String? {
    var scores = SIMD16<Int32>.zero
    var count = 0
    let (bytes, places) = (text.bytes.span, text.words.span)
    for index in places.indices {
      let word = places[index]
      if word.traits.contains(.digits) {
        forEachStretch(of: word.range, in: bytes) { stretch in
          count += 1
          add(stretch, of: bytes, to: &scores)
        }
      } else {
        count &+= 1
        // Words that tell nothing add zeros: a branch would often be mistaken.
        scores &+= voices[known.languageNumber(of: word.number)]
      }
    }
    return count >= Self.fewestWords ? best(scores) : nil
  }

  /// Calls `body` with the letters between digits.
  private func forEachStretch(of word: Range<Int>, in bytes: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var start = word.lowerBound
    for index in word where bytes[index].isDigitByte {
      if index > start { body(start..<index) }
      start = index + 1
    }
    if start < word.upperBound { body(start..<word.upperBound) }
  }

  @inline(__always)
  private func add(_ word: Range<Int>, of bytes: Span<UInt8>, to scores: inout SIMD16<Int32>) {
    scores &+= voices[Int(words.number(of: word, in: bytes))]
  }

  /// The language that leads Indonesian by its margin and says most, of equals the last one; else Indonesian.
  private func best(_ scores: SIMD16<Int32>) -> String? {
    let scores = InlineArray<16, Int32> { scores[$0] }
    // In most posts no language leads.
    var highest: Int32 = 0
    for language in scores.indices { highest = max(highest, scores[language]) }
    if highest <= scores[indonesian] { return highest >= Self.least ? codes[indonesian] : nil }
    var best = indonesian
    for language in codes.indices where language != indonesian && scores[language] >= Self.least {
      if best == indonesian || scores[language] >= scores[best] { best = language }
    }
    if best != indonesian, scores[best] > scores[indonesian] + margins[best] { return codes[best] }
    return scores[indonesian] >= Self.least ? codes[indonesian] : nil
  }

  /// Betawi is close to everyday Indonesian.
  private static func margin(of code: String) -> Int32 { code == "bew" ? 60 : 20 }

  /// Reads the generated table: one row a language, `code word:tenths word:tenths …`.
  private init(rows: StaticString) {
    let bytes = rows.withUTF8Buffer { Array($0) }
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      add(row: bytes.span.extracting(start..<end))
      start = end + 1
    }
  }

  private mutating func add(row: Span<UInt8>) {
    var end = row.first(UInt8(ascii: " "), from: 0)
    let code = row.string(0..<end)
    while end < row.count {
      let word = end + 1..<row.first(UInt8(ascii: ":"), from: end + 1)
      end = row.first(UInt8(ascii: " "), from: word.upperBound)
      let number = Int(words.insert(word, of: row))
      if number == voices.count { voices.append(.zero) }
      var tenths: Int32 = 0
      for digit in word.upperBound + 1..<end { tenths = tenths * 10 + Int32(row[digit] - UInt8(ascii: "0")) }
      voices[number][codes.count] += tenths
    }
    if code == "id" { indonesian = codes.count }
    codes.append(code)
    margins.append(Self.margin(of: code))
  }
}

extension Span<UInt8> {
  /// The first place from `start` that holds `byte`; `count` when there is none.
  fileprivate func first(_ byte: UInt8, from start: Int) -> Int {
    var place = start
    while place < count, self[place] != byte { place += 1 }
    return place
  }
}
