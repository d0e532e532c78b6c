/// A word in the shape of a gambling site's name: letters and the digits such names carry (`mona4d`, `pulauwin77`).
struct SiteName: Sendable, Hashable {
  /// Its place in the folded text.
  var range: Range<Int>
  /// It is written in a disguise.
  var isDisguised: Bool
  /// It holds a word that gambling sites are named with.
  var hasGamblingStem: Bool
}

/// Words that an honest number follows.
struct SiteNameExemptions: Sendable {
  private var words: Set<[UInt8]> = []

  init(_ entries: [String]) {
    for entry in entries {
      let folded = LexiconBuilder.fold(entry)
      words.insert(folded.filter { $0 != 0x20 })
    }
  }

  /// Whether a name is exempt, as a whole or by its letters.
  func contains(_ name: ArraySlice<UInt8>) -> Bool {
    words.contains(Array(name)) || words.contains(Array(name.prefix { $0.isLetterByte }))
  }
}

/// Finds words in the shape of site names.
struct SiteNameFinder: Sendable {
  let exemptions: SiteNameExemptions

  private static let stems = [
    "slot", "toto", "togel", "gacor", "judi", "poker", "casino", "maxwin", "jackpot", "hoki", "zeus", "bet",
  ]
  .map { Array($0.utf8) }
  private static let suffixes = ["win", "toto", "hoki", "slot", "bet", "play", "gacor", "jp", "spin"].map {
    Array($0.utf8)
  }

  /// Appends the site names of `text`.
  func find(in text: borrowing FoldedText, into names: inout [SiteName]) {
    let bytes = text.bytes.span
    bytes.forEachWord { word in
      // Most words are too short, and of the others most neither disguised nor ending like a number.
      guard 5...24 ~= word.count else { return }
      let last = bytes[word.upperBound - 1]
      let mayBePlain =
        last.isDigitByte || (last == UInt8(ascii: "d") && bytes[word.upperBound - 2].isDigitByte)
      guard mayBePlain || text.hasDisguise else { return }
      let isDisguised = !text.disguise(of: word).isEmpty
      guard mayBePlain || isDisguised, let name = name(in: word, of: text, isDisguised) else { return }
      names.append(name)
    }
  }

  private func name(in range: Range<Int>, of text: borrowing FoldedText, _ isDisguised: Bool) -> SiteName? {
    let word = text.bytes[range]
    guard isDisguised || text.bytes[range.upperBound - 1].isDigitByte || Self.endsLikeNumber(word) else { return nil }
    guard word.allSatisfy({ $0 < 0x80 }), hasShape(word, isDisguised: isDisguised), !exemptions.contains(word) else {
      return nil
    }
    let letters = word.prefix { $0.isLetterByte }
    let hasStem = Self.stems.contains { letters.holds($0) }
    return SiteName(range: range, isDisguised: isDisguised, hasGamblingStem: hasStem)
  }

  /// Three letters or more, then two to four digits (no year) or one digit and `d`; a disguised word may instead end in a
  /// word such names end in.
  private func hasShape(_ word: ArraySlice<UInt8>, isDisguised: Bool) -> Bool {
    guard let first = word.first, first.isLetterByte else { return false }
    let stem =
      Self.endsLikeNumber(word) ? word.dropLast(2) : word.dropLast(word.reversed().prefix { $0.isDigitByte }.count)
    let digits = word.count - stem.count - Self.stretch(word)
    if digits > 0 {
      let isYear =
        digits == 4 && (word.suffix(4).starts(with: [0x31, 0x39]) || word.suffix(4).starts(with: [0x32, 0x30]))
      return 2...4 ~= digits && stem.count(where: \.isLetterByte) >= 3 && (!isYear || isDisguised)
    }
    return isDisguised && word.count >= 6
      && Self.suffixes.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
  }

  /// How many of a name's last digits only stretch it (`fajar78888`). Zeros are more likely money.
  private static func stretch(_ word: ArraySlice<UInt8>) -> Int {
    guard let last = word.last, last.isDigitByte, last != UInt8(ascii: "0") else { return 0 }
    let run = word.reversed().prefix { $0 == last }.count
    return run > 3 ? run - 2 : 0
  }

  /// `…4d`, `…5d`.
  private static func endsLikeNumber(_ word: ArraySlice<UInt8>) -> Bool {
    let tail = word.suffix(2)
    return tail.last == UInt8(ascii: "d") && (0x32...0x36).contains(tail.first ?? 0)
  }
}

extension Collection<UInt8> {
  /// Whether `part` stands somewhere inside.
  func holds(_ part: [UInt8]) -> Bool {
    guard count >= part.count, let first = part.first else { return part.isEmpty }
    var rest = self[...]
    while rest.count >= part.count {
      if rest.first == first, rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
