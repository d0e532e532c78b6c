/// What the automaton's matches mean for one post, after exempt phrases and overlaps were weighed. Its memory is reused from
/// post to post.
struct Hits: Sendable {
  /// A term of a category and where it stands in the folded text.
  struct TermHit: Sendable {
    var term: Int
    var category: Int
    var weight: TermWeight
    var range: Range<Int>
  }

  /// Terms by category, then by start; within a category none lies inside another.
  private(set) var terms: [TermHit] = []
  /// Phrases of the shared evidence families by family, then by start; within a family none lies inside another.
  private(set) var evidence: [(family: Evidence.Family, range: Range<Int>)] = []
  private(set) var markers: [(stance: Stance, range: Range<Int>)] = []
  private(set) var negators: [Range<Int>] = []
  /// What a negator denies in praise.
  private(set) var assurances: [Range<Int>] = []

  private var exempt: [(category: Int, range: Range<Int>)] = []
  /// Parts of phrases with gaps.
  private var parts: [Part] = []

  private struct Part {
    var phrase: Int
    var part: Int
    var range: Range<Int>
  }

  init() {}

  init(_ matches: [PhraseAutomaton.Match], in text: borrowing FoldedText, lexicon: Lexicon) {
    read(matches, in: text, lexicon)
  }

  /// Reads the matches in `text`; what was read before is forgotten.
  mutating func read(_ matches: [PhraseAutomaton.Match], in text: borrowing FoldedText, _ lexicon: Lexicon) {
    removeAll()
    for match in matches {
      for meaning in lexicon.meanings[match.phrase] { add(meaning, match.start..<match.end, lexicon) }
    }
    if parts.count > 1 { joinParts(in: text, lexicon) }
    if !exempt.isEmpty { dropExempt() }
    if terms.count > 1 { Self.keepOutermost(&terms, group: \.category, range: \.range) { $0.term < $1.term } }
    if evidence.count > 1 { Self.keepOutermost(&evidence, group: \.family.number, range: \.range) { _, _ in false } }
    dropInsideTerms()
    dropInsideAssurances()
  }

  private mutating func removeAll() {
    terms.clear()
    evidence.clear()
    markers.clear()
    negators.clear()
    assurances.clear()
    exempt.clear()
    parts.clear()
  }

  private mutating func add(_ meaning: Lexicon.Meaning, _ range: Range<Int>, _ lexicon: Lexicon) {
    switch meaning {
    case .term(let number):
      let (category, weight) = (lexicon.terms[number].category, lexicon.terms[number].weight)
      terms.append(TermHit(term: number, category: category, weight: weight, range: range))
    case .exempt(let category): exempt.append((category, range))
    case .evidence(let family): evidence.append((family, range))
    case .marker(let stance): markers.append((stance, range))
    case .negator: negators.append(range)
    case .assurance: assurances.append(range)
    case .part(let phrase, let part): parts.append(Part(phrase: phrase, part: part, range: range))
    }
  }

  /// Whether any term or phrase says more than an everyday word does.
  var hasSupport: Bool { terms.contains { $0.weight != .weak } }

  /// The terms of a category, by start.
  func terms(of category: Int) -> ArraySlice<TermHit> {
    guard let first = terms.firstIndex(where: { $0.category == category }) else { return [] }
    return terms[first...].prefix { $0.category == category }
  }

  /// Drops regional terms when the post is clearly in another regional language, where they may be ordinary words.
  mutating func keepRegional(of language: String?, _ lexicon: Lexicon) {
    guard let language, language != "id" else { return }
    terms.removeAll { hit in lexicon.terms[hit.term].language.map { $0 != language } ?? false }
  }

  private mutating func dropExempt() {
    let covers = Dictionary(grouping: exempt, by: \.category).mapValues { RangeCover($0.map(\.range)) }
    terms.removeAll { covers[$0.category]?.covers($0.range) ?? false }
  }

  /// The longest element of a group wins over those inside it. Sorted by start, longest first, each is inside the reach so
  /// far or not.
  @inline(__always)
  private static func keepOutermost<Element>(
    _ elements: inout [Element],
    group: (Element) -> Int,
    range: (Element) -> Range<Int>,
    _ isFirst: (Element, Element) -> Bool
  ) {
    elements.sort { left, right in
      let (first, second) = (range(left), range(right))
      if group(left) != group(right) { return group(left) < group(right) }
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      return first.upperBound != second.upperBound ? first.upperBound > second.upperBound : isFirst(left, right)
    }
    var kept = 0
    var cover = 0..<0
    for index in elements.indices {
      let element = elements[index]
      let isNewGroup = kept == 0 || group(elements[kept - 1]) != group(element)
      guard isNewGroup || range(element) == cover || range(element).upperBound > cover.upperBound else { continue }
      cover = range(element)
      elements[kept] = element
      kept += 1
    }
    elements.removeLast(elements.count - kept)
  }

  /// A marker or phrase inside a longer term is part of it: `jangan beri` in "jangan beri kerja orang suku".
  private mutating func dropInsideTerms() {
    guard !(markers.isEmpty && evidence.isEmpty && negators.isEmpty), terms.contains(where: \.weight.isWeighty) else {
      return
    }
    let weighty = RangeCover(terms.filter(\.weight.isWeighty).map(\.range))
    markers.removeAll { weighty.covers($0.range, strictly: true) }
    evidence.removeAll { weighty.covers($0.range, strictly: true) }
    negators.removeAll { weighty.covers($0, strictly: true) }
  }

  /// "Bukan cuma omong kosong" warns of nothing.
  private mutating func dropInsideAssurances() {
    guard !assurances.isEmpty else { return }
    markers.removeAll { marker in assurances.contains { $0 != marker.range && $0.covers(marker.range) } }
    negators.removeAll { negator in assurances.contains { $0.covers(negator) } }
  }

  // MARK: Phrases with gaps

  private mutating func joinParts(in text: borrowing FoldedText, _ lexicon: Lexicon) {
    parts.sort { ($0.phrase, $0.range.lowerBound) < ($1.phrase, $1.range.lowerBound) }
    let parts = parts
    var start = 0
    while start < parts.count {
      var end = start + 1
      while end < parts.count, parts[end].phrase == parts[start].phrase { end += 1 }
      let gapped = lexicon.gapped[parts[start].phrase]
      for range in Self.join(parts[start..<end], count: gapped.parts, in: text) { add(gapped.meaning, range, lexicon) }
      start = end
    }
  }

  /// The most words between two parts of a term with gaps.
  private static let widestGap = 2

  /// Chains the parts of a term with gaps, each at most `widestGap` words after the one before.
  private static func join(
    _ found: ArraySlice<Part>,
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
    among found: ArraySlice<Part>,
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
