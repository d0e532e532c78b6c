/// Which words of a text an n-gram score comes from.
extension NGramModel {
  /// Neighbouring words that speak the same way, and what they add to the score.
  struct Run: Sendable, Hashable {
    /// The words, in folded bytes.
    var range: Range<Int>
    /// What their n-grams add to the log-odds.
    var weight: Double
  }

  /// The runs of a window that `reading` was read from, in order. Counts and other signs of the whole window belong to no
  /// run.
  func runs(in text: borrowing FoldedText, _ window: Range<Int>, _ reading: borrowing NGramText, label: Int) -> [Run] {
    let words = Self.words(of: text, window)
    var sums = [Int32](repeating: 0, count: words.count)
    var count: Int32 = 0
    var word = 0
    let stride = labels.count
    let weights = weights
    reading.forEachFeature { slot, place in
      count &+= 1
      guard place >= 0, !words.isEmpty else { return }
      word = Self.index(ofWordAt: place, in: words, near: word)
      sums[word] &+= Int32(weights[slot &* stride &+ label])
    }
    let unit = labels[label].scale / Double(count).squareRoot()
    return Self.joined(words, sums.map { Double($0) * unit })
  }

  private static func words(of text: borrowing FoldedText, _ window: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = window.lowerBound
    while index < window.upperBound {
      let end = text.wordEnd(from: index)
      if end > index { words.append(index..<end) }
      index = max(end, index + 1)
    }
    return words
  }

  /// The word at `place` or, for the blank before it, the next one. Places mostly go up, so the search starts `near`.
  @inline(__always)
  private static func index(ofWordAt place: Int, in words: [Range<Int>], near: Int) -> Int {
    var word = words[near].lowerBound <= place ? near : 0
    while word + 1 < words.count, words[word].upperBound <= place { word += 1 }
    return word
  }

  private static func joined(_ words: [Range<Int>], _ weights: [Double]) -> [Run] {
    var runs: [Run] = []
    for (word, weight) in zip(words, weights) where weight != 0 {
      if let last = runs.last, last.weight.sign == weight.sign {
        runs[runs.count - 1].range = last.range.lowerBound..<word.upperBound
        runs[runs.count - 1].weight += weight
      } else {
        runs.append(Run(range: word, weight: weight))
      }
    }
    return runs
  }
}
