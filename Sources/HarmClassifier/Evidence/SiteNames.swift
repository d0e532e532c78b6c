/// A word in the shape of a gambling site's name: letters and the digits such names carry (`mona4d`, `pulauwin77`).
struct SiteName: Sendable, Hashable {
  /// Its place in the folded text.
  var range: Range<Int>
  /// It is written in a disguise.
  var isDisguised: Bool
  /// It holds a word that gambling sites are named with, or ends as hardly any other word does (`mona4d`).
  var isTelling: Bool
  /// It can be nothing but a site's name: by its number and a word that such names are made of, or by an ending that no
  /// other word has (`alphabet` and `display` are none).
  var isUnmistakable: Bool
}

/// Words that an honest number follows.
struct SiteNameExemptions: Sendable {
  private var words = WordTable()

  init(_ entries: [String] = []) {
    for entry in entries {
      let folded = LexiconBuilder.fold(entry).filter { $0 != 0x20 }
      if !folded.isEmpty { _ = words.insert(0..<folded.count, of: folded.span) }
    }
  }

  mutating func pass(over tape: inout TableTape) { words.pass(over: &tape) }

  /// Whether a name is exempt, as a whole or by its letters.
  func contains(_ name: Range<Int>, in text: Span<UInt8>) -> Bool {
    words.number(of: name, in: text) != 0 || words.number(of: text.letters(of: name), in: text) != 0
  }
}

/// Finds words in the shape of site names.
struct SiteNameFinder: Sendable {
  let exemptions: SiteNameExemptions

  private static let stems = [
    "slot", "toto", "togel", "gacor", "judi", "poker", "casino", "maxwin", "jackpot", "hoki", "zeus", "bet",
  ]
  .map { Array($0.utf8) }
  private static let endings = [
    "win", "toto", "hoki", "slot", "bet", "play", "gacor", "jp", "spin", "togel", "casino", "poker",
  ]
  .map { Array($0.utf8) }
  /// Those that hardly any other word has.
  private static let unmistakable = ["toto", "togel", "gacor", "casino", "poker"].map { Array($0.utf8) }

  /// Letters of a name that ends in the digits of a draw; shorter ones may be anything (`usg4d`).
  private static let shortestOfDraws = 4

  /// Appends the site names of `text`, whose words were found.
  func find(in text: borrowing FoldedText, into names: inout [SiteName]) {
    let bytes = text.bytes.span
    // Most words are neither disguised nor hold a number, as a plain name must.
    for word in text.words where word.traits.contains(.digits) || !word.disguise.isEmpty {
      guard let name = name(in: word, of: bytes) else { continue }
      names.append(name)
    }
  }

  private func name(in word: FoldedText.Word, of text: Span<UInt8>) -> SiteName? {
    let isDisguised = !word.disguise.isEmpty
    guard 5...24 ~= word.count, !word.traits.contains(.beyondASCII), text[word.start].isLetterByte else { return nil }
    let endsLikeNumber = text[word.end - 1].isDigitByte || Self.endsLikeNumber(word.range, in: text)
    guard isDisguised || endsLikeNumber, hasShape(word.range, of: text, isDisguised: isDisguised) else { return nil }
    guard !exemptions.contains(word.range, in: text) else { return nil }
    let letters = text.extracting(text.letters(of: word.range))
    let isTelling =
      Self.stems.contains { letters.holds($0) }
      || (letters.count >= Self.shortestOfDraws && Self.endsLikeNumber(word.range, in: text))
    let isNumbered = word.traits.contains(.digits)
    return SiteName(
      range: word.range,
      isDisguised: isDisguised,
      isTelling: isTelling,
      isUnmistakable: isNumbered
        ? isTelling || letters.ends(withAny: Self.endings) : letters.ends(withAny: Self.unmistakable)
    )
  }

  /// Three letters or more, then two to four digits (no year) or one digit and `d`; a disguised word may instead end in a
  /// word such names end in.
  private func hasShape(_ word: Range<Int>, of text: Span<UInt8>, isDisguised: Bool) -> Bool {
    var stem = word
    if Self.endsLikeNumber(word, in: text) {
      stem = stem.dropLast(2)
    } else {
      while let last = stem.last, text[last].isDigitByte { stem = stem.dropLast() }
    }
    let digits = word.count - stem.count - Self.stretch(word, in: text)
    if digits > 0 {
      return 2...4 ~= digits && stem.count(where: { text[$0].isLetterByte }) >= 3
        && (isDisguised || digits < 4 || !Self.endsInYear(word, in: text))
    }
    return isDisguised && word.count >= 6 && text.extracting(word).ends(withAny: Self.endings)
  }

  /// `…19xx`, `…20xx`.
  private static func endsInYear(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    let (first, second) = (text[word.upperBound - 4], text[word.upperBound - 3])
    return (first == UInt8(ascii: "1") && second == UInt8(ascii: "9"))
      || (first == UInt8(ascii: "2") && second == UInt8(ascii: "0"))
  }

  /// How many of a name's last digits only stretch it (`fajar78888`). Zeros are more likely money.
  private static func stretch(_ word: Range<Int>, in text: Span<UInt8>) -> Int {
    let last = text[word.upperBound - 1]
    guard last.isDigitByte, last != UInt8(ascii: "0") else { return 0 }
    var start = word.upperBound - 1
    while start > word.lowerBound, text[start - 1] == last { start -= 1 }
    let run = word.upperBound - start
    return run > 3 ? run - 2 : 0
  }

  /// `…4d`, `…5d`.
  private static func endsLikeNumber(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    text[word.upperBound - 1] == UInt8(ascii: "d") && 0x32...0x36 ~= text[word.upperBound - 2]
  }
}

extension Span<UInt8> {
  /// The letters that a word begins with.
  fileprivate func letters(of word: Range<Int>) -> Range<Int> {
    var end = word.lowerBound
    while end < word.upperBound, self[end].isLetterByte { end += 1 }
    return word.lowerBound..<end
  }

  /// Whether the word has one of the endings behind three letters or more.
  fileprivate func ends(withAny endings: [[UInt8]]) -> Bool {
    endings.contains { count > $0.count + 2 && holds($0, at: count - $0.count) }
  }

  /// Whether `part` stands somewhere inside.
  func holds(_ part: [UInt8]) -> Bool {
    guard count >= part.count else { return false }
    return (0...count - part.count).contains { self[$0] == part[0] && holds(part, at: $0) }
  }

  private func holds(_ part: [UInt8], at place: Int) -> Bool {
    part.indices.allSatisfy { self[place + $0] == part[$0] }
  }
}
