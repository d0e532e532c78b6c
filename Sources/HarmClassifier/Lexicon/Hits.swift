/// What the automaton's matches mean for one post, after exempt phrases and overlaps were weighed.
struct Hits {
  /// A term of a category and where it stands in the folded text.
  struct TermHit {
    var term: Int
    var range: Range<Int>
  }

  /// Terms by start; within a category none lies inside another.
  private(set) var terms: [TermHit] = []
  /// Phrases of the shared evidence families, by start; within a family none lies inside another.
  private(set) var evidence: [(family: Evidence.Family, range: Range<Int>)] = []
  private(set) var markers: [(stance: Stance, range: Range<Int>)] = []
  private(set) var negators: [Range<Int>] = []

  init(_ matches: [PhraseAutomaton.Match], in text: borrowing FoldedText, lexicon: Lexicon) {
    var exempt: [(category: Int, range: Range<Int>)] = []
    var parts: [Int: [(part: Int, range: Range<Int>)]] = [:]
    for match in matches {
      for meaning in lexicon.meanings[match.phrase] {
        if case .part(let phrase, let part) = meaning {
          parts[phrase, default: []].append((part, match.start..<match.end))
        } else {
          add(meaning, match.start..<match.end, &exempt)
        }
      }
    }
    for (phrase, found) in parts {
      let gapped = lexicon.gapped[phrase]
      for range in Self.join(found, count: gapped.parts, in: text) { add(gapped.meaning, range, &exempt) }
    }
    if !exempt.isEmpty {
      let covers = Dictionary(grouping: exempt, by: \.category).mapValues { RangeCover($0.map(\.range)) }
      terms.removeAll { covers[lexicon.terms[$0.term].category]?.covers($0.range) ?? false }
    }
    keepLongest(lexicon)
    dropInsideTerms(lexicon)
  }

  private mutating func add(
    _ meaning: Lexicon.Meaning,
    _ range: Range<Int>,
    _ exempt: inout [(category: Int, range: Range<Int>)]
  ) {
    switch meaning {
    case .term(let term): terms.append(TermHit(term: term, range: range))
    case .exempt(let category): exempt.append((category, range))
    case .evidence(let family): evidence.append((family, range))
    case .marker(let stance): markers.append((stance, range))
    case .negator: negators.append(range)
    case .part: break
    }
  }

  /// Whether any term or phrase says more than an everyday word does.
  func hasSupport(_ lexicon: Lexicon) -> Bool {
    terms.contains { lexicon.terms[$0.term].weight != .weak }
  }

  /// Drops regional terms when the post is clearly in another regional language, where they may be ordinary words.
  mutating func keepRegional(of language: String?, _ lexicon: Lexicon) {
    guard let language, language != "id" else { return }
    terms.removeAll { hit in lexicon.terms[hit.term].language.map { $0 != language } ?? false }
  }

  /// The longest term of a category wins over those inside it, and so among the phrases of a family.
  private mutating func keepLongest(_ lexicon: Lexicon) {
    terms = Dictionary(grouping: terms) { lexicon.terms[$0.term].category }.values.flatMap { hits in
      Self.outermost(hits, range: \.range)
    }
    terms.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.term) < ($1.range.lowerBound, $1.range.upperBound, $1.term)
    }
    evidence = Dictionary(grouping: evidence, by: \.family).values.flatMap { Self.outermost($0, range: \.range) }
    evidence.sort { ($0.range.lowerBound, $0.family.rawValue) < ($1.range.lowerBound, $1.family.rawValue) }
  }

  /// The elements whose range lies in no longer one: sorted by start, longest first, each is inside the reach so far or not.
  private static func outermost<Element>(_ elements: [Element], range: (Element) -> Range<Int>) -> [Element] {
    var cover = 0..<0
    return elements.sorted {
      (range($0).lowerBound, -range($0).upperBound) < (range($1).lowerBound, -range($1).upperBound)
    }
    .filter { element in
      let range = range(element)
      guard range == cover || range.upperBound > cover.upperBound else { return false }
      cover = range
      return true
    }
  }

  /// A marker or phrase inside a longer term is part of it: `jangan beri` in "jangan beri kerja orang suku".
  private mutating func dropInsideTerms(_ lexicon: Lexicon) {
    let weighty = RangeCover(terms.filter { lexicon.terms[$0.term].weight.isWeighty }.map(\.range))
    markers.removeAll { weighty.covers($0.range, strictly: true) }
    evidence.removeAll { weighty.covers($0.range, strictly: true) }
    negators.removeAll { weighty.covers($0, strictly: true) }
  }

  /// The most words between two parts of a term with gaps.
  private static let widestGap = 2

  /// Chains the parts of a term with gaps, each at most `widestGap` words after the one before.
  private static func join(
    _ found: [(part: Int, range: Range<Int>)],
    count: Int,
    in text: borrowing FoldedText
  ) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for first in found where first.part == 0 {
      var range = first.range
      var part = 1
      while part < count {
        guard let next = nearest(part, after: range.upperBound, among: found, in: text) else { break }
        range = range.lowerBound..<next.upperBound
        part += 1
      }
      if part == count { joined.append(range) }
    }
    return joined
  }

  private static func nearest(
    _ part: Int,
    after end: Int,
    among found: [(part: Int, range: Range<Int>)],
    in text: borrowing FoldedText
  ) -> Range<Int>? {
    var nearest: Range<Int>?
    for candidate in found where candidate.part == part && candidate.range.lowerBound >= end {
      if nearest.map({ candidate.range.lowerBound < $0.lowerBound }) ?? true { nearest = candidate.range }
    }
    guard let nearest, text.wordCount(in: end..<nearest.lowerBound) <= widestGap else { return nil }
    return nearest
  }
}

/// Tells quickly whether one of many ranges covers another.
struct RangeCover {
  private let ranges: [Range<Int>]
  /// `reach[i]` is the range among the first `i + 1` that ends last; of equals the one that starts first.
  private let reach: [Range<Int>]

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
    var furthest = 0..<0
    reach = self.ranges.map { range in
      if range.upperBound > furthest.upperBound { furthest = range }
      return furthest
    }
  }

  /// Whether a range covers `range`; strictly, if it must be longer.
  func covers(_ range: Range<Int>, strictly: Bool = false) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0, reach[low - 1].upperBound >= range.upperBound else { return false }
    return !strictly || reach[low - 1] != range
  }
}

extension Range<Int> {
  /// Whether `other` lies inside.
  func covers(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
