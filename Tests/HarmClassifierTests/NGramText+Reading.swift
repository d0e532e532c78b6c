@testable import HarmClassifier

extension NGramText {
  /// What n-grams see of `text`.
  init(reading text: String) {
    var folded = FoldedText()
    let bytes = Array(text.utf8)
    CharacterFolder().fold(bytes.span, into: &folded)
    folded.findWords(KnownWords())
    self.init()
    read(folded, 0..<folded.count)
  }
}
