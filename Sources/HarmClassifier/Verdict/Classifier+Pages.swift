/// Long pages are judged part by part: a promotion among ten screens of honest text weighs as much as one alone, and the
/// work grows with the length, not with its square.
extension Classifier {
  /// Bytes of original text that are judged at once; posts are almost never longer.
  static let partLength = 16_384
  /// How far back from a part's full length a blank is looked for to cut at.
  private static let searchedForBlank = 1024

  /// Judges the parts of `text` and joins them: for each category the part that speaks loudest.
  func classifyParts(of text: Span<UInt8>, scratch: inout Scratch) -> Verdict {
    var best: [String: (decision: Verdict.Decision, category: CategoryVerdict, evidence: [Evidence])] = [:]
    var indicators: [Indicator] = []
    var decision = Verdict.Decision.clean
    var language: String?
    var start = 0
    while start < text.count {
      let end = Self.cut(text, after: start)
      let part = classifyPart(text.extracting(start..<end), scratch: &scratch).moved(by: start)
      decision = max(decision, part.decision)
      indicators += part.indicators
      language = language ?? part.language
      for category in part.categories where best[category.id].map({ Self.isLouder(category, part, than: $0) }) ?? true {
        best[category.id] = (part.decision, category, part.evidence.filter { $0.category == category.id })
      }
      start = end
    }
    let ranked = best.values.sorted { ($0.category.score, $1.category.id) > ($1.category.score, $0.category.id) }
    return Verdict(
      decision: decision,
      score: ranked.first?.category.score ?? 0,
      categories: ranked.map(\.category),
      evidence: ranked.flatMap(\.evidence).sorted { ($0.start, $0.end, $0.category) < ($1.start, $1.end, $1.category) },
      indicators: indicators,
      language: language
    )
  }

  private static func isLouder(
    _ category: CategoryVerdict,
    _ part: Verdict,
    than known: (decision: Verdict.Decision, category: CategoryVerdict, evidence: [Evidence])
  ) -> Bool {
    (part.decision, category.score) > (known.decision, known.category.score)
  }

  /// Where the part from `start` ends: behind the last blank, or else at the end of a character.
  private static func cut(_ text: Span<UInt8>, after start: Int) -> Int {
    guard text.count - start > partLength else { return text.count }
    let full = start + partLength
    for end in stride(from: full, to: full - searchedForBlank, by: -1) where text[end - 1] <= 0x20 { return end }
    var end = full
    while end > full - 4, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}

extension Verdict {
  /// The verdict of a part of a text, with offsets into the whole.
  fileprivate func moved(by offset: Int) -> Verdict {
    var moved = self
    for index in moved.evidence.indices {
      moved.evidence[index].start += offset
      moved.evidence[index].end += offset
    }
    for index in moved.indicators.indices {
      moved.indicators[index].start += offset
      moved.indicators[index].end += offset
    }
    return moved
  }
}
