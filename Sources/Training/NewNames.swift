import HarmClassifier

/// Names of other shapes than those in the data: without a number, of two words, split into syllables.
///
/// They are made of words that harmless posts hold, so that no word by itself speaks for a site. Harmful posts get them in
/// place of their sites, and harmless ones in place of a word: what decides is what stands around a name.
struct NewNames: Sendable {
  /// Ordinary words of the length that names are made of.
  private let words: [[UInt8]]
  private let ordinary: Set<[UInt8]>

  /// A word is ordinary when so many harmless posts hold it.
  private static let often = 5
  private static let lengths = 4...8
  private static let endings = ["toto", "win", "bet", "hoki", "slot", "play", "jp", "jaya", "cuan", "vip"].map {
    Array($0.utf8)
  }
  /// What the numbers of sites and of others look like; zeros stand for any digits (`NGramText`).
  private static let siteNumbers = ["88", "88", "00", "888", "000", "0d"].map { Array($0.utf8) }
  private static let otherNumbers = ["00", "00", "00", "88", "000", "0d"].map { Array($0.utf8) }

  /// Takes the words of harmless posts.
  init(harmless texts: some Sequence<NGramText>) {
    var counts: [[UInt8]: Int] = [:]
    for text in texts {
      for place in text.plainWords where text.bytes[place].count <= Self.longestWord {
        counts[Array(text.bytes[place]), default: 0] += 1
      }
    }
    let often = counts.filter { $0.value >= Self.often }.keys
    ordinary = Set(often)
    words = often.filter { Self.lengths.contains($0.count) }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static let longestWord = 12

  /// A harmful post with its sites named otherwise; nil when it names none, or so many that they are the disguise of a
  /// whole sentence. The same seed gives the same name.
  func harmful(_ text: NGramText, seed: UInt64) -> [UInt8]? {
    let sites = text.shapes.filter { shape in
      let isName = shape.digits > 0 || shape.ending > 0 || shape.disguise != 0
      return shape.letters >= 3 && isName && !ordinary.contains(Array(text.bytes[shape.range]))
    }
    guard !words.isEmpty, 1...Self.mostSites ~= sites.count else { return nil }
    var generator = SplitMix64(seed: seed)
    return text.bytes.replacing(sites.map(\.range), with: site(&generator))
  }

  private static let mostSites = 4

  /// A harmless post in which one word is such a name, as shops, clubs and people have them.
  func harmless(_ text: NGramText, seed: UInt64) -> [UInt8]? {
    var generator = SplitMix64(seed: seed)
    let places = text.plainWords.filter { $0.count >= 4 }
    guard !words.isEmpty, let place = places.randomElement(using: &generator) else { return nil }
    return text.bytes.replacing([place], with: shop(&generator))
  }

  private func site(_ generator: inout SplitMix64) -> [UInt8] {
    let first = word(&generator)
    let second = Bool.random(using: &generator) ? word(&generator) : Self.endings.randomElement(using: &generator)!
    let number = Self.siteNumbers.randomElement(using: &generator)!
    return switch Int.random(in: 0..<10, using: &generator) {
    case 0..<3: first + second
    case 3..<5: first + blank + second
    case 5..<7: first + blank + second + blank + number
    case 7: (first + number).split
    default: first + number
    }
  }

  private func shop(_ generator: inout SplitMix64) -> [UInt8] {
    let (first, second) = (word(&generator), word(&generator))
    let number = Self.otherNumbers.randomElement(using: &generator)!
    return switch Int.random(in: 0..<10, using: &generator) {
    case 0..<3: first + second
    case 3..<6: first + blank + second
    case 6..<8: first + blank + second + blank + number
    default: (first + second).split
    }
  }

  private func word(_ generator: inout SplitMix64) -> [UInt8] {
    words[Int.random(in: 0..<words.count, using: &generator)]
  }
}

private let blank: [UInt8] = [0x20]

extension [UInt8] {
  /// Two letters at a time, which is nearly syllable by syllable.
  fileprivate var split: [UInt8] {
    Array(stride(from: 0, to: count, by: 2).map { self[$0..<Swift.min($0 + 2, count)] }.joined(separator: blank))
  }

  fileprivate func replacing(_ ranges: [Range<Int>], with name: [UInt8]) -> [UInt8] {
    var (result, rest): ([UInt8], Int) = ([], 0)
    for range in ranges {
      result += self[rest..<range.lowerBound] + name
      rest = range.upperBound
    }
    return result + self[rest...]
  }
}

extension NGramText {
  /// The places of words that are letters of the Latin alphabet and nothing else.
  fileprivate var plainWords: [Range<Int>] {
    bytes.split(separator: 0x20).filter { $0.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) }
      .map { $0.startIndex..<$0.endIndex }
  }
}
