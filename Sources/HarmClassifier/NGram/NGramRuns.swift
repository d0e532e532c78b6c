/// Which words of a text an n-gram score comes from.
extension NGramModel {
  /// Neighbouring words that speak the same way, and what they add to the score.
  struct Run: Sendable, Hashable {
    /// The words, in folded bytes.
    var range: Range<Int>
    /// What their n-grams add to the log-odds.
    var weight: Double
  }

  /// Calls `body` with the runs of a scored window that `reading` was read from and weighed, in order. Counts and other signs
  /// of the whole window belong to no run.
  func forEachRun(
    in text: borrowing FoldedText,
    _ score: Score,
    _ reading: borrowing NGramText,
    label: Int,
    _ body: (Run) -> Void
  ) {
    let unit = labels[label].scale / Double(score.features).squareRoot()
    var walk = Walk()
    var run = Run(range: 0..<0, weight: 0)
    func add(_ word: Range<Int>, isLast: Bool) {
      let end = isLast ? reading.bytes.count : reading.index(from: word.upperBound, &walk.source)
      let weight = Double(sum(before: end, of: reading, label, &walk)) * unit
      guard weight != 0 else { return }
      if run.weight.sign == weight.sign, !run.range.isEmpty {
        run.range = run.range.lowerBound..<word.upperBound
        run.weight += weight
      } else {
        if !run.range.isEmpty { body(run) }
        run = Run(range: word, weight: weight)
      }
    }
    let words = text.firstWord(from: score.window.lowerBound)..<text.firstWord(from: score.window.upperBound)
    if let rest = text.word(goingOnAt: score.window.lowerBound) { add(rest, isLast: words.isEmpty) }
    for number in words { add(text.words[number].range, isLast: number + 1 == words.upperBound) }
    if !run.range.isEmpty { body(run) }
  }

  /// How far a text was walked along, word by word.
  private struct Walk {
    var index = 0
    var source = 0
    var shape = 0
  }

  /// What everything weighs that begins in the bytes from where the walk is to `end`: a word, with the blank before it.
  @inline(__always)
  private func sum(before end: Int, of reading: borrowing NGramText, _ label: Int, _ walk: inout Walk) -> Int32 {
    var sum =
      rows == nil
      ? reading.weight(ofNGramsIn: walk.index..<end, weights, label, of: labels.count)
      : reading.weight(ofNGramsIn: walk.index..<end, label: label)
    while walk.shape < reading.shapes.count, reading.shapes[walk.shape].range.lowerBound < end {
      NGramText.forEachSign(of: reading.shapes[walk.shape]) { sum += Int32(weights[$0 * labels.count + label]) }
      walk.shape += 1
    }
    walk.index = end
    return sum
  }
}
