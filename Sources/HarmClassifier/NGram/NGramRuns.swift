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
    var words = Self.words(of: text, window)
    guard !words.isEmpty else { return [] }
    var features = addNGrams(of: reading, label, to: &words)
    var (start, word) = (-1, 0)
    reading.forEachShapeSign { slot, shape in
      features += 1
      if shape.range.lowerBound != start {
        start = shape.range.lowerBound
        word = words.first(endingBehind: reading.place(of: start), from: word)
      }
      words[word].sum += Int32(weights[slot * labels.count + label])
    }
    NGramText.forEachSign(of: reading.counts) { _ in features += 1 }
    return Self.joined(words, unit: labels[label].scale / Double(features).squareRoot())
  }

  private static func words(of text: borrowing FoldedText, _ window: Range<Int>) -> [ScoredWord] {
    var words: [ScoredWord] = []
    var number = text.firstWord(from: window.lowerBound)
    words.reserveCapacity(min(text.words.count - number + 1, window.count / 2 + 2))
    if let rest = text.word(goingOnAt: window.lowerBound) { words.append(ScoredWord(range: rest)) }
    while number < text.words.count, text.words[number].start < window.upperBound {
      words.append(ScoredWord(range: text.words[number].range))
      number += 1
    }
    return words
  }

  /// Adds what n-grams weigh to the words in which they begin, or before which when at a blank, and gives how many there
  /// are. Places never go down, so the words are walked along once.
  private func addNGrams(of reading: borrowing NGramText, _ label: Int, to words: inout [ScoredWord]) -> Int {
    var word = 0
    reading.forEachSource { stretch, shift in
      var start = stretch.lowerBound
      while start < stretch.upperBound {
        word = words.first(endingBehind: start + shift, from: word)
        let isLast = word + 1 == words.count
        let end = isLast ? stretch.upperBound : min(stretch.upperBound, words[word].range.upperBound - shift)
        words[word].sum += reading.weight(ofNGramsIn: start..<end, weights, label, of: labels.count)
        start = end
      }
    }
    return reading.bytes.count < 3 ? 0 : NGramText.featureCount(ofBytes: reading.bytes.count)
  }

  private static func joined(_ words: [ScoredWord], unit: Double) -> [Run] {
    var runs: [Run] = []
    runs.reserveCapacity(words.count)
    for word in words {
      let weight = Double(word.sum) * unit
      guard weight != 0 else { continue }
      if let last = runs.last, last.weight.sign == weight.sign {
        runs[runs.count - 1].range = last.range.lowerBound..<word.range.upperBound
        runs[runs.count - 1].weight += weight
      } else {
        runs.append(Run(range: word.range, weight: weight))
      }
    }
    return runs
  }
}

/// A word of a text and what its n-grams add up to.
private struct ScoredWord {
  var range: Range<Int>
  var sum: Int32 = 0
}

extension [ScoredWord] {
  /// The first word from `word` on that ends behind `place`, else the last one.
  @inline(__always)
  fileprivate func first(endingBehind place: Int, from word: Int) -> Int {
    var word = word
    while word + 1 < count, self[word].range.upperBound <= place { word += 1 }
    return word
  }
}
