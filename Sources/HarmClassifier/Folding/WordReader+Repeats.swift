extension WordReader {
  /// Reads `gacorrr` as *gacor*: by the vocabulary's spelling, else each run of three or more as one letter.
  ///
  /// A doubled letter is ordinary spelling, so it needs a vocabulary word of five letters or more. Short unknown words
  /// (`www`, `iii`) stay.
  func shorten(from start: Int, in read: inout FoldedText, longestRun: Int) {
    let word = read.bytes[start...]
    if let spelling = vocabulary.spelling(of: word) {
      if longestRun > 2 || spelling.count >= 5 { squeeze(from: start, to: spelling, in: &read) }
    } else if longestRun > 2, word.count >= 5 {
      squeeze(from: start, to: Self.withoutLongRuns(word)[...], in: &read)
    }
  }

  /// Drops the repetitions that the word from `start` has over `spelling`.
  func squeeze(from start: Int, to spelling: ArraySlice<UInt8>, in read: inout FoldedText) {
    guard spelling.count < read.count - start else { return }
    var source = start
    for (offset, index) in spelling.indices.enumerated() {
      let letter = spelling[index]
      var last = source
      let isRunsEnd = index + 1 == spelling.endIndex || spelling[index + 1] != letter
      while isRunsEnd, last + 1 < read.count, read.bytes[last + 1] == letter { last += 1 }
      read.move(source, to: start + offset, through: last)
      source = last + 1
    }
    read.truncate(to: start + spelling.count)
  }

  private static func withoutLongRuns(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var short: [UInt8] = []
    var index = word.startIndex
    while index < word.endIndex {
      let end = word[index...].firstIndex { $0 != word[index] } ?? word.endIndex
      let isLong = end - index > 2 && word[index].isLetterByte && word[index] < 0x80
      short.append(contentsOf: word[index..<(isLong ? index + 1 : end)])
      index = end
    }
    return short
  }
}
