/// What the automaton's matches mean for one post, after words' ends, exempt phrases and overlaps were weighed.
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

  init(_ matches: [Automaton.Match], in text: borrowing FoldedText, lexicon: Lexicon) {
    var exempt: [(category: Int, range: Range<Int>)] = []
    var parts: [Int: [(part: Int, range: Range<Int>)]] = [:]
    for match in matches where Self.endsWord(at: match.end, in: text) {
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
    terms.removeAll { hit in
      exempt.contains { $0.category == lexicon.terms[hit.term].category && $0.range.covers(hit.range) }
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

  /// The longest term of a category wins over those inside it, and so among the phrases of a family.
  private mutating func keepLongest(_ lexicon: Lexicon) {
    let all = terms
    terms = all.filter { hit in
      !all.contains {
        lexicon.terms[$0.term].category == lexicon.terms[hit.term].category
          && $0.range.count > hit.range.count && $0.range.covers(hit.range)
      }
    }
    terms.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.term) < ($1.range.lowerBound, $1.range.upperBound, $1.term)
    }
    let phrases = evidence
    evidence = phrases.filter { phrase in
      !phrases.contains {
        $0.family == phrase.family && $0.range.count > phrase.range.count && $0.range.covers(phrase.range)
      }
    }
    evidence.sort { ($0.range.lowerBound, $0.family.rawValue) < ($1.range.lowerBound, $1.family.rawValue) }
  }

  /// A marker or phrase inside a longer term is part of it: `jangan beri` in "jangan beri kerja orang suku".
  private mutating func dropInsideTerms(_ lexicon: Lexicon) {
    let weighty = terms.filter { lexicon.terms[$0.term].weight.isWeighty }.map(\.range)
    func isInside(_ range: Range<Int>) -> Bool { weighty.contains { $0.count > range.count && $0.covers(range) } }
    markers.removeAll { isInside($0.range) }
    evidence.removeAll { isInside($0.range) }
    negators.removeAll { isInside($0) }
  }

  /// Particles that may follow a word without a blank.
  private static let clitics = ["nya", "ku", "mu", "lah", "kah", "pun"].map { Array($0.utf8) }

  /// Whether a word ends at `end`, or only a clitic follows.
  private static func endsWord(at end: Int, in text: borrowing FoldedText) -> Bool {
    guard text.isWord(at: end) else { return true }
    let rest = text.bytes[end..<text.wordEnd(from: end)]
    return clitics.contains { rest.elementsEqual($0) }
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

extension Range<Int> {
  /// Whether `other` lies inside.
  func covers(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}

extension FoldedText {
  func wordCount(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where isWord(at: index) && (index == range.lowerBound || !isWord(at: index - 1)) { count += 1 }
    return count
  }
}
